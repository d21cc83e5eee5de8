"""What this process remembers of what is free, never older than the last commit.

Each look begins by reading what the database noted since the last one
(``news``). Within a transaction one sees what it has not committed yet; that
is laid over the memory and not kept, for it may be undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.db import connection

from fiksummin.core.time import now
from fiksummin.spaces.queries.availability import board, catalogue
from fiksummin.spaces.queries.availability.board import Board
from fiksummin.spaces.queries.availability.catalogue import Catalogue, Option
from fiksummin.spaces.queries.availability.news import Position, news
from fiksummin.spaces.queries.availability.standing import Readiness, Standing

FURTHEST = 60
"""Days that are read within a transaction when nothing is remembered yet."""


@dataclass(frozen=True)
class Look:
    """What is free, as of the moment one looked."""

    board: Board
    catalogue: Catalogue
    standing: Standing

    def bring(self, options: Sequence[Option]) -> None:
        """Read at once what stands where on the cells of furnished places, rather than for each; two queries at most."""
        if options:
            self.standing.turns(self.catalogue, self.catalogue.around(options))

    def readiness(self, options: Sequence[Option]) -> Readiness | None:
        """Give what tells whether places can be ready in time; None where no layout ever stands: the bits tell all."""
        if not (options[0].furnished if len(options) == 1 else any(o.furnished for o in options)):
            return None
        turns = self.standing.turns(self.catalogue, self.catalogue.around(options))
        return Readiness(self.catalogue, self.board, turns)


class Memory:
    """The memory of one process; threads read it together, one at a time brings it up to date."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Forget everything."""
        self._position: Position | None = None
        self._look = Look(Board(0, {}), Catalogue(), Standing())

    def look(self, sites: Sequence[int] = (), until: int | None = None) -> Look:
        """Look at what is free now.

        Within a transaction that finds nothing remembered, only the sites (by id) until a day are read.
        """
        if within_transaction():
            return self._aside(sites, until)
        with self._lock:
            self._catch_up()
            return self._look

    def _catch_up(self) -> None:
        since, found = _today(), news(self._position)
        kept = self._look
        if found.everything:
            kept = Look(board.whole(since - 1), catalogue.read(), Standing())
        else:
            if since - 1 > kept.board.since:
                kept.board.forget(since - 1)
            if found.days:
                kept.board.read(found.days)
                kept.standing.forget(cell for cell, _first, _last in found.days)
            if found.spaces:
                kept = Look(kept.board, catalogue.read(), Standing())
        self._look, self._position = kept, found.position

    def _aside(self, sites: Sequence[int], until: int | None) -> Look:
        position, kept, since = self._position, self._look, _today() - 1
        found = news(position)
        if position is None or found.everything:
            read = board.part(since, until or since + FURTHEST, sites)
            return Look(read, catalogue.read(), Standing())
        if not found.days and not found.spaces:
            return kept
        return Look(
            kept.board.over(found.days),
            catalogue.read() if found.spaces else kept.catalogue,
            Standing(),
        )


MEMORY = Memory()


def within_transaction() -> bool:
    """Say whether what one reads now may still be undone."""
    return connection.in_atomic_block


def _today(at: datetime | None = None) -> int:
    return int((at or now()).timestamp()) // 86_400
