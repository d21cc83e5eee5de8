"""What somebody looks for, who she is to the rules, and the hours in which it may lie."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from fiksummin.core.time import MIDNIGHT
from fiksummin.spaces.models import Policy, Site
from fiksummin.spaces.queries.availability import bits
from fiksummin.spaces.queries.opening import Opening, openings


def _anybody(*_of: object) -> bool:
    return True


@dataclass(frozen=True)
class Asker:
    """Whom a search is for, as far as the rules about persons tell; everybody, unless told."""

    may_use: Callable[[Policy], bool] = _anybody
    may_come: Callable[[Site, date], bool] = _anybody


@dataclass(frozen=True)
class Search:
    """So many minutes for so many people on any day from first to last (inclusive), within the hours of the day.

    ``earliest`` and ``latest`` bound the booking by the site's clock. ``features``
    are values of ``Feature``, ``layout`` and ``kind`` of ``LayoutKind`` and
    ``SpaceKind``; ``space`` is the id of the only space that will do, ``begins``
    the only moment at which the booking may begin, ``until`` one by which it is over.
    ``purpose`` is a value of ``Purpose``: only what suits it will do.
    """

    first: date
    last: date
    minutes: int
    people: int = 1
    earliest: time | None = None
    latest: time | None = None
    features: tuple[str, ...] = ()
    layout: str = ""
    kind: str = ""
    space: int | None = None
    begins: datetime | None = None
    until: datetime | None = None
    purpose: str = ""


@dataclass(frozen=True, eq=False)
class Hours:
    """The range of a day at a site in which a booking may lie, in minutes since 1970."""

    site: Site
    day: date
    first: int
    last: int

    @cached_property
    def length(self) -> int:
        """How many minutes there are."""
        return self.last - self.first

    @cached_property
    def chunk(self) -> tuple[int, int]:
        """The day since 1970 in UTC on which they begin, and the minute of it."""
        return divmod(self.first, bits.DAY)


def hours_of(site: Site, search: Search, at: datetime) -> Iterator[Hours]:
    """Give the days on which a site has hours enough, from a moment on."""
    first = max(search.first, at.astimezone(site.zone).date())
    if first > search.last:
        return
    for opening in openings(site, first, search.last).values():
        found = _within(site, opening, search, at)
        if found and found.length >= search.minutes:
            yield found


def _within(site: Site, opening: Opening, search: Search, at: datetime) -> Hours | None:
    if opening.opens_at is None or opening.closes_at is None:
        return None
    first, last = max(opening.opens_at, at), opening.closes_at
    if search.until is not None:
        last = min(last, search.until)
    if search.earliest is not None:
        first = max(first, _wall(opening.date, search.earliest, site))
    if search.latest is not None:
        last = min(last, _wall(opening.date, search.latest, site)) if search.latest != MIDNIGHT else last
    return Hours(site, opening.date, minute_up(first), minute(last))


def minute(moment: datetime) -> int:
    """Give the minute since 1970 in which a moment lies."""
    return int(moment.timestamp()) // 60


def minute_up(moment: datetime) -> int:
    """Give the first whole minute that is not before a moment."""
    return int(-(-moment.timestamp() // 60))


def moment_of(minutes: int) -> datetime:
    """Give the moment of a minute since 1970, in UTC."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)


def _wall(day: date, clock: time, site: Site) -> datetime:
    return datetime.combine(day, clock, tzinfo=site.zone).astimezone(UTC)
