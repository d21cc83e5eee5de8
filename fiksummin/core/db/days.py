"""Days of moments, told by the engine itself, so that many rows are counted by day where they are."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import F
from django.db.models.functions import TruncDate
from django.db.models.sql.compiler import SQLCompiler

from fiksummin.core.time import HELSINKI, today

FIRST_YEAR = 2000
"""Before this year nothing of the service happened."""
_HOUR = timedelta(hours=1)

_SUMMER = (
    "datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour')"
    " AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour')"
)
"""From the last Sunday of March to that of October, at one o'clock in UTC."""
TODAY = {
    "postgresql": "(CURRENT_TIMESTAMP AT TIME ZONE 'Europe/Helsinki')::date",
    "sqlite": f"date('now', CASE WHEN {_SUMMER} THEN '+3 hours' ELSE '+2 hours' END)",
}
"""The day by the clock in Finland as each engine says it, for triggers."""


class LocalDay(TruncDate):
    """The day of a moment of a column, by the clock in Finland.

    Django's own asks Python for each row on SQLite; this asks once when summer time begins and ends.
    """

    def __init__(self, column: str) -> None:
        """Know the column."""
        super().__init__(F(column), tzinfo=HELSINKI)

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **extra_context: Any) -> tuple[str, Any]:
        """Move the moment, which is kept in UTC, by what the clock was ahead then."""
        column, params = compiler.compile(self.lhs)
        cases = [f"WHEN {column} >= '{since}' THEN '{ahead}'" for since, ahead in _changes(today().year + 1)]
        return f"date({column}, CASE {' '.join(cases)} END)", [*params] * (len(cases) + 1)


@cache
def _changes(last_year: int) -> list[tuple[str, str]]:
    """Give since when, in UTC, the clock is so many minutes ahead of it; the latest first, up to the end of a year."""
    at, found = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), [("", _ahead(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)))]
    while at.year <= last_year:
        if _ahead(at + timedelta(days=1)) != found[-1][1]:
            change = next(hour for n in range(1, 25) if _ahead(hour := at + n * _HOUR) != found[-1][1])
            found.append((f"{change:%Y-%m-%d %H:%M:%S}", _ahead(change)))
        at += timedelta(days=1)
    return found[::-1]


def _ahead(moment: datetime) -> str:
    offset = moment.astimezone(HELSINKI).utcoffset() or timedelta()
    return f"{offset // timedelta(minutes=1):+d} minutes"
