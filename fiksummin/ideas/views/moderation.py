"""Moderation: hiding a comment, appealing, answering the appeal, and what waits for moderators."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import AppealForm, HidingForm, RulingForm
from fiksummin.ideas.models import Hiding
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent

ON_A_PAGE = 50


@require_safe
@login_required
def moderation(request: HttpRequest) -> HttpResponse:
    """Show moderators what is reported and hidden, first what waits for an answer."""
    person = person_of(request)
    if rules.why_not_moderate(person):
        raise Http404
    hidden = queries.hidings_of(person, moderates=True)
    page = Paginator(hidden, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "waiting": hidden.waiting()[:ON_A_PAGE],
        "reported": queries.reported_comments(person)[:ON_A_PAGE],
    }
    return render(request, "ideas/moderation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def comment_hiding(request: HttpRequest, pk: int) -> HttpResponse:
    """Hide a comment, with a reason."""
    person = person_of(request)
    comment = get_object_or_404(queries.comments_for(person), pk=pk)
    refuse_if(rules.why_not_hide(comment, person))
    form = HidingForm(sent(request))
    tried = attempt(
        form, lambda: actions.hide_comment(by=person, comment=comment, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        say_done(request, _("The comment is hidden. Whoever wrote it reads why."))
        return see_other("ideas:idea", comment.idea_id, fragment=f"comment-{comment.pk}")
    context = {"comment": comment, "idea": comment.idea, "form": form}
    return render(request, "ideas/comment_hiding.html", context, status=tried.status)


@require_safe
@login_required
def hiding(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the author and moderators why a comment is hidden, and what was said to it."""
    return _page(request, _seen(request, pk))


@require_POST
@login_required
def hiding_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask another moderator to look at one's comment."""
    person, found = person_of(request), _seen(request, pk)
    form = AppealForm(sent(request))
    tried = attempt(
        form, lambda: actions.appeal_hiding(by=person, hiding=found, appeal=form.cleaned_data["appeal"])
    )
    if tried.done:
        say_done(request, _("Your appeal is written down. Another moderator answers it."))
        return see_other("ideas:hiding", found.pk)
    return _page(request, found, appeal=form, status=tried.status)


@require_POST
@login_required
def hiding_ruling(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an appeal."""
    person, found = person_of(request), _seen(request, pk)
    form = RulingForm(sent(request))
    tried = attempt(
        form,
        lambda: actions.rule_on_hiding(
            by=person, hiding=found, restores=form.cleaned_data["restores"] == "yes",
            ruling=form.cleaned_data["ruling"],
        ),
    )  # fmt: skip
    if tried.done:
        say_done(request, _("Your answer is written down."))
        return see_other("ideas:hiding", found.pk)
    return _page(request, found, ruling=form, status=tried.status)


@require_POST
@login_required
def hiding_restoring(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a comment that one hid be read again."""
    person, found = person_of(request), _seen(request, pk)
    actions.restore_comment(by=person, hiding=found)
    say_done(request, _("The comment is read again."))
    return see_other("ideas:hiding", found.pk)


def _seen(request: HttpRequest, pk: int) -> Hiding:
    person = person_of(request)
    return get_object_or_404(queries.hidings_of(person, moderates=not rules.why_not_moderate(person)), pk=pk)


def _page(
    request: HttpRequest, found: Hiding, *, appeal: AppealForm | None = None, ruling: RulingForm | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    person = person_of(request)
    moderates = not rules.why_not_moderate(person)
    context = {
        "hiding": found,
        "idea": found.comment.idea,
        "moderates": moderates,
        "appeal": (appeal or AppealForm()) if appeal or not rules.why_not_appeal(found, person) else None,
        "ruling": (ruling or RulingForm()) if ruling or not rules.why_not_rule(found, person) else None,
        "why_not_rule": rules.why_not_rule(found, person) if moderates and found.appealed_at else "",
        "restores": not rules.why_not_restore(found, person),
    }
    return render(request, "ideas/hiding.html", context, status=status)
