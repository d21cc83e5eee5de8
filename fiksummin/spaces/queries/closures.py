"""What is shut for a time, and whom it concerns."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Cell, Closure, Site, Space, Visit
from fiksummin.spaces.queries.opening import Opening, openings
from fiksummin.spaces.queries.sites import managed_sites


@dataclass(frozen=True)
class Closing:
    """What somebody wants to shut: a site, or one space of it, for a range of aware moments; why, by language."""

    space: Space | None
    start: datetime
    end: datetime
    reason: dict[str, str]

    def begins(self, at: datetime) -> datetime:
        """Say from when on it concerns anybody: what is over by a moment stays as it was, though its day be shut."""
        return max(self.start, at)


@dataclass(frozen=True)
class ToShut:
    """What somebody is about to shut at a site: rooms above tell what it means for them, where the page has a place."""

    site: Site
    closing: Closing


@dataclass(frozen=True)
class Shut:
    """What is shut at a site now and later: rooms above tell what that took, where the page has a place."""

    closures: list[Closure]


@dataclass(frozen=True)
class Affected:
    """The bookings and visits that cannot be while a place is shut."""

    bookings: list[Booking]
    visits: list[Visit]

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.bookings) + len(self.visits)


def affected(site: Site, closing: Closing, at: datetime) -> Affected:
    """Find the standing bookings, and (when the whole site is shut) the visits, that cannot be from a moment on."""
    start, end = closing.begins(at), closing.end
    bookings = Booking.objects.filter(site=site, released_at=None, left_at=None).standing().within(start, end)
    if closing.space is not None:
        bookings = bookings.filter(places__space__cells__in=closing.space.cells.all()).distinct()
        visits: QuerySet[Visit] = Visit.objects.none()
    else:
        visits = Visit.objects.filter(site=site, left_at=None).standing().within(start, end)
    return Affected(
        list(bookings.select_related("site", "person").prefetch_related("places__space")),
        list(visits.select_related("site", "person")),
    )


def cells_to_shut(site: Site, space: Space | None) -> list[int]:
    """Give the ids of the cells that a closure keeps."""
    if space is not None:
        return [cell.pk for cell in space.cells.all()]
    return list(Cell.objects.filter(site=site, retired_at=None).values_list("pk", flat=True))


def closures_ahead(site: Site, at: datetime) -> QuerySet[Closure]:
    """The closures that stand now or later, the next one first."""
    return Closure.objects.filter(site=site, lifted_at=None, ends_at__gt=at).select_related("site", "space")


def managed_closures(person: Person) -> QuerySet[Closure]:
    """The closures of the sites that a person may change."""
    return Closure.objects.filter(site__in=managed_sites(person)).select_related("site", "space")


def closure_of(booking_or_visit: Booking | Visit) -> Closure | None:
    """Find the closure for which something was called off."""
    if booking_or_visit.cancelled_at is None:
        return None
    found = Closure.objects.filter(
        site=booking_or_visit.site,
        made_at=booking_or_visit.cancelled_at,
        starts_at__lt=booking_or_visit.ends_at,
        ends_at__gt=booking_or_visit.starts_at,
    )
    return found.first()


def shut_hours(site: Site, start: datetime, end: datetime) -> dict[date, tuple[time, time] | None]:
    """Tell what is left of the opening hours of the days on which a whole site is shut: None for nothing.

    A day that is shut in the middle keeps its hours; its cells are claimed.
    """
    first, last = (at.astimezone(site.zone).date() for at in (start, end - timedelta(microseconds=1)))
    found: dict[date, tuple[time, time] | None] = {}
    for day, opening in openings(site, first, last).items():
        left = _left(opening, site, start, end)
        if left is not opening:
            found[day] = left if isinstance(left, tuple) else None
    return found


def _left(opening: Opening, site: Site, start: datetime, end: datetime) -> Opening | tuple[time, time] | None:
    """Cut a day's hours at either end; the same opening when nothing is cut."""
    opens, closes = opening.opens_at, opening.closes_at
    if opens is None or closes is None or end <= opens or start >= closes or (opens < start and end < closes):
        return opening
    if start <= opens and end >= closes:
        return None
    begins, ends = (max(opens, end), closes) if start <= opens else (opens, min(closes, start))
    return begins.astimezone(site.zone).time(), ends.astimezone(site.zone).time()
