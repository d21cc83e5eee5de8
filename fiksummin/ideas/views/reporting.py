"""Reporting a comment, and what moderators do about it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.ideas import actions, queries, rules
from fiksummin.ideas.forms import LeavingForm, ReportForm
from fiksummin.ideas.models import Comment
from fiksummin.people.queries import person_of
from fiksummin.ui.attempts import attempt, say_done, see_other, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def comment_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask moderators to look at a comment; afterwards, read what came of it."""
    person = person_of(request)
    comment = get_object_or_404(queries.comments_for(person), pk=pk)
    told = queries.reports_by(person).filter(comment=comment).first()
    if told is not None and request.method != "POST":
        return render(request, "ideas/report.html", {"report": told, "idea": comment.idea})
    refuse_if(rules.why_not_report(comment, person))
    form = ReportForm(sent(request))
    tried = attempt(
        form, lambda: actions.report_comment(by=person, comment=comment, reason=form.cleaned_data["reason"])
    )
    if tried.done:
        say_done(request, _("Your report is with the moderators. You are told what came of it."))
        return see_other("ideas:comment_report", comment.pk)
    context = {"comment": comment, "idea": comment.idea, "form": form}
    return render(request, "ideas/comment_report.html", context, status=tried.status)


@require_safe
@login_required
def reported(request: HttpRequest, pk: int) -> HttpResponse:
    """Show moderators a comment that was reported, with the reasons; not who reported it."""
    return _page(request, _seen(request, pk))


@require_POST
@login_required
def reported_leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a reported comment as it is, with a sentence to those who reported it."""
    person, comment = person_of(request), _seen(request, pk)
    form = LeavingForm(sent(request))
    tried = attempt(
        form, lambda: actions.leave_comment(by=person, comment=comment, answer=form.cleaned_data["answer"])
    )
    if tried.done:
        say_done(request, _("The comment stays. Whoever reported it reads why."))
        return see_other("ideas:moderation")
    return _page(request, comment, form=form, status=tried.status)


def _seen(request: HttpRequest, pk: int) -> Comment:
    person = person_of(request)
    if rules.why_not_moderate(person):
        raise Http404
    rows = queries.comments_for(person).exclude(person=person).filter(reports__isnull=False).distinct()
    return get_object_or_404(rows, pk=pk)


def _page(
    request: HttpRequest, comment: Comment, *, form: LeavingForm | None = None, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    context = {
        "comment": comment,
        "idea": comment.idea,
        "reports": queries.reports_of(comment),
        "hides": not rules.why_not_hide(comment, person),
        "form": (form or LeavingForm()) if form or not rules.why_not_leave(comment, person) else None,
        "why_not": rules.why_not_leave(comment, person),
    }
    return render(request, "ideas/reported.html", context, status=status)
