"""Months and weeks of a calendar: which days they have, and which events each day. Weeks begin on Monday (ISO 8601)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fiksummin.core.time import FIRST_YEAR, HELSINKI, LAST_YEAR, day_bounds
from fiksummin.events.models import Event

DAY, WEEK = timedelta(days=1), timedelta(days=7)
INSTANT = timedelta(microseconds=1)

type Spread = dict[date, list[Event]]


@dataclass(frozen=True)
class Week:
    """A week by its ISO year and number, and its seven days."""

    year: int
    number: int
    days: tuple[date, ...]


def week_of(day: date) -> Week:
    """Give the week of a day."""
    year, number, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Week(year, number, tuple(monday + DAY * n for n in range(7)))


def week_at(year: int, number: int) -> Week | None:
    """Give a week by its ISO year and number; None when there is none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return week_of(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def month_at(year: int, month: int) -> list[Week]:
    """Give the whole weeks that a month touches; none when there is no such month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return []
    week, weeks = week_of(date(year, month, 1)), list[Week]()
    while not weeks or (week.days[0].year, week.days[0].month) == (year, month):
        weeks.append(week)
        week = week_of(week.days[0] + WEEK)
    return weeks


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """Give the moments between which something may be on a day of a range by any clock: a day more at each end."""
    return day_bounds(first - DAY, HELSINKI)[0], day_bounds(last + DAY, HELSINKI)[1]


def days_of(event: Event) -> list[date]:
    """Give the days on which an event is on by its own clock; midnight closes the day that it ends."""
    first = event.starts_at.astimezone(event.zone).date()
    last = (event.ends_at - INSTANT).astimezone(event.zone).date()
    return [first + DAY * n for n in range((last - first).days + 1)]


def spread(events: Iterable[Event]) -> Spread:
    """Give the events of each day, in their order; one of several days stands on each of them."""
    found: Spread = {}
    for event in events:
        for day in days_of(event):
            found.setdefault(day, []).append(event)
    return found
