"""What is free: always computed from the standing claims, never kept by hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db.models import Count, Exists, OuterRef, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.core.time import day_bounds
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Cell, Claim, Site
from fiksummin.spaces.queries.opening import Opening, openings

type Range = tuple[datetime, datetime]

_IN_USE = Cell.objects.filter(kind=CellKind.SEAT, retired_at=None).order_by()
_TOTALS = Question(
    lambda sites: _IN_USE.filter(site__in=sites).values_list("site").annotate(total=Count("pk"))
)
_FREE = Question(
    lambda sites, at: (
        _IN_USE.filter(site__in=sites)
        .filter(~Exists(Claim.objects.filter(cell=OuterRef("pk"), starts_at__lte=at, ends_at__gt=at)))
        .values_list("site")
        .annotate(free=Count("pk"))
    )
)
_CLAIMS = Question(
    lambda site, start, end: Claim.objects.filter(
        cell__site=site, cell__kind=CellKind.SEAT, cell__retired_at=None, starts_at__lt=end, ends_at__gt=start
    ).values_list("cell_id", "starts_at", "ends_at")
)
DAYS_AT_A_TIME = 21
"""How many days of claims are read at once when other times are looked for."""


@dataclass(frozen=True)
class Span:
    """A half-open range of a day during which the same number of seats is free. Moments in UTC."""

    starts_at: datetime
    ends_at: datetime
    free: int


@dataclass(frozen=True)
class Day:
    """A day at a site as a visitor sees it."""

    opening: Opening
    seats: int
    spans: list[Span] = field(default_factory=list)
    whole: int = 0
    """Seats free from opening to closing, each without a break."""
    over: bool = False
    """The door has closed for the day."""

    @property
    def least(self) -> int:
        """The fewest free seats at any moment of the opening hours; 0 when closed."""
        return min((span.free for span in self.spans), default=0)

    @property
    def most(self) -> int:
        """The most free seats at any moment of the opening hours; 0 when closed."""
        return max((span.free for span in self.spans), default=0)

    @property
    def state(self) -> str:
        """Tell ``closed``, ``past``, ``full`` (no seat at any moment) or ``open``."""
        if not self.opening.is_open:
            return "closed"
        if self.over:
            return "past"
        return "open" if self.most else "full"


def seats(site: Site) -> QuerySet[Cell]:
    """The seats of a site that are in use."""
    return Cell.objects.filter(site=site, kind=CellKind.SEAT, retired_at=None)


def seat_total(site: Site) -> int:
    """How many seats a site has."""
    return totals([site])[site.pk]


def totals(sites: Iterable[Site]) -> dict[int, int]:
    """Count the seats of each site; one query for all sites."""
    counts = {site.pk: 0 for site in sites}
    return counts | dict(_TOTALS(sites=list(counts)))


def free_cells(
    site: Site, start: datetime, end: datetime, *, except_for: int | None = None
) -> QuerySet[Cell]:
    """The seats without a claim in a half-open range (but those of a hold, by id), in their order."""
    taken = Claim.objects.filter(cell=OuterRef("pk"), starts_at__lt=end, ends_at__gt=start)
    taken = taken.exclude(hold=except_for) if except_for else taken
    return seats(site).filter(~Exists(taken)).order_by("position", "id")


def free_seats(site: Site, start: datetime, end: datetime) -> int:
    """How many people can sit from start to end, each in one seat throughout."""
    return free_cells(site, start, end).count()


def days(site: Site, first: date, last: date, since: datetime | None = None) -> list[Day]:
    """Give the days from first to last (inclusive) with what is free; four queries whatever their number.

    With ``since`` only what comes after that moment counts: what is left of today.
    """
    total = seat_total(site)
    start, end = day_bounds(first, site.zone)[0], day_bounds(last, site.zone)[1]
    claims = list(_claims(site, start, end).values())
    return [day_of(opening, total, claims, since) for opening in openings(site, first, last).values()]


def spans_of(opening: Opening, claims: Iterable[Range], total: int) -> list[Span]:
    """Cut the opening hours where the number of free seats changes."""
    if opening.opens_at is None or opening.closes_at is None:
        return []
    inside = [
        (max(start, opening.opens_at), min(end, opening.closes_at))
        for start, end in claims
        if start < opening.closes_at and end > opening.opens_at
    ]
    edges = sorted({opening.opens_at, opening.closes_at, *(edge for claim in inside for edge in claim)})
    spans = [
        Span(left, right, total - sum(start <= left < end for start, end in inside))
        for left, right in pairwise(edges)
    ]
    return _joined(spans)


def nearest_fits(
    site: Site, start: datetime, end: datetime, people: int, at: datetime, *,
    welcome: Callable[[date], bool] = lambda _day: True, busy: Sequence[Range] = (),
) -> list[Range]:  # fmt: skip
    """Find up to three other times of the same length with room for all: that day first, then the next days.

    Looks as far as the site takes visits; each seat is whole for the visit. Only days on which who asks is
    ``welcome`` count, and times that do not meet those when she is ``busy``.
    """
    zone, length = site.zone, end - start
    first = max(start, at).astimezone(zone).date()
    last = max(first, at.astimezone(zone).date() + timedelta(days=site.days_ahead))
    wanted = start.astimezone(zone).time()
    found: list[Range] = []
    for opening, cells in _days_with_claims(site, first, last):
        starts = _starts(opening, length, datetime.combine(opening.date, wanted, tzinfo=zone), at)
        own = (s for s in starts if _room([busy], s, s + length))
        fit = next(((s, s + length) for s in own if _room(cells, s, s + length) >= people), None)
        if fit and welcome(opening.date):
            found.append(fit)
        if len(found) == 3:
            break
    return found


def _days_with_claims(site: Site, first: date, last: date) -> Iterator[tuple[Opening, list[list[Range]]]]:
    """Give each day with the claims of each seat about it; read by the weeks, for mostly the first are enough."""
    cells: list[list[Range]] = []
    for opening in openings(site, first, last).values():
        if (opening.date - first).days % DAYS_AT_A_TIME == 0:
            end = opening.date + timedelta(days=DAYS_AT_A_TIME)
            bounds = day_bounds(opening.date, site.zone)[0], day_bounds(end, site.zone)[0]
            cells = _claims_by_cell(site, *bounds)
        yield opening, cells


def _starts(opening: Opening, length: timedelta, wanted: datetime, at: datetime) -> list[datetime]:
    if opening.opens_at is None or opening.closes_at is None:
        return []
    step = timedelta(minutes=30)
    count = max(0, int((opening.closes_at - opening.opens_at - length) / step) + 1)
    starts = [opening.opens_at + n * step for n in range(count)]
    return sorted((s for s in starts if s >= at), key=lambda s: abs(s - wanted))


def _room(cells: Sequence[Sequence[Range]], start: datetime, end: datetime) -> int:
    return sum(all(e <= start or s >= end for s, e in claims) for claims in cells)


def day_of(opening: Opening, total: int, claims: list[list[Range]], since: datetime | None = None) -> Day:
    """Lay out one day from the claims of each seat that has any."""
    if opening.opens_at is None or opening.closes_at is None:
        return Day(opening, total)
    opens_at = max(opening.opens_at, since or opening.opens_at)
    if opens_at >= opening.closes_at:
        return Day(opening, total, over=True)
    near = [[(s, e) for s, e in cell if s < opening.closes_at and e > opens_at] for cell in claims]
    busy = [claim for cell in near for claim in cell]
    spans = spans_of(replace(opening, opens_at=opens_at), busy, total)
    return Day(opening, total, spans, total - sum(map(bool, near)))


def _claims(site: Site, start: datetime, end: datetime) -> dict[int, list[Range]]:
    found: dict[int, list[Range]] = {}
    for cell, starts_at, ends_at in _CLAIMS(site=site.pk, start=start, end=end):
        found.setdefault(cell, []).append((starts_at, ends_at))
    return found


def _claims_by_cell(site: Site, start: datetime, end: datetime) -> list[list[Range]]:
    claims = _claims(site, start, end)
    return [claims.get(cell, []) for cell in seats(site).values_list("id", flat=True)]


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].free == span.free:
            joined[-1] = Span(joined[-1].starts_at, span.ends_at, span.free)
        else:
            joined.append(span)
    return joined


def free_now(sites: Iterable[Site], at: datetime) -> dict[int, int]:
    """Count the seats of each site that nobody holds at a moment; one query for all sites."""
    counts = {site.pk: 0 for site in sites}
    return counts | dict(_FREE(sites=list(counts), at=at))
