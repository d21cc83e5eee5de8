"""Why not a report: what it must say, and where it stands already."""

from django.utils.translation import gettext as _

from fiksummin.core.wording import why_too_long
from fiksummin.people.models import Person
from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.models import Report, Site, Space
from fiksummin.spaces.models.visit import LONGEST_NOTE
from fiksummin.spaces.rules.refusals import Refusal
from fiksummin.spaces.rules.visits import why_not_host


def why_not_report(site: Site, kind: str, text: str, space: Space | None) -> Refusal | None:
    """Say why a report cannot be sent as it is. Who asks for help need not explain herself."""
    if kind not in ReportKind.values:
        return Refusal(_("Choose what your report is about."), "kind")
    if space is not None and (space.site_id != site.pk or space.retired_at):
        return Refusal(_("Choose a space of this site."), "space")
    if not text and kind != ReportKind.HELP:
        return Refusal(_("Tell what is broken or dangerous, and where."), "text")
    return _why_not_long(text)


def why_not_handle(person: Person, report: Report) -> str:
    """Say why a person may not see to a report: not a host there, or it is closed."""
    reason = why_not_host(person, report.site)
    if reason:
        return reason
    return _("The report is closed already.") if report.closed_at else ""


def why_not_answer_with(text: str) -> Refusal | None:
    """Say why a text is no answer to a report."""
    if not text:
        return Refusal(_("Write the answer."), "answer")
    return _why_not_long(text, "answer")


def _why_not_long(text: str, field: str = "text") -> Refusal | None:
    refusal = why_too_long(text, LONGEST_NOTE)
    return Refusal(refusal, field) if refusal else None
