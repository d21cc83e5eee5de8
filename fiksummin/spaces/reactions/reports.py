"""What follows when somebody reports, and when a host answers."""

from fiksummin.core.facts import later
from fiksummin.spaces import letters
from fiksummin.spaces.facts import ReportAnswered, ReportOverdue, ReportSent
from fiksummin.spaces.models import Report


@later(ReportSent)
def pass_report_on(fact: ReportSent) -> None:
    """A fault or a danger reaches those who mend it by mail."""
    report = _found(fact.report)
    if report:
        letters.pass_report_on(report)


@later(ReportAnswered)
def pass_answer_on(fact: ReportAnswered) -> None:
    """The answer reaches the sender by mail."""
    report = _found(fact.report)
    if report:
        letters.tell_of_answer(report)


@later(ReportOverdue)
def pass_overdue_on(fact: ReportOverdue) -> None:
    """What nobody answered in time reaches those who look after the site by mail."""
    report = _found(fact.report)
    if report and report.is_late:
        letters.tell_overdue_report(report)


def _found(report: int) -> Report | None:
    return Report.objects.filter(pk=report).select_related("site", "space", "person").first()
