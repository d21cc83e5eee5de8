"""The dates of a rule that comes again, by the wall clock of a site."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

from fiksummin.spaces.choices import Frequency
from fiksummin.spaces.models import Series

MOST_DATES = 120
"""Dates in one series: more than two years of weeks."""


@dataclass(frozen=True)
class Recurrence:
    """How often, on which days of the week (Monday 0; weekly only), until a day or so many times."""

    frequency: str
    first: date
    starts: time
    ends: time
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None
    skips_holidays: bool = True


def of_series(series: Series) -> Recurrence:
    """Read the rule that was written down."""
    return Recurrence(
        frequency=series.frequency,
        first=series.first_date,
        starts=series.starts,
        ends=series.ends,
        interval=series.interval,
        weekdays=tuple(series.weekdays),
        until=series.until_date,
        count=series.count,
        skips_holidays=series.skips_holidays,
    )


def written(rule: Recurrence) -> dict[str, Any]:
    """Give the columns of Series for a rule."""
    return {
        "frequency": rule.frequency,
        "interval": rule.interval,
        "weekdays": list(rule.weekdays),
        "first_date": rule.first,
        "until_date": rule.until,
        "count": rule.count,
        "starts": rule.starts,
        "ends": rule.ends,
        "skips_holidays": rule.skips_holidays,
    }


def dates(rule: Recurrence) -> list[date]:
    """Give the dates of a rule, at most one more than ``MOST_DATES`` so that a caller can tell.

    A month without the date (31 April) is left out, as RFC 5545 has it; the nth
    weekday is the first day's own: the second Tuesday, or the last when it is the fifth.
    """
    given: dict[str, Any] = {}
    if rule.frequency == Frequency.WEEKLY:
        given["byweekday"] = sorted(set(rule.weekdays) or {rule.first.weekday()})
    elif rule.frequency == Frequency.MONTHLY_DATE:
        given["bymonthday"] = rule.first.day
    elif rule.frequency == Frequency.MONTHLY_WEEKDAY:
        nth = (rule.first.day - 1) // 7 + 1
        given["byweekday"] = weekday(rule.first.weekday(), -1 if nth == 5 else nth)
    step = {Frequency.DAILY: DAILY, Frequency.WEEKLY: WEEKLY}.get(Frequency(rule.frequency), MONTHLY)
    if rule.until:
        given["until"] = datetime.combine(rule.until, time.max)
    else:
        given["count"] = rule.count or MOST_DATES + 1
    found = rrule(step, dtstart=datetime.combine(rule.first, time()), interval=rule.interval, **given)
    return [moment.date() for moment in islice(found, MOST_DATES + 1)]
