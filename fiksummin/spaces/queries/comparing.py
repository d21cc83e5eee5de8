"""Where to go on a day: the sites side by side for a purpose, a time and so many people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fiksummin.core.time import MIDNIGHT
from fiksummin.spaces.choices import CellKind, Feature
from fiksummin.spaces.models import Booking, Claim, Site, Visit, Zone
from fiksummin.spaces.queries.availability import EVERYBODY
from fiksummin.spaces.queries.availability.finder import Finder, Found
from fiksummin.spaces.queries.availability.memory import MEMORY, Look
from fiksummin.spaces.queries.availability.purposes import suits
from fiksummin.spaces.queries.availability.reasons import answer
from fiksummin.spaces.queries.availability.wanted import Asker, Search, minute
from fiksummin.spaces.queries.opening import Opening, bring_hours, opening
from fiksummin.spaces.queries.seats import totals
from fiksummin.spaces.queries.statistics.hiding import SMALLEST
from fiksummin.spaces.queries.wishes import Answer

type Range = tuple[datetime, datetime]

MOST = 1000


@dataclass(frozen=True)
class Trip:
    """What somebody goes out for: a purpose (value of ``Purpose``), a day and hours by each site's own clock, as late as 24.00."""

    purpose: str
    day: date
    start: time
    end: time
    people: int = 1
    features: tuple[str, ...] = ()

    def at(self, site: Site) -> Range:
        """Give its moments at a site, in UTC."""
        last = self.day + timedelta(days=1) if self.end == MIDNIGHT else self.day
        start = datetime.combine(self.day, self.start, tzinfo=site.zone)
        end = datetime.combine(last, self.end, tzinfo=site.zone)
        return start.astimezone(UTC), end.astimezone(UTC)


@dataclass(frozen=True)
class Compared:
    """A site at the time of a trip.

    ``free`` counts the places that suit the purpose, ``best`` is one of them (or several together); ``seats``
    are work seats free throughout. ``people`` are those who have announced themselves, in full fives; fewer
    than five are 0. Moments in UTC.
    """

    site: Site
    opening: Opening
    start: datetime
    end: datetime
    is_over: bool
    free: int
    best: Answer | None
    seats: int
    people: int
    zones: list[str]
    access: list[str]

    @property
    def is_open(self) -> bool:
        """Say whether the door is open all the time, and the time still to come."""
        return not self.is_over and self.opening.holds(self.start, self.end)


def compare(sites: Sequence[Site], trip: Trip, at: datetime, *, asker: Asker = EVERYBODY) -> list[Compared]:
    """Compare sites for a trip, in their order.

    The queries do not depend on how many sites there are, nor on what is free there.
    """
    bring_hours(sites)
    times = {site.pk: trip.at(site) for site in sites}
    look = MEMORY.look([site.pk for site in sites], (trip.day - date(1970, 1, 1)).days + 2)
    taken, people, zones = _taken(times), _people(times), _zones(times)
    every = totals(sites)
    finders = {site.pk: Finder([site], _search(site, trip), at, asker, look) for site in sites}
    look.bring([option for finder in finders.values() for option in finder.furnished()])
    found = []
    for site in sites:
        start, end = times[site.pk]
        places = _places(finders[site.pk])
        hours = opening(site, trip.day)
        found.append(
            Compared(
                site, hours, start, end, is_over=start < at,
                free=len(places) if not places or len(places[0].options) == 1 else 0,
                best=answer(places[0]) if places else None,
                seats=every[site.pk] - taken.get(site.pk, 0) if hours.holds(start, end) else 0,
                people=people.get(site.pk, 0) // SMALLEST * SMALLEST,
                zones=zones.get(site.pk, []),
                access=_access(look, site, trip.purpose),
            )
        )  # fmt: skip
    return found


def _search(site: Site, trip: Trip) -> Search:
    start, end = trip.at(site)
    return Search(
        trip.day, trip.day, minute(end) - minute(start), trip.people, features=trip.features, begins=start,
        purpose=trip.purpose,
    )  # fmt: skip


def _places(finder: Finder) -> list[Found]:
    """Give what suits, the best first: each alone, else the best of several together."""
    return finder.alone(MOST) or (finder.together(1) if finder.search.people > 1 else [])


def _access(look: Look, site: Site, purpose: str) -> list[str]:
    """Name what places of a site that suit a purpose offer of what somebody may need to come at all."""
    options = look.catalogue.options.get(site.pk, [])
    offered = {feature for option in options if suits(purpose, option) for feature in option.features}
    return [str(feature.label) for feature in Feature if feature.is_about_access and feature in offered]


def _taken(times: dict[int, Range]) -> dict[int, int]:
    """Count by site the seats that are claimed at any moment of its range; one query."""
    claims = Claim.objects.filter(
        cell__kind=CellKind.SEAT, cell__retired_at=None, cell__site__in=times, **_about(times)
    )
    found: dict[int, set[int]] = {}
    for site, cell, start, end in claims.values_list("cell__site", "cell", "starts_at", "ends_at"):
        if site is not None and _meet(times[site], start, end):
            found.setdefault(site, set()).add(cell)
    return {site: len(cells) for site, cells in found.items()}


def _people(times: dict[int, Range]) -> dict[int, int]:
    """Count by site the people who have announced or booked something in its range; two queries."""
    visits = Visit.objects.standing().filter(site__in=times, left_at=None, **_about(times))
    bookings = Booking.objects.standing().not_offered()
    bookings = bookings.filter(site__in=times, released_at=None, left_at=None, **_about(times))
    found: dict[int, int] = {}
    fields = ("site", "people", "starts_at", "ends_at")
    for site, people, start, end in (*visits.values_list(*fields), *bookings.values_list(*fields)):
        if _meet(times[site], start, end):
            found[site] = found.get(site, 0) + people
    return found


def _zones(sites: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for zone in Zone.objects.filter(site__in=sites):
        found.setdefault(zone.site_id, []).append(zone.name)
    return found


def _about(times: dict[int, Range]) -> dict[str, datetime]:
    """Give the range about all ranges, as a filter (nothing to compare: an empty one)."""
    far = datetime(1970, 1, 1, tzinfo=UTC)
    return {
        "starts_at__lt": max((end for _start, end in times.values()), default=far),
        "ends_at__gt": min((start for start, _end in times.values()), default=far),
    }


def _meet(own: Range, start: datetime, end: datetime) -> bool:
    return start < own[1] and end > own[0]
