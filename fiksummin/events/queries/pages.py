"""What the pages about events show, and about one's own registrations."""

from datetime import date, datetime

from django.db.models import Prefetch, Q
from django.db.models.functions import ExtractYear

from fiksummin.core.time import HELSINKI, day_bounds
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.events.queries.finding import Finding, known_to, matching
from fiksummin.events.queries.rows import LONG
from fiksummin.people.models import Person
from fiksummin.spaces.models import BookedSpace

_SPACES = Prefetch(
    "booking__places", BookedSpace.objects.select_related("space", "layout").order_by("space__pk")
)
_POOLS = Prefetch("pools", Pool.objects.order_by("mode"))


def events_for(reader: Person | None) -> EventQuerySet:
    """Give the events that a reader may know of, with all that the page of one says."""
    return with_all(Event.objects.visible_to(reader))


def with_all(rows: EventQuerySet) -> EventQuerySet:
    """Bring along what the page of one event says."""
    return with_place(rows.select_related("theme", "series", "season", "digest", "visited")).prefetch_related(
        "quotas", "questions", "people__person__organisation", "speakers", "programme", "materials", "tags"
    )


def with_place(rows: EventQuerySet) -> EventQuerySet:
    """Bring along what a row of a list says: the kind, where it is, how many places there are."""
    return rows.select_related("kind", "site", "booking").prefetch_related(_POOLS, _SPACES)


def events_between(
    reader: Person | None, wanted: Finding | None, start: datetime, end: datetime, at: datetime
) -> EventQuerySet:
    """Give the events that a reader looks for and that share a moment with a half-open range."""
    if wanted is None:
        return Event.objects.none()
    rows = matching(known_to(reader, wanted).standing(), wanted, at)
    return for_rows(rows.within(start, end))


def past_events(reader: Person | None, year: int, at: datetime) -> EventQuerySet:
    """Give the events of a year that are over, the latest first; those that were cancelled are among them."""
    start, end = day_bounds(date(year, 1, 1), HELSINKI)[0], day_bounds(date(year, 12, 31), HELSINKI)[1]
    rows = Event.objects.visible_to(reader).filter(
        published_at__isnull=False, ends_at__lte=at, starts_at__gte=start, starts_at__lt=end
    )
    return for_rows(rows).order_by("-starts_at", "-pk")


def years_behind(reader: Person | None, at: datetime) -> list[int]:
    """Give the years of which a reader sees events that are over, the latest first; one query."""
    rows = Event.objects.visible_to(reader).filter(published_at__isnull=False, ends_at__lte=at)
    years = rows.order_by().values_list(ExtractYear("starts_at", tzinfo=HELSINKI), flat=True).distinct()
    return sorted(years, reverse=True)


def for_rows(rows: EventQuerySet) -> EventQuerySet:
    """Bring along what a row of a list says, without the long texts of an event's own page."""
    return with_place(rows).defer(*LONG)


def with_event(rows: RegistrationQuerySet) -> RegistrationQuerySet:
    """Bring along what a registration's page says of its event."""
    return rows.select_related(
        "event__kind", "event__site", "event__booking", "pool", "person", "organisation"
    ).prefetch_related(
        Prefetch("event__pools", Pool.objects.order_by("mode")),
        Prefetch(
            "event__booking__places",
            BookedSpace.objects.select_related("space", "layout").order_by("space__pk"),
        ),
        "event__questions",
        "event__people",
        "companions",
        "answers__question",
    )


def ahead_of(person: Person, at: datetime) -> list[Registration]:
    """Give what a person has registered for and is not over yet, the next first."""
    rows = Registration.objects.standing().filter(person=person, event__ends_at__gt=at)
    return list(with_event(rows).order_by("event__starts_at", "pk"))


def behind(person: Person, at: datetime) -> RegistrationQuerySet:
    """Give a person's registrations that have ended, or whose event is over, the latest first."""
    rows = Registration.objects.filter(person=person).filter(
        Q(ended_at__isnull=False) | Q(event__ends_at__lte=at)
    )
    return with_event(rows).order_by("-event__starts_at", "-pk")
