"""What people ask for or report, for the hosts and for whoever sent it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, When

from fiksummin.people.models import Person
from fiksummin.spaces.choices import ReportKind
from fiksummin.spaces.models import Report, Shift, Site
from fiksummin.spaces.models.running import ReportQuerySet

KEEP_CLOSED = timedelta(days=90)
"""How long a closed report keeps its words and its sender."""
PATIENCE = timedelta(minutes=5)
"""How long a request for help waits for a host's eye before it goes by letter."""
STALE_HELP = timedelta(days=1)
CLOSED_SHOWN = 20
_URGENCY = Case(When(kind=ReportKind.SAFETY, then=0), When(kind=ReportKind.HELP, then=1), default=2)


@dataclass(frozen=True)
class Waiting:
    """What waits for the hosts of a site: how many ask for help, since when, and how many other reports are open.

    ``late`` of them, the first since ``late_since``, have waited for an answer longer than they should.
    """

    help: int
    since: datetime | None
    others: int
    late: int = 0
    late_since: datetime | None = None


def for_person(person: Person) -> ReportQuerySet:
    """The reports a person may see: her own, and those at the places where she receives people."""
    return Report.objects.visible_to(person).select_related("site", "space", "person__organisation")


def by_token(token: str) -> ReportQuerySet:
    """The report that a secret address belongs to. What no token can hold (NUL) is not asked of the database."""
    return Report.objects.filter(token=token if token.isprintable() else "").select_related("site", "space")


def token_of(report: int) -> str:
    """Give the secret of the address at which a report is followed."""
    return Report.objects.values_list("token", flat=True).get(pk=report)


def mine(person: Person) -> ReportQuerySet:
    """What a person sent herself, the latest first."""
    return Report.objects.filter(person=person).select_related("site", "space")


def open_at(site: Site) -> ReportQuerySet:
    """The open reports of a site: dangers first, then requests for help, then faults; the oldest first."""
    found = Report.objects.filter(site=site).open().select_related("space", "person__organisation")
    return found.order_by(_URGENCY, "made_at", "id")


def closed_at(site: Site) -> list[Report]:
    """The reports of a site closed last."""
    closed = Report.objects.filter(site=site, closed_at__isnull=False).select_related("space")
    return list(closed.order_by("-closed_at", "-id")[:CLOSED_SHOWN])


def waiting(site: Site) -> Waiting:
    """Count what waits at a site; one query."""
    rows = list(
        Report.objects.filter(site=site)
        .open()
        .only("kind", "made_at", "climbed_at", "answered_at", "closed_at")
    )
    asked = [row.made_at for row in rows if row.kind == ReportKind.HELP]
    late = [row.made_at for row in rows if row.is_late]
    return Waiting(
        len(asked), min(asked, default=None), len(rows) - len(asked), len(late), min(late, default=None)
    )


def unseen_help(at: datetime) -> ReportQuerySet:
    """Requests for help that no host has looked at in time; those of long ago are let be."""
    unseen = Report.objects.filter(kind=ReportKind.HELP, seen_at=None, closed_at=None)
    return unseen.filter(made_at__lte=at - PATIENCE, made_at__gt=at - STALE_HELP).select_related(
        "site", "space"
    )


def on_shift(site: Site, at: datetime) -> list[Person]:
    """Those who host a site at a moment; one query."""
    shifts = Shift.objects.filter(site=site, starts_at__lte=at, ends_at__gt=at).select_related("person")
    return [shift.person for shift in shifts]


def long_closed(at: datetime) -> ReportQuerySet:
    """Closed reports whose words have been kept long enough."""
    closed = Report.objects.filter(closed_at__lt=at - KEEP_CLOSED)
    return closed.exclude(text="", answer="", person=None, seen_by=None, answered_by=None, closed_by=None)
