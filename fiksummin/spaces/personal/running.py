"""What becomes of what is left by those who run the day, and by those who ask them for help."""

from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.spaces.models import Closure, Report, Shift


def _shifts(person: int) -> Rows:
    rows = Shift.objects.filter(person=person).values("site__name_fi", "starts_at", "ends_at")
    return [dict(row) for row in rows]


def _forget_shifts(person: int) -> None:
    Shift.objects.filter(person=person).delete()


def _reports(person: int) -> Rows:
    fields = ("kind", "text", "made_at", "answer", "closed_at")
    return [dict(row) for row in Report.objects.filter(person=person).values("site__name_fi", *fields)]


def _forget_reports(person: int) -> None:
    """Her own words go; what somebody else reported stays without the name of whoever saw to it."""
    Report.objects.filter(person=person).delete()
    for role in ("seen_by", "answered_by", "closed_by"):
        Report.objects.filter(**{role: person}).update(**{role: None})


def _forget_closures(person: int) -> None:
    for role in ("made_by", "lifted_by"):
        Closure.objects.filter(**{role: person}).update(**{role: None})


declare(
    "spaces.Shift",
    purpose=_("The roster of hosts: visitors see who hosts now and next"),
    export=_shifts,
    erase=_forget_shifts,
)
declare(
    "spaces.Report",
    purpose=_("Answering your request for help or your report"),
    export=_reports,
    erase=_forget_reports,
)
declare(
    "spaces.Closure",
    purpose=_("Who shut a place for a time"),
    export=None,
    erase=_forget_closures,
)
