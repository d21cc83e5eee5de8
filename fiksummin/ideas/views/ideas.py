"""One idea: its page, writing and rewording it, its steps, support and comments."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import now, today
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.choices import Stance, Weighing
from fiksummin.ideas.forms import (
    AuthorsForm,
    CommentForm,
    EntrustingForm,
    IdeaForm,
    ReasonForm,
    StepForm,
)
from fiksummin.ideas.forms.ideas import born_words, words_of
from fiksummin.ideas.models import Campaign, Comment, Idea
from fiksummin.ideas.queries import Born
from fiksummin.ideas.views.campaigns import seen_campaign
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent, typed
from fiksummin.ui.strangers import leads_in


@require_safe
@leads_in
def idea(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an idea: its words, where it stands, what is promised, and how it got there."""
    found, answers = seen_idea(request, pk), request.GET.get("answers", "")
    begun = {"answers": answers} if answers.isdecimal() else {}
    return page(request, found, CommentForm(initial=begun | asked_stance(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write an idea down."""
    person, campaign = person_of(request), seen_campaign(request, slug)
    draft, born = typed(request), queries.born_of(request.GET, person)
    form = IdeaForm(None if draft else sent(request), initial=draft or born_words(born))
    tried = attempt(form, lambda: once(request, form, lambda: _propose(form, person, campaign, born)))
    if tried.result:
        say_done(request, _("Your idea is written down. You are told of each of its steps."))
        return see_other("ideas:idea", tried.result)
    barred = rules.why_not_propose(campaign, person, now())
    context = {"form": form, "campaign": campaign, "barred": barred, "born": born}
    return render(request, "ideas/idea_new.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Say an idea otherwise, while it has no answer."""
    person, found = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_reword(found, person))
    form = IdeaForm(sent(request), initial=words_of(found))
    tried = attempt(form, lambda: actions.reword_idea(by=person, idea=found, wish=form.wish()))
    if tried.done:
        say_done(request, _("The idea was reworded."))
        return see_other("ideas:idea", found.pk)
    return render(request, "ideas/idea_change.html", {"form": form, "idea": found}, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an idea, or promise its next step."""
    person, found = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_move(found, person))
    form = StepForm(sent(request), idea=found, by=person)
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.move_idea(by=person, idea=found, wish=form.wish()).pk),
    )
    if tried.result:
        say_done(request, _("The step is written down."))
        return see_other("ideas:idea", found.pk)
    return render(request, "ideas/idea_step.html", {"form": form, "idea": found}, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_entrusting(request: HttpRequest, pk: int) -> HttpResponse:
    """Have somebody else answer for an idea that has waited too long past its day."""
    person, found = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_give_on(found, person, today()))
    form = EntrustingForm(sent(request), by=person)
    tried = attempt(form, lambda: actions.entrust_idea(by=person, idea=found, **form.cleaned_data))
    if tried.done:
        say_done(request, _("The idea is entrusted. Whoever answers for it now is told."))
        return see_other("ideas:idea", found.pk)
    return render(request, "ideas/idea_entrusting.html", {"form": form, "idea": found}, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own idea back."""
    person, found = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_withdraw(found, person))
    form = ReasonForm(sent(request))
    tried = attempt(
        form, lambda: actions.withdraw_idea(by=person, idea=found, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        say_done(request, _("The idea was withdrawn."))
        return see_other("ideas:idea", found.pk)
    return render(request, "ideas/idea_withdrawal.html", {"form": form, "idea": found}, status=tried.status)


@require_POST
@login_required
def idea_support(request: HttpRequest, pk: int) -> HttpResponse:
    """Support an idea, or do so no more: ``wanted`` says which."""
    person, found = person_of(request), seen_idea(request, pk)
    if request.POST.get("wanted") == "0":
        actions.take_support_back(by=person, idea=found)
    else:
        actions.support_idea(by=person, idea=found)
    return see_other("ideas:idea", found.pk)


@require_POST
@login_required
def idea_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about an idea."""
    person, found = person_of(request), seen_idea(request, pk)
    form = CommentForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _comment(form, person, found)))
    if tried.result:
        return see_other("ideas:idea", found.pk, fragment=f"comment-{tried.result}")
    return page(request, found, form, status=tried.status)


def seen_idea(request: HttpRequest, pk: int) -> Idea:
    """Give an idea that the reader may see, with all that its page says."""
    found = queries.seen_idea(reader_of(request), pk)
    if found is None:
        raise Http404
    return found


def asked_stance(request: HttpRequest) -> dict[str, str]:
    """Give the stance that an address asks for: ``?stance=question`` leads to asking."""
    stance = request.GET.get("stance", "")
    return {"stance": stance} if stance in Stance.values else {}


def _propose(form: IdeaForm, person: Person, campaign: Campaign, born: Born) -> int:
    return actions.propose_idea(by=person, campaign=campaign, wish=form.wish(born)).pk


def _comment(form: CommentForm, person: Person, idea: Idea) -> int:
    given = form.cleaned_data
    answers = idea.comments.filter(pk=given["answers"]).first() if given["answers"] else None
    return actions.comment_on_idea(
        by=person, idea=idea, text=given["text"], stance=given["stance"], answers=answers
    ).pk


def page(
    request: HttpRequest, found: Idea, form: CommentForm | None = None, *, authors: AuthorsForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Show the page of an idea, with the form that was sent as it was sent."""
    reader, at = reader_of(request), now()
    merge = queries.standing_merge(found)
    writes = reader is not None and queries.is_author(found, reader)
    answers = reader is not None and not rules.why_not_answer(found, reader)
    context: dict[str, Any] = {
        "idea": found,
        **_talk(found, reader, form or CommentForm()),
        **(_of_authors(found, reader, authors) if reader and writes else {}),
        **_support(found, reader, at),
        "merge": merge,
        "writes": writes,
        "answers": answers,
        "rewords": writes and reader is not None and not rules.why_not_reword(found, reader),
        "withdraws": writes and reader is not None and not rules.why_not_withdraw(found, reader),
        "moves": reader is not None and not rules.why_not_move(found, reader),
        "entrusts": bool(reader and not (answers or rules.why_not_give_on(found, reader, today(at=at)))),
        "joins": (writes or answers) and merge is None and found.is_joinable,
    }
    return render(request, "ideas/idea.html", context, status=status)


def _support(found: Idea, reader: Person | None, at: datetime) -> dict[str, Any]:
    """Give what a reader knows of its support, and whether she can give hers."""
    mine, supporters = queries.known_support(found, reader, at)
    return {
        "mine": mine,
        "supporters": supporters,
        "invites": _takes_support(found, at),
        "why_not_weigh": rules.why_not_weigh(found.campaign, reader, at) if reader else "",
        "why_not_support": rules.why_not_support(found, reader, 1, at) if reader else "",
    }


def _takes_support(found: Idea, at: datetime) -> bool:
    """Say whether members can support an idea on its page, so that others are asked to sign in for it."""
    campaign = found.campaign
    return found.is_open and campaign.weighing == Weighing.SUPPORT and bool(campaign.round_at(at))


def _of_authors(found: Idea, person: Person, authors: AuthorsForm | None) -> dict[str, Any]:
    """Give what authors do: reword, invite, leave; and who is invited."""
    return {
        "rewords": found.is_joinable and found.answered_at is None,
        "waiting": queries.invitations_to(found),
        "authors": authors or AuthorsForm() if found.is_open else None,
        "leaves": found.is_open and len([one for one in found.authors.all() if one.person_id]) > 1,
    }


def _talk(idea: Idea, reader: Person | None, form: CommentForm) -> dict[str, Any]:
    """What is said of an idea, the form to say more, and where it was born."""
    moderates = reader is not None and not rules.why_not_moderate(reader)
    said = queries.threads(idea, reader, moderates=moderates)
    return {
        "form": form,
        "moderates": moderates,
        "threads": said,
        "answered": _answered(idea, form),
        "born_at": queries.birthplace(idea, reader),
    }


def _answered(idea: Idea, form: CommentForm) -> Comment | None:
    """Give the comment that a form answers, unless it was taken back or is hidden."""
    number = str(form["answers"].value() or "")
    said = (comment for comment in idea.comments.all() if comment.text and not comment.hidings.all())
    return next((comment for comment in said if str(comment.pk) == number), None)
