"""Working days: weekends and Finnish public holidays are none."""

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
