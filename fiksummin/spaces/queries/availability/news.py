"""What changed since one looked last: the database's own log, read so that nothing that was committed is missed.

SQLite commits one writer after the other, so the numbers of the log tell the
order. PostgreSQL commits in any order: there a row is new when its
transaction still ran at the last look, or began after it. In both, a row
that one saw must still be there (unless swept), or one stands in another
database: restored, or rolled back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection

from fiksummin.core.db.changes import EVERYTHING

SPACES, SWEPT = 0, -2
"""The cells of notes about spaces and their rules, and of the sweeper's own."""
TOO_MANY = 20_000
"""So many changes that reading all anew is cheaper."""

type Row = tuple[int, int, int, int, int]
"""Number, cell, first and last day, mark."""

_SINCE = (
    "SELECT id, cell, first_day, last_day, mark FROM spaces_change WHERE id >= %s ORDER BY id LIMIT 20002"
)
_LAST = "SELECT id, cell, first_day, last_day, mark FROM spaces_change ORDER BY id DESC LIMIT 1"
_RUNNING = """
SELECT running.oldest, running.place, log.id, log.cell, log.first_day, log.last_day, log.mark
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest,
             'spaces_claim'::regclass::oid::bigint AS place) AS running
LEFT JOIN spaces_change AS log ON log.mark >= {since} OR log.id = {last}
ORDER BY log.id"""
_FRESH = _RUNNING.format(since="running.oldest", last="(SELECT max(id) FROM spaces_change)")
_NEWER = _RUNNING.format(since="%s", last="%s")


@dataclass(frozen=True)
class Position:
    """How far one has read: the last row, and on PostgreSQL what ran then and which rows of it one saw."""

    last: Row | None = None
    oldest: int = 0
    place: int = 0
    seen: frozenset[int] = frozenset()


@dataclass(frozen=True)
class News:
    """What is to be read anew: everything, spaces and their rules, or days of cells."""

    position: Position
    everything: bool = False
    spaces: bool = False
    days: tuple[tuple[int, int, int], ...] = ()


def news(since: Position | None) -> News:
    """Read what is new; one query."""
    engine: dict[str, Callable[[Position | None], News]] = {"sqlite": _of_sqlite, "postgresql": _of_postgres}
    return engine[connection.vendor](since)


def _of_sqlite(since: Position | None) -> News:
    if since is None:
        rows = _rows(_LAST)
        return News(Position(rows[0] if rows else None), everything=True)
    rows = _rows(_SINCE, since.last[0] if since.last else 0)
    known = rows[:1] == [since.last] if since.last else True
    fresh = rows[1:] if since.last else rows
    if not known or len(fresh) > TOO_MANY:
        return _of_sqlite(None)
    return _told(Position(rows[-1] if rows else None), fresh)


def _of_postgres(since: Position | None) -> News:
    with connection.cursor() as cursor:
        if since is None:
            cursor.execute(_FRESH)
        else:
            cursor.execute(_NEWER, [since.oldest, since.last[0] if since.last else 0])
        found = cursor.fetchall()
    oldest, place = found[0][:2]
    rows: list[Row] = [row[2:] for row in found if row[2] is not None]
    seen = frozenset(row[0] for row in rows if row[4] >= oldest)
    position = Position(rows[-1] if rows else None, oldest, place, seen)
    if since is None:
        return News(position, everything=True)
    known = since.place == place and (since.last is None or since.last in rows)
    old = since.seen | ({since.last[0]} if since.last else set())
    fresh = [row for row in rows if row[0] not in old]
    if not known or len(fresh) > TOO_MANY:
        return News(position, everything=True)
    return _told(position, fresh)


def _rows(sql: str, *given: int) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def _told(position: Position, rows: list[Row]) -> News:
    cells = {row[1] for row in rows}
    days = {row[1:4] for row in rows if row[1] > 0}
    return News(position, EVERYTHING in cells, SPACES in cells, tuple(sorted(days)))
