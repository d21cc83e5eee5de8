"""A series of events as a reader sees it, what came of it, and which organisations came."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Sum

from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import Event, EventSeries, Outcome, Registration, Theme
from fiksummin.events.models.event import EventQuerySet
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.queries.statistics import SMALLEST

MOST_RESULTS = 30


class Came(NamedTuple):
    """An organisation, and how many of its people came in all, at least."""

    organisation: str
    at_least: int


def themes_in(series: EventSeries, reader: Person | None) -> QuerySet[Theme]:
    """Give what the events of a series are about, as far as the reader sees them."""
    return Theme.objects.filter(Exists(_seen(reader).filter(series=series, theme=OuterRef("pk"))))


def results_of(reader: Person | None, **among: object) -> EventQuerySet:
    """Give the events whose takeaways are out, the latest first, with what was decided (``decided``). Two queries."""
    decided = Prefetch("outcomes", Outcome.objects.filter(kind=OutcomeKind.DECISION), to_attr="decided")
    rows = _seen(reader).filter(digest__isnull=False, **among).prefetch_related(decided)
    return rows.order_by("-starts_at", "-pk")[:MOST_RESULTS]


def who_came(series: EventSeries, reader: Person | None) -> list[Came]:
    """Give how many came from which organisation to the events that the reader sees, the most first. Two queries.

    Whole fives are told, rounded down: neither a look before and after an event nor subtraction tells of a few.
    Organisations of which fewer than five came are not named.
    """
    rows = Registration.objects.filter(
        event__in=_seen(reader).filter(series=series).values("pk"), organisation__isnull=False, arrived__gt=0
    )
    sums = (
        rows.order_by().values_list("organisation").annotate(came=Sum("arrived")).filter(came__gte=SMALLEST)
    )
    came = dict(sums)
    found = [
        Came(str(body), came[body.pk] - came[body.pk] % SMALLEST)
        for body in Organisation.objects.filter(pk__in=came)
    ]
    return sorted(found, key=lambda row: (-row.at_least, row.organisation))


def _seen(reader: Person | None) -> EventQuerySet:
    return Event.objects.visible_to(reader).filter(published_at__isnull=False)
