"""Asking for help and reporting, by anybody at the place; and the hosts who see to it."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of, reader_of
from fiksummin.spaces import actions, limits, queries, rules
from fiksummin.spaces.forms.reports import AnswerForm, ReportForm
from fiksummin.spaces.models import Report
from fiksummin.spaces.views.access import hosted_site, seen_site
from fiksummin.ui.attempts import attempt, once, see_other, sent

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@shown_and_sent
def report_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for help or report; ``?space=`` and ``?kind=`` fill in what the code on the door knows."""
    site, reader = seen_site(request, slug), reader_of(request)
    known = {name: request.GET.get(name, "") for name in ("space", "kind")}
    form = ReportForm(sent(request), site=site, initial=known)
    if form.is_bound and form.is_valid() and not limits.may_report(request):
        form.add_error(
            None, _("Many reports have come from your network within an hour. Tell the host in person.")
        )
        words = {"site": site, "form": form}
        return render(request, "spaces/report_new.html", words, status=HTTPStatus.TOO_MANY_REQUESTS)
    tried = attempt(
        form, lambda: once(request, form, lambda: actions.send_report(by=reader, site=site, **form.wish).pk)
    )
    if tried.result:
        return see_other("spaces:report", queries.reports.token_of(tried.result))
    return render(request, "spaces/report_new.html", {"site": site, "form": form}, status=tried.status)


@require_safe
def report(request: HttpRequest, token: str) -> HttpResponse:
    """Show whoever sent a report where it stands; the address is the key."""
    # allow(through-the-person): the sender need not have an account; the secret in the address is the key
    found = get_object_or_404(queries.reports.by_token(token))
    return render(request, "spaces/report.html", {"report": found, "site": found.site})


@require_safe
@login_required
def report_mine(request: HttpRequest) -> HttpResponse:
    """List what the person sent herself."""
    return render(request, "spaces/report_mine.html", {"reports": queries.reports.mine(person_of(request))})


@require_safe
@login_required
def report_list(request: HttpRequest, slug: str) -> HttpResponse:
    """List the reports of a site for its hosts, the open ones first."""
    site = hosted_site(request, slug)
    context = {
        "site": site,
        "waiting": queries.reports.open_at(site),
        "closed": queries.reports.closed_at(site),
    }
    return render(request, "spaces/report_list.html", context)


@require_POST
@login_required
def report_sight(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a report: that notes that a host has seen it; opening it again changes nothing."""
    report = _as_host(request, pk)
    if not report.seen_at:
        actions.note_seen(by=person_of(request), report=report)
    return see_other("spaces:report_answer", report.pk)


@shown_and_sent
@login_required
def report_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report to its host, and take the answer."""
    person, report = person_of(request), _as_host(request, pk)
    form = AnswerForm(sent(request))
    tried = attempt(form, lambda: once(request, form, lambda: _answer(form, by=person, report=report).pk))
    if tried.done:
        messages.success(request, _("The answer is sent."))
        return see_other("spaces:report_list", report.site.slug, fragment=f"report-{report.pk}")
    context = {
        "site": report.site,
        "report": report,
        "form": form,
        "fixed": rules.why_not_handle(person, report),
    }
    return render(request, "spaces/report_answer.html", context, status=tried.status)


@require_POST
@login_required
def report_closing(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a report; closing it again changes nothing."""
    report = _as_host(request, pk)
    if not report.closed_at:
        actions.close_report(by=person_of(request), report=report)
        messages.success(request, _("The report is closed."))
    return see_other("spaces:report_list", report.site.slug)


def _as_host(request: HttpRequest, pk: int) -> Report:
    """Give a report to a host; whoever sent it hears why not, a stranger gets 404."""
    person = person_of(request)
    report = get_object_or_404(queries.reports.for_person(person), pk=pk)
    refuse_if(rules.why_not_host(person, report.site))
    return report


def _answer(form: AnswerForm, by: Person, report: Report) -> Report:
    given = form.cleaned_data
    return actions.answer_report(by=by, report=report, answer=given["answer"], close=given["close"])
