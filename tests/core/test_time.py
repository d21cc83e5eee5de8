"""Moments and days over the changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiksummin.core.time import HELSINKI, day_bounds, exists, moment, today


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 11, 24), 24), (date(2027, 3, 28), 23), (date(2027, 10, 31), 25)]
)
def test_a_day_is_as_long_as_the_clock_on_the_wall_says(day: date, hours: int) -> None:
    start, end = day_bounds(day, HELSINKI)
    assert end - start == timedelta(hours=hours)


def test_a_time_that_is_skipped_does_not_exist() -> None:
    with pytest.raises(ValueError, match="03:30 does not exist on 2027-03-28"):
        moment(date(2027, 3, 28), time(3, 30), HELSINKI)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    assert moment(date(2027, 10, 31), time(3, 30), HELSINKI) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_the_day_is_the_one_in_the_zone() -> None:
    late = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    assert today(HELSINKI, late) == date(2026, 11, 25)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.times())
def test_the_wall_clock_is_kept(day: date, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0, fold=0)
    if exists(datetime.combine(day, clock, tzinfo=HELSINKI)):
        assert moment(day, clock, HELSINKI).astimezone(HELSINKI).replace(tzinfo=None) == datetime.combine(
            day, clock
        )
    else:
        with pytest.raises(ValueError, match="does not exist"):
            moment(day, clock, HELSINKI)
