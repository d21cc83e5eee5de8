"""Joining an idea to another: asked, answered by its authors, undone."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fiksummin.core.errors import refuse_if
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import MergeAnswerForm, MergeForm, TitleForm, UndoingForm
from fiksummin.ideas.models import Idea
from fiksummin.ideas.views.ideas import seen_idea
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, once, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether an idea may be joined to another, which is found by its title (``?q=``)."""
    person, idea = person_of(request), seen_idea(request, pk)
    refuse_if(rules.why_not_ask(idea, person))
    words = request.GET.get("q", "").strip()
    found = queries.joinable_by_title(idea, words)
    form = MergeForm(sent(request), found=found)
    tried = attempt(form, lambda: once(request, form, lambda: _ask(form, person, idea)))
    if tried.result:
        say_done(request, _("It is written down. You are told what comes of it."))
        return see_other("ideas:idea", idea.pk)
    context = {"idea": idea, "form": form, "search": TitleForm(initial={"q": words}), "found": found}
    context["words"] = words
    return render(request, "ideas/idea_merge.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_merge_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say for the authors whether their idea is joined to another."""
    person, idea = person_of(request), seen_idea(request, pk)
    merge = get_object_or_404(queries.merge_of(idea, is_agreed=False))
    refuse_if(rules.why_not_agree(merge, person))
    form = MergeAnswerForm(sent(request))
    act = {True: actions.agree_to_merge, False: actions.refuse_merge}
    tried = attempt(form, lambda: act[form.agrees](by=person, merge=merge, words=form.cleaned_data["words"]))
    if tried.done:
        say_done(request, _("Your answer is written down."))
        return see_other("ideas:idea", idea.pk)
    context = {"idea": idea, "merge": merge, "form": form}
    return render(request, "ideas/idea_merge_answer.html", context, status=tried.status)


@require_POST
@login_required
def idea_merge_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask no more whether an idea may be joined to another."""
    person, idea = person_of(request), seen_idea(request, pk)
    merge = get_object_or_404(queries.merge_of(idea, is_agreed=False))
    actions.withdraw_merge(by=person, merge=merge)
    say_done(request, _("The authors are asked no more."))
    return see_other("ideas:idea", idea.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def idea_merge_undoing(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an idea that was joined to another stand by itself again."""
    person, idea = person_of(request), seen_idea(request, pk)
    merge = get_object_or_404(queries.merge_of(idea, is_agreed=True))
    refuse_if(rules.why_not_undo_merge(merge, person))
    form = UndoingForm(sent(request))
    tried = attempt(
        form, lambda: actions.undo_merge(by=person, merge=merge, words=form.cleaned_data["words"])
    )
    if tried.done:
        say_done(request, _("The idea stands by itself again, with its own supporters."))
        return see_other("ideas:idea", idea.pk)
    context = {"idea": idea, "merge": merge, "form": form}
    return render(request, "ideas/idea_merge_undoing.html", context, status=tried.status)


def _ask(form: MergeForm, person: Person, idea: Idea) -> int:
    given = form.cleaned_data
    into = get_object_or_404(queries.joinable(idea), pk=given["into"])
    return actions.ask_to_merge(by=person, idea=idea, into=into, reason=given["reason"]).pk
