"""Somebody asks for help or reports; hosts see it, answer, close. After ninety days only a count remains."""

import secrets
from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import letters, queries, rules
from fiksummin.spaces.facts import ReportAnswered, ReportClosed, ReportOverdue, ReportSeen, ReportSent
from fiksummin.spaces.models import Report, Site, Space
from fiksummin.spaces.rules import Refusal


def send_report(
    *,
    by: Person | None,
    site: Site,
    kind: str,
    text: str = "",
    space: Space | None = None,
    at: datetime | None = None,
) -> Report:
    """Take a request for help or a report from anybody at the place (None: not signed in).

    It is followed by the secret of 256 bits in its ``token``. Raises Invalid.
    """
    text = text.strip()
    with transaction.atomic():
        _refuse(rules.why_not_report(site, kind, text, space))
        report = Report.objects.create(
            site=site, space=space, person=by, kind=kind, text=text, token=_token(), made_at=at or now()
        )
        announce(ReportSent(by=by.pk if by else None, report=report.pk))
    return report


def note_seen(*, by: Person, report: Report, at: datetime | None = None) -> Report:
    """Note that a host has seen a report; the first one counts. Raises NotAllowed."""
    with transaction.atomic():
        report = _handled(by, report)
        if _see(report, by, at or now()):
            report.save(update_fields=["seen_at", "seen_by"])
            announce(ReportSeen(by=by.pk, report=report.pk))
    return report


def answer_report(
    *, by: Person, report: Report, answer: str, close: bool = False, at: datetime | None = None
) -> Report:
    """Answer a report, and close it if that settles it; its sender reads it. Raises NotAllowed, Invalid."""
    at, answer = at or now(), answer.strip()
    with transaction.atomic():
        report = _handled(by, report)
        _refuse(rules.why_not_answer_with(answer))
        _see(report, by, at)
        report.answer, report.answered_at, report.answered_by = answer, at, by
        report.save(update_fields=["seen_at", "seen_by", "answer", "answered_at", "answered_by"])
        announce(ReportAnswered(by=by.pk, report=report.pk))
        if close:
            _close(report, by, at)
    return report


def close_report(*, by: Person, report: Report, at: datetime | None = None) -> Report:
    """Close a report, answered or not. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        report = _handled(by, report)
        _see(report, by, at)
        _close(report, by, at)
    return report


def call_hosts(*, at: datetime) -> None:
    """Write to the hosts on shift about each request for help that nobody has looked at in five minutes.

    Doing it again writes nothing twice: each host gets one letter for a request.
    """
    for report in queries.reports.unseen_help(at):
        letters.call_host(report, at)


def climb_reports(*, at: datetime) -> int:
    """Tell those who look after a site of each report that nobody answered in time; each climbs once.

    What the worker missed while it stood still climbs when it runs again.
    """
    late = [report for report in queries.ageing.unanswered(at) if _is_due(report, at)]
    return sum(_climb(report, at) for report in late)


def forget_reports(*, at: datetime) -> None:
    """Take the words and the names off reports closed ninety days ago; kind, place and times remain as counts.

    The secret address stops leading anywhere, and the journal forgets who sent and answered.
    """
    with transaction.atomic():
        for report in queries.reports.long_closed(at):
            report.text = report.answer = ""
            report.person = report.seen_by = report.answered_by = report.closed_by = None
            report.token = _token()
            report.save(
                update_fields=[
                    "text", "answer", "person", "seen_by", "answered_by", "closed_by", "token"
                ]
            )  # fmt: skip
            Entry.objects.filter(fact__startswith="spaces.Report", data__report=report.pk).update(by=None)


def _is_due(report: Report, at: datetime) -> bool:
    due = queries.ageing.answer_due(report)
    return due is not None and due <= at


def _climb(report: Report, at: datetime) -> int:
    with transaction.atomic():
        rows = Report.objects.select_for_update(no_key=True, of=("self",))
        fresh = rows.filter(pk=report.pk, answered_at=None, closed_at=None, climbed_at=None).first()
        if fresh is None:
            return 0
        fresh.climbed_at = at
        fresh.save(update_fields=["climbed_at"])
        announce(ReportOverdue(by=None, report=fresh.pk))
    return 1


def _token() -> str:
    return secrets.token_urlsafe(32)


def _see(report: Report, by: Person, at: datetime) -> bool:
    """Note who saw it first; say whether this one did."""
    if report.seen_at is not None:
        return False
    report.seen_at, report.seen_by = at, by
    return True


def _close(report: Report, by: Person, at: datetime) -> None:
    report.closed_at, report.closed_by = at, by
    report.save(update_fields=["seen_at", "seen_by", "closed_at", "closed_by"])
    announce(ReportClosed(by=by.pk, report=report.pk))


def _handled(by: Person, report: Report) -> Report:
    rows = Report.objects.select_for_update(no_key=True, of=("self",)).select_related("site")
    report = rows.get(pk=report.pk)
    refuse_if(rules.why_not_handle(by, report))
    return report


def _refuse(refusal: Refusal | None) -> None:
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
