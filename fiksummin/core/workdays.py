"""Working days: weekends and Finnish public holidays are none."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _free_days() -> holidays.HolidayBase:
    return holidays.country_holidays("FI")


def is_working_day(day: date) -> bool:
    """Say whether the offices of the state are open on a day."""
    return day.weekday() < 5 and day not in _free_days()


def working_day_after(day: date, count: int) -> date:
    """Give the so manieth working day after a day."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_until(day: date, until: date) -> int:
    """Count the working days after a day until another, that one included; 0 when it is not later."""
    return max(0, _number(until) - _number(day))


@cache
def _number(day: date) -> int:
    """Count the working days from 2000 on until a day."""
    return sum(len(_working_days(year)) for year in range(2000, day.year)) + bisect_right(
        _working_days(day.year), day
    )


@cache
def _working_days(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range(366))
    return tuple(day for day in days if day.year == year and is_working_day(day))
