"""What fits somebody who waits: the places and times that are free while those in line are served."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet

from fiksummin.core.time import MIDNIGHT, day_bounds
from fiksummin.spaces.models import Claim, Closure, Layout, Site, Space
from fiksummin.spaces.queries.opening import Opening, openings
from fiksummin.spaces.queries.wishes import BookingWish, Place, WaitingWish, cells_of

type Range = tuple[datetime, datetime]
type Taken = dict[int, list[Range]]
"""For each cell the ranges in which it is claimed."""

FIVE, QUARTER = timedelta(minutes=5), timedelta(minutes=15)
WORTH_OFFERING = timedelta(minutes=15)
"""The least that must be left of a range that has begun for it to be offered."""


@dataclass(frozen=True)
class Near:
    """Where something became free: on these days (both included), on these cells (None: on any)."""

    first: date
    last: date
    cells: frozenset[int] | None = None


class Look:
    """A look at a site at a moment; what is taken on a day is read once, and anew after ``forget``."""

    def __init__(self, site: Site, at: datetime, near: Near | None = None) -> None:
        """Read the spaces in use, the smallest first; with ``near`` only what became free is looked at."""
        self.site = Site.objects.prefetch_related("hours", "special_days").get(pk=site.pk)
        self.at, self.near = at, near
        spaces = Space.objects.filter(site=site, retired_at=None).select_related("policy")
        rows = spaces.prefetch_related("cells", "layouts").order_by("seats", "position", "id")
        self.spaces = [space for space in rows if self._is_near(space)]
        self._taken: dict[date, Taken] = {}
        self._shut = [(row.starts_at, row.ends_at, self._cells_of(row)) for row in _closures(site, at)]

    def places(self, wish: WaitingWish) -> list[Place]:
        """Give the spaces that would do, each furnished for the wish; the smallest first."""
        wanted = [space for space in self.spaces if wish.space is None or space.pk == wish.space.pk]
        return [place for space in wanted if (place := _furnished(space, wish)) is not None]

    def free(self, wish: WaitingWish, places: Sequence[Place]) -> Iterator[BookingWish]:
        """Give what is free, the earliest first; how long rearranging takes is not counted yet."""
        for opening, first, last in self._days(wish):
            yield from self._on(wish, places, (first, last), self.taken(opening.date))

    def possible(self, wish: WaitingWish, places: Sequence[Place]) -> Iterator[BookingWish]:
        """Give what would be free if nobody had booked anything."""
        for _opening, first, last in self._days(wish):
            yield from self._on(wish, places, (first, last), {})

    def taken(self, day: date) -> Taken:
        """Tell what is claimed on a day; one query a day."""
        if day not in self._taken:
            start, end = day_bounds(day, self.site.zone)
            claims = Claim.objects.filter(cell__site=self.site, starts_at__lt=end, ends_at__gt=start)
            found: Taken = {}
            for cell, begins, ends in claims.values_list("cell_id", "starts_at", "ends_at"):
                found.setdefault(cell, []).append((begins, ends))
            for begins, ends, cells in self._shut:
                for cell in cells:
                    found.setdefault(cell, []).append((begins, ends))
            self._taken[day] = found
        return self._taken[day]

    def forget(self) -> None:
        """Read anew: something was claimed."""
        self._taken.clear()

    def opening(self, wish: BookingWish) -> Opening:
        """Give the opening hours of the day of a wish."""
        day = wish.start.astimezone(self.site.zone).date()
        return openings(self.site, day, day)[day]

    def _cells_of(self, closure: Closure) -> list[int]:
        """Give the cells that a closure shuts: while it is made it holds none yet, but frees what stood there."""
        spaces = [space for space in self.spaces if closure.space is None or space.pk == closure.space.pk]
        kept = closure.space.cells.all() if closure.space else ()
        return sorted({cell.pk for cell in kept} | set(cells_of(spaces)))

    def _is_near(self, space: Space) -> bool:
        cells = self.near.cells if self.near else None
        return cells is None or any(cell.pk in cells for cell in space.cells.all())

    def _days(self, wish: WaitingWish) -> Iterator[tuple[Opening, datetime, datetime]]:
        """Cut the window into days: within the opening hours, the hours wished, and what is still to come."""
        zone = self.site.zone
        first = max(wish.start, self.at).astimezone(zone).date()
        last = wish.end.astimezone(zone).date()
        if self.near:
            first, last = max(first, self.near.first), min(last, self.near.last)
        for day, opening in (openings(self.site, first, last) if first <= last else {}).items():
            if opening.opens_at is None or opening.closes_at is None:
                continue
            start = max(opening.opens_at, wish.start, self.at, self._wall(day, wish.day_from, wish.start))
            end = min(
                opening.closes_at,
                wish.end,
                self._wall(day, None if wish.day_until == MIDNIGHT else wish.day_until, wish.end),
            )
            if start < end:
                yield opening, start, end

    def _wall(self, day: date, clock: time | None, otherwise: datetime) -> datetime:
        if clock is None:
            return otherwise
        return datetime.combine(day, clock, tzinfo=self.site.zone).astimezone(UTC)

    def _on(
        self, wish: WaitingWish, places: Sequence[Place], hours: Range, taken: Taken
    ) -> Iterator[BookingWish]:
        found = [
            (start, number, end)
            for number, place in enumerate(places)
            for start, end in self._ranges(wish, place, hours, taken)
        ]
        for start, number, end in sorted(found):
            yield BookingWish((places[number],), start, end, wish.people, title=wish.title)

    def _ranges(self, wish: WaitingWish, place: Place, hours: Range, taken: Taken) -> Iterator[Range]:
        busy = [span for cell in place.space.cells.all() for span in taken.get(cell.pk, ())]
        for first, last in _gaps(hours, busy):
            if wish.is_exact:
                yield from _exact(wish, (first, last), self.at)
            else:
                yield from _within((first, last), timedelta(minutes=wish.minutes))


def places_that_do(site: Site, wish: WaitingWish) -> list[Place]:
    """Give the spaces of a site that would do for a wish, free or not; two queries."""
    spaces = Space.objects.filter(site=site, retired_at=None).select_related("policy")
    rows = spaces.filter(pk=wish.space.pk) if wish.space else spaces
    found = (_furnished(space, wish) for space in rows.prefetch_related("layouts"))
    return [place for place in found if place]


def _closures(site: Site, at: datetime) -> QuerySet[Closure]:
    rows = Closure.objects.filter(site=site, lifted_at=None, ends_at__gt=at).select_related("space")
    return rows.prefetch_related("space__cells")


def _furnished(space: Space, wish: WaitingWish) -> Place | None:
    """Furnish a space so that all sit and nothing is missing: as it is, or in its smallest layout that will do."""
    if wish.layout is not None:
        layouts = [layout for layout in space.layouts.all() if layout.pk == wish.layout.pk]
    elif space.seats >= wish.people and set(wish.features) <= set(space.features):
        return Place(space)
    else:
        layouts = sorted(space.layouts.all(), key=lambda layout: layout.seats)
    return next((Place(space, layout) for layout in layouts if _does(space, layout, wish)), None)


def _does(space: Space, layout: Layout, wish: WaitingWish) -> bool:
    return layout.seats >= wish.people and set(wish.features) <= {*space.features, *layout.features}


def _gaps(hours: Range, busy: Sequence[Range]) -> Iterator[Range]:
    """Give what is left of a range between those that are taken."""
    start, end = hours
    for begins, ends in sorted(busy):
        if start < min(begins, end):
            yield start, min(begins, end)
        start = max(start, ends)
    if start < end:
        yield start, end


def _exact(wish: WaitingWish, gap: Range, at: datetime) -> Iterator[Range]:
    """Give the range itself, or what is left of it when it has begun."""
    start = wish.start if wish.start >= at else _up(at, timedelta(minutes=1))
    if (
        gap[0] <= start
        and wish.end <= gap[1]
        and wish.end - start >= min(wish.end - wish.start, WORTH_OFFERING)
    ):
        yield start, wish.end


def _within(gap: Range, length: timedelta) -> Iterator[Range]:
    """Give the ranges of a length in a gap: from its beginning, and from each quarter of an hour after it."""
    start = _up(gap[0], FIVE)
    while start + length <= gap[1]:
        yield start, start + length
        start = _up(start + FIVE, QUARTER)


def _up(moment: datetime, step: timedelta) -> datetime:
    """Round a moment up to a step of the clock."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour + -(-(moment - hour) // step) * step
