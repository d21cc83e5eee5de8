"""What stands where and when on cells that are furnished: whether a place can be ready in time, and what comes after.

The same reckoning as the action's own (``actions/holding.py``), in memory.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from fiksummin.spaces.models import BookedSpace, Claim
from fiksummin.spaces.queries.availability.bits import DAY, window
from fiksummin.spaces.queries.availability.board import Board
from fiksummin.spaces.queries.availability.catalogue import Catalogue, Option


@dataclass(frozen=True)
class Turn:
    """A booking on a cell, in minutes since 1970, and how the cell is furnished for it."""

    start: int
    end: int
    booking: int
    space: int | None
    layout: int | None


NOWHERE: tuple[int | None, int | None] = (None, None)
"""A seat taken beside the spaces of a booking: in no space, furnished as usual."""

type Turns = dict[int, list[Turn]]
"""For each cell its bookings by their beginning."""


class Standing:
    """Reads the bookings of cells when they are first asked for, and keeps them until told to forget."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._turns: Turns = {}
        self._lock, self._forgotten = Lock(), 0

    def forget(self, cells: Iterable[int]) -> None:
        """Read these anew when they are asked for; what somebody reads just now is not kept."""
        with self._lock:
            self._forgotten += 1
            for cell in cells:
                self._turns.pop(cell, None)

    def turns(self, catalogue: Catalogue, cells: Iterable[int]) -> Turns:
        """Give the bookings of cells; two queries when some are not known."""
        wanted, forgotten = set(cells), self._forgotten
        found = {cell: turns for cell in wanted if (turns := self._turns.get(cell)) is not None}
        missing = wanted - found.keys()
        if missing:
            read = _read(catalogue, missing)
            found |= read
            with self._lock:
                if forgotten == self._forgotten:
                    self._turns |= read
        return found


@dataclass(frozen=True)
class Readiness:
    """Whether places can be ready in time: of one look, with what stands on the cells that matter."""

    catalogue: Catalogue
    board: Board
    turns: Turns

    def of(self, options: Sequence[Option], start: int, end: int) -> tuple[int, int]:
        """Tell the minutes of change-over before a range, and the first start that need not be ruled out.

        When that is later than the one asked for, no start before it can be had.
        """
        most = 0
        for option in options:
            layout = option.place.layout
            before = [_last(self._on(cell), start) for cell in option.cells]
            left = [turn.layout if turn else None for turn in before]
            cost = self.catalogue.cost(left, layout.pk if layout else None)
            most = max(most, cost)
            for cell in option.cells:
                if not self._free(cell, start - cost, end + self.catalogue.after(option, cell)):
                    return most, self._ready_at(option, cell, start, cost)
        taken = {cell: option for option in options for cell in option.cells}
        coming = {_next(self._on(cell), end) for cell in taken}
        if all(self._lets_in(turn, taken, start, end) for turn in coming if turn):
            return most, start
        return most, start + 1

    def _ready_at(self, option: Option, cell: int, start: int, cost: int) -> int:
        """Tell when the change-over can be done at the soonest; what comes next may leave another layout."""
        taken = window(self.board.days(cell), start - DAY, DAY).bit_length() + start - DAY
        coming = [turn.start for each in option.cells if (turn := _next(self._on(each), start))]
        return max(start + 1, min([taken + cost, *coming]))

    def _lets_in(self, turn: Turn, taken: dict[int, Option], start: int, end: int) -> bool:
        """Say whether what comes next can still be made ready."""
        cells = self.catalogue.cells.get(turn.space, ()) if turn.space else ()
        before = [_left_with(taken.get(cell), self._on(cell), turn.start, start) for cell in cells]
        first = turn.start - self.catalogue.cost(before, turn.layout)
        return all(
            end + self.catalogue.after(taken[cell], cell) <= first
            if cell in taken
            else self._free(cell, first, turn.start)
            for cell in cells
        )

    def _on(self, cell: int) -> list[Turn]:
        return self.turns.get(cell, [])

    def _free(self, cell: int, start: int, end: int) -> bool:
        return not window(self.board.days(cell), start, end - start)


def _left_with(wished: Option | None, turns: list[Turn], moment: int, start: int) -> int | None:
    """Tell it as if a wished booking stood on the cell, too."""
    turn = _last(turns, moment)
    if wished is not None and (turn is None or turn.start < start):
        layout = wished.place.layout
        return layout.pk if layout else None
    return turn.layout if turn else None


def _last(turns: list[Turn], moment: int) -> Turn | None:
    number = bisect_left(turns, moment, key=lambda turn: turn.start) - 1
    while number >= 0 and turns[number].end > moment:
        number -= 1
    return turns[number] if number >= 0 else None


def _next(turns: list[Turn], moment: int) -> Turn | None:
    number = bisect_left(turns, moment, key=lambda turn: turn.start)
    return turns[number] if number < len(turns) else None


def _read(catalogue: Catalogue, cells: set[int]) -> Turns:
    claims = Claim.objects.filter(cell__in=cells, hold__booking__isnull=False)
    rows = list(claims.values_list("cell", "hold__booking", "hold__booking__starts_at", "ends_at"))
    places: dict[int, list[tuple[int, int | None]]] = {}
    bookings = {booking for _cell, booking, _start, _end in rows}
    for booking, space, layout in BookedSpace.objects.filter(booking__hold__claims__cell__in=cells).values_list(
        "booking", "space", "layout"
    ).distinct():  # fmt: skip
        if booking in bookings:
            places.setdefault(booking, []).append((space, layout))
    found: Turns = {cell: [] for cell in cells}
    for cell, booking, start, end in rows:
        on = [pair for pair in places.get(booking, ()) if cell in catalogue.cells.get(pair[0], ())]
        in_space, furnished = on[0] if on else NOWHERE
        found[cell].append(Turn(_floor(start), _ceil(end), booking, in_space, furnished))
    for turns in found.values():
        turns.sort(key=lambda turn: turn.start)
    return found


def _floor(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _ceil(moment: datetime) -> int:
    return int(-(-moment.timestamp() // 60))
