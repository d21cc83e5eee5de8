"""What is taken, minute by minute, for every cell and day: the claims as bits.

A booking's change-over is left out: how long it takes depends on what comes
before it, and ``standing`` weighs that. Buffers and everything else are in.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection

from fiksummin.spaces.queries.availability.bits import DAY, mark

type Days = dict[int, int]
"""For each day since 1970 the minutes that are taken."""
type Span = tuple[int, int, int]
"""A cell, and the first and the last of its days."""

NOTHING: Days = {}
BATCH = 200
MINUTES = {
    "sqlite": ("unixepoch({}) / 60", "(unixepoch({0}) + 59 + (length({0}) > 19)) / 60"),
    "postgresql": (
        "floor(date_part('epoch', {}) / 60)::bigint",
        "ceil(date_part('epoch', {}) / 60)::bigint",
    ),
}
"""The minute since 1970 in which a moment lies, and the first that is not before it.

``date_part`` reckons in doubles, which tell microseconds apart until the year 2242, and ``extract`` in decimals,
which costs several times as much.
"""
_CLAIMS = """
SELECT claim.cell_id, {start}, {end}
FROM spaces_claim AS claim LEFT JOIN spaces_booking AS booking ON booking.hold_id = claim.hold_id
WHERE {which}"""

_OF_SITES = (
    "claim.ends_at > %s AND claim.starts_at < %s"
    " AND claim.cell_id IN (SELECT id FROM spaces_cell WHERE site_id IN ({}))"
)


class Board:
    """For each cell its days; one that is missing is free. Days before ``since`` are not known."""

    def __init__(self, since: int, cells: dict[int, Days]) -> None:
        """Keep what was read."""
        self.since, self.cells = since, cells

    def days(self, cell: int) -> Mapping[int, int]:
        """Give the days of a cell."""
        return self.cells.get(cell, NOTHING)

    def read(self, spans: Iterable[Span]) -> None:
        """Read days of cells anew."""
        for cell, days in self._read(spans).items():
            kept = self.cells.setdefault(cell, {})
            for day, bits in days.items():
                kept[day] = bits

    def over(self, spans: Iterable[Span]) -> "Board":
        """Give a board that differs in days of cells, and leave this one as it is."""
        differing = self._read(spans)
        changed = {cell: {**self.cells.get(cell, NOTHING), **days} for cell, days in differing.items()}
        return Overlay(self, changed)

    def forget(self, since: int) -> None:
        """Forget the days before one."""
        self.since = since
        for days in self.cells.values():
            for day in [day for day in days if day < since]:
                del days[day]

    def _read(self, spans: Iterable[Span]) -> dict[int, Days]:
        wanted = _joined(span for span in spans if span[2] >= self.since)
        found = {cell: dict.fromkeys(range(first, last + 1), 0) for cell, first, last in wanted}
        for number in range(0, len(wanted), BATCH):
            _fill(found, wanted[number : number + BATCH])
        return found


class Overlay(Board):
    """A board seen through what differs from it."""

    def __init__(self, under: Board, changed: dict[int, Days]) -> None:
        """Keep both."""
        super().__init__(under.since, changed)
        self.under = under

    def days(self, cell: int) -> Mapping[int, int]:
        """Give the days of a cell."""
        return self.cells.get(cell) or self.under.days(cell)


def whole(since: int) -> Board:
    """Read every claim that ends on a day or after it."""
    return Board(since, _claims("claim.ends_at > %s", [_moment(since)]))


def part(since: int, until: int, sites: Sequence[int]) -> Board:
    """Read the claims of some sites between two days."""
    places = ", ".join(["%s"] * len(sites)) or "NULL"
    return Board(since, _claims(_OF_SITES.format(places), [_moment(since), _moment(until + 1), *sites]))


def _claims(which: str, given: list[Any]) -> dict[int, Days]:
    cells: dict[int, Days] = {}
    for cell, start, end in _rows(which, given):
        days = cells.get(cell)
        if days is None:
            days = cells[cell] = {}
        day = start // DAY
        if end <= (day + 1) * DAY:  # the usual claim: within one day
            days[day] = days.get(day, 0) | ((1 << (end - start)) - 1) << (start - day * DAY)
        else:
            mark(days, start, end)
    return cells


def _fill(found: dict[int, Days], spans: Sequence[Span]) -> None:
    one = "(claim.cell_id = %s AND claim.starts_at < %s AND claim.ends_at > %s)"
    given = [
        word for cell, first, last in spans for word in (cell, _moment(last + 1), _moment(first))
    ]  # fmt: skip
    for cell, start, end in _rows(" OR ".join([one] * len(spans)), given):
        days = found[cell]
        marked: Days = {}
        mark(marked, start, end)
        for day in marked.keys() & days.keys():
            days[day] |= marked[day]


def _rows(which: str, given: list[Any]) -> Iterable[tuple[int, int, int]]:
    down, up = MINUTES[connection.vendor]
    start = down.format("coalesce(booking.starts_at, claim.starts_at)")
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMS.format(start=start, end=up.format("claim.ends_at"), which=which), given)
        while rows := cursor.fetchmany(10_000):
            yield from rows


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: dict[int, tuple[int, int]] = {}
    for cell, first, last in spans:
        known = joined.get(cell, (first, last))
        joined[cell] = (min(known[0], first), max(known[1], last))
    return [(cell, first, last) for cell, (first, last) in sorted(joined.items())]


def _moment(day: int) -> Any:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)
    return connection.ops.adapt_datetimefield_value(moment)
