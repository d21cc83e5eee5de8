"""An event's places and its queue, told plainly: small rows in memory, every rule looked at each time.

Minutes count from the moment at which the event was planned.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

HOUR = 60
USUAL_OFFER = 24
MOST = 50


@dataclass
class Row:
    """A registration as the model knows it. ``by`` and ``body`` name a person and her organisation."""

    number: int
    by: str
    body: str
    want: str
    people: int
    turn: Any
    holds: str = ""
    shares: frozenset[str] = frozenset()
    """The quotas in which it counts while it has a place."""
    sure: bool = False
    due: int | None = None
    first: bool = False
    lot: int = -1
    over: bool = False
    came: int = 0
    asks: bool | None = None
    """Whether she is asked before a place is hers; None: as the event does."""
    news: list[str] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        return not self.over and self.holds != self.want


@dataclass
class Places:
    """An event: places by mode, quotas by name, hours to answer an offer, lots or none."""

    room: dict[str, int]
    quotas: dict[str, int]
    roles_of: dict[str, set[str]]
    offer: int
    lots: bool
    start: int
    closes: int
    now: int = 0
    drawn: bool = False
    off: bool = False
    rows: dict[int, Row] = field(default_factory=dict)
    turns: int = 0
    log: list[tuple[int, str]] = field(default_factory=list)
    """All that was told, in its order."""

    # --- What is so --------------------------------------------------------------------

    def taken(self, mode: str) -> int:
        return sum(row.people for row in self.rows.values() if row.holds == mode)

    def free(self, mode: str) -> int:
        return self.room.get(mode, 0) - self.taken(mode)

    def shared(self, quota: str) -> int:
        return sum(row.people for row in self.rows.values() if quota in row.shares)

    def line(self, mode: str) -> list[Row]:
        waiting = [row for row in self.rows.values() if row.waits and row.want == mode]
        return sorted(waiting, key=lambda r: (not r.first, r.lot < 0, r.lot, r.turn, r.number))

    def shares_of(self, row: Row) -> frozenset[str]:
        return frozenset({row.body, *self.roles_of.get(row.by, ())} & set(self.quotas))

    def has_room(self, quotas: frozenset[str], people: int) -> bool:
        return all(self.shared(quota) + people <= self.quotas[quota] for quota in quotas)

    def ever_fits(self, by: str, body: str, people: int) -> bool:
        """Whether so many are not more than a quota of hers has places at all."""
        hers = {body, *self.roles_of.get(by, ())} & set(self.quotas)
        return all(people <= self.quotas[quota] for quota in hers)

    def fits(self, row: Row, mode: str) -> bool:
        return row.people <= self.free(mode) and (
            bool(row.holds) or self.has_room(self.shares_of(row), row.people)
        )

    @property
    def drawing(self) -> bool:
        return self.lots and not self.drawn

    @property
    def begun(self) -> bool:
        return self.now >= self.start

    def tell(self, row: Row, news: str) -> None:
        row.news.append(news)
        self.log.append((row.number, news))

    # --- What is done ------------------------------------------------------------------

    def next(self, new: Row | None, late: bool) -> Iterator[tuple[Row, str]]:
        for mode in sorted(self.room):
            free = self.free(mode)
            for row in self.line(mode) if free > 0 else ():  # a crowd need not be asked about what is full
                if row.people <= free and self.fits(row, mode) and (late or not self.begun or row is new):
                    yield row, mode

    def serve(self, new: Row | None = None, *, late: bool = False) -> None:
        """Nobody is promoted once it has begun, but by lots that are drawn late."""
        if self.off or self.drawing:
            return
        while found := next(self.next(new, late), None):
            row, mode = found
            self.give(row, mode, at_once=row is new or bool(row.holds))

    def give(self, row: Row, mode: str, *, at_once: bool) -> None:
        row.shares = row.shares if row.holds else self.shares_of(row)
        row.holds = mode
        hours = self.offer if row.asks is None else (self.offer or USUAL_OFFER) if row.asks else 0
        held = hours > 0 and not at_once and not self.begun
        row.sure = not held
        row.due = min(self.now + hours * HOUR, self.start) if held else None
        self.tell(row, "PlaceOffered" if held else "PlaceConfirmed")

    def accept(self, row: Row) -> None:
        row.sure = True
        self.tell(row, "PlaceConfirmed")

    def end(self, row: Row) -> None:
        row.holds, row.shares, row.over = "", frozenset(), True
        self.tell(row, "RegistrationEnded")
        self.serve()

    def register(
        self,
        number: int,
        by: str,
        body: str,
        mode: str,
        *,
        people: int,
        turn: Any = None,
        asks: bool | None = None,
    ) -> Row:
        """``turn`` may be a moment; without one, who asks later has a later turn."""
        self.turns += 1
        row = self.rows[number] = Row(number, by, body, mode, people, turn or self.turns, asks=asks)
        self.serve(row)
        if not row.holds:
            self.tell(row, "EventQueueJoined")
        return row

    def walk_in(self, number: int, people: int) -> None:
        self.turns += 1
        row = self.rows[number] = Row(number, "", "", "on_site", people, self.turns, came=people)
        self.give(row, "on_site", at_once=True)

    def switch(self, row: Row, mode: str, turn: Any = None) -> None:
        self.turns += 1
        row.want, row.turn, row.lot = mode, turn or self.turns, -1
        if row.holds == mode:
            self.tell(row, "RegistrationChanged")
            return
        self.serve(row)
        if row.holds != mode:
            self.tell(row, "EventQueueJoined")

    def change(self, row: Row, people: int) -> None:
        row.people = people
        self.tell(row, "RegistrationChanged")
        self.serve()

    def hand_on(self, row: Row, to: str) -> None:
        row.by, row.asks = to, None
        row.shares = self.shares_of(row) if row.holds else row.shares
        self.tell(row, "RegistrationChanged")
        self.serve()

    def share_out(self, quotas: dict[str, int]) -> None:
        self.quotas = quotas
        for row in self.rows.values():
            row.shares = self.shares_of(row) if row.holds else row.shares
        self.serve()

    def move(self, start: int, closes: int) -> None:
        """No offer is open longer than until it begins."""
        self.start, self.closes = start, closes
        for row in self.rows.values():
            if row.due is not None and row.holds and not row.sure:
                row.due = min(row.due, start)

    def enlarge(self, room: dict[str, int]) -> None:
        gone = set(self.room) - set(room)
        for row in self.rows.values():
            if row.want in gone and not row.over:
                row.want = next(mode for mode in ("on_site", "virtual") if mode in room)
        self.room = room
        self.serve()

    def draw(self, numbers: list[int]) -> None:
        for place, number in enumerate(numbers):
            self.rows[number].lot = place
        self.drawn = True
        self.serve(late=True)

    def lapse(self) -> None:
        for row in sorted(self.rows.values(), key=lambda r: r.number):
            if not row.over and row.holds and not row.sure and row.due is not None and row.due <= self.now:
                self.let_go(row, "OfferLapsed")

    def let_go(self, row: Row, news: str) -> None:
        """Who waits for another mode meanwhile waits on."""
        if not row.waits:
            self.end(row)
            return
        row.holds, row.shares, row.due = "", frozenset(), None
        self.tell(row, news)
        self.serve()

    def call_off(self) -> None:
        self.off = True
        for row in self.rows.values():
            row.over = row.over or not row.holds
