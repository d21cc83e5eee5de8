"""A booking that comes again: every date tried before, all or none, by the clock on the wall."""

from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.time import moment, today
from fiksummin.spaces import actions, queries
from fiksummin.spaces.actions import Scope
from fiksummin.spaces.models import Booking, Claim, Series, Site, Space
from fiksummin.spaces.queries import BookingWish, Place, Recurrence
from tests.cast import Cast
from tests.factories import spaces

SUMMER_TIME = [
    change
    for year in range(2026, 2041)
    for month in (3, 10)
    for change in [
        max(date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 6)
    ]
]
"""The last Sundays of March and October: directive 2000/84/EC."""


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, days_ahead=800)


def rule(first: date, **words: Any) -> Recurrence:
    given = {"frequency": "weekly", "starts": time(9), "ends": time(11), "count": 4} | words
    return Recurrence(first=first, **given)


def wish(room: Space, **words: Any) -> BookingWish:
    day = spaces.open_day(room.site)
    return BookingWish(
        (Place(room),), spaces.at(room.site, day, "9:00"), spaces.at(room.site, day, "11:00"), **words
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"frequency": "daily", "count": 3}, "2027-01-12 2027-01-13 2027-01-14"),
        ({"frequency": "daily", "interval": 2, "count": 3}, "2027-01-12 2027-01-14 2027-01-16"),
        ({"count": 3}, "2027-01-12 2027-01-19 2027-01-26"),
        ({"weekdays": (1, 3), "count": 4}, "2027-01-12 2027-01-14 2027-01-19 2027-01-21"),
        ({"interval": 2, "count": None, "until": date(2027, 2, 10)}, "2027-01-12 2027-01-26 2027-02-09"),
        ({"frequency": "monthly_weekday", "count": 3}, "2027-01-12 2027-02-09 2027-03-09"),
        ({"frequency": "monthly_date", "count": 3}, "2027-01-12 2027-02-12 2027-03-12"),
    ],
)
def test_dates_of_a_rule(words: dict[str, Any], expected: str) -> None:
    assert " ".join(map(str, queries.dates(rule(date(2027, 1, 12), **words)))) == expected


def test_months_without_the_date_and_fifth_weekdays() -> None:
    by_date = rule(date(2027, 1, 31), frequency="monthly_date", count=3)
    assert queries.dates(by_date) == [date(2027, 1, 31), date(2027, 3, 31), date(2027, 5, 31)]
    fifth = rule(date(2027, 1, 29), frequency="monthly_weekday", count=3)
    assert queries.dates(fifth) == [date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 26)]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"frequency": "hourly"}, "frequency"),
        ({"interval": 0}, "interval"),
        ({"ends": time(9)}, "end"),
        ({"weekdays": (7,)}, "weekdays"),
        ({"count": None}, "until"),
        ({"count": 10_000}, "count"),
        ({"count": None, "frequency": "daily", "until": date(2029, 1, 1)}, "until"),
        ({"count": None, "until": date(2020, 1, 1)}, "until"),
        ({"count": None, "until": date(2099, 1, 1)}, "until"),
        ({"count": None, "weekdays": (6,), "until": date(2027, 1, 13)}, "weekdays"),
    ],
)
def test_a_rule_that_cannot_be(cast: Cast, room: Space, words: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.book_series(
            by=cast.member, site=room.site, rule=rule(date(2027, 1, 12), **words), wish=wish(room)
        )
    assert (refused.value.field, Series.objects.count()) == (field, 0)


def test_all_dates_or_none_unless_some_are_chosen(cast: Cast, site: Site, room: Space) -> None:
    first = spaces.open_day(site)
    taken = spaces.booking(cast.colleague, room, after=(first - today(site.zone)).days + 7)
    by_week = rule(first)
    with pytest.raises(Conflict) as refused:
        actions.book_series(by=cast.member, site=site, rule=by_week, wish=wish(room))
    dates = [first + timedelta(weeks=n) for n in range(4)]
    told = {each.date: each for each in refused.value.alternatives}  # type: ignore[attr-defined]  # Occurrences
    assert list(told) == dates
    busy = taken.starts_at.astimezone(site.zone).date()
    assert [day for day, each in told.items() if each.reason and not each.skipped] == [busy]
    assert Booking.objects.count() == 1
    chosen = [day for day in dates if told[day].possible]
    made = actions.book_series(by=cast.member, site=site, rule=by_week, wish=wish(room), only=chosen)
    assert set(made.bookings.values_list("series_date", flat=True)) == set(chosen)


def test_a_preview_changes_nothing(cast: Cast, site: Site, room: Space) -> None:
    by_week = rule(spaces.open_day(site), count=8)
    found = actions.preview_series(by=cast.member, site=site, rule=by_week, wish=wish(room))
    assert len(found) == 8
    assert (Series.objects.count(), Booking.objects.count(), Claim.objects.count()) == (0, 0, 0)
    made = actions.book_series(by=cast.member, site=site, rule=by_week, wish=wish(room))
    assert made.bookings.count() == sum(each.possible for each in found)


def test_holidays_are_skipped_on_wish(cast: Cast, site: Site, room: Space) -> None:
    with time_machine.travel("2026-11-30 08:00+02:00", tick=False):
        daily = rule(date(2026, 12, 22), frequency="daily", count=4)
        found = actions.preview_series(by=cast.member, site=site, rule=daily, wish=wish(room))
        assert [each.possible for each in found] == [True, True, False, False]
        assert all(each.skipped for each in found[2:])
        strict = Recurrence(**{**daily.__dict__, "skips_holidays": False})
        with pytest.raises(Conflict):
            actions.book_series(by=cast.member, site=site, rule=strict, wish=wish(room))


@pytest.mark.parametrize("change", SUMMER_TIME, ids=str)
def test_the_wall_clock_stays_over_summer_time(cast: Cast, site: Site, room: Space, change: date) -> None:
    first = change - timedelta(days=4)
    with time_machine.travel(moment(first - timedelta(days=9), time(8), site.zone), tick=False):
        by_week = rule(first, count=2, weekdays=(first.weekday(),), skips_holidays=False)
        made = actions.book_series(by=cast.member, site=site, rule=by_week, wish=wish(room))
        rows = list(made.bookings.order_by("starts_at"))
    clocks = {row.starts_at.astimezone(site.zone).time() for row in rows}
    apart = rows[1].starts_at - rows[0].starts_at
    assert clocks == {time(9)}
    assert apart == timedelta(weeks=1) + timedelta(hours=-1 if change.month == 3 else 1)
    assert {row.ends_at - row.starts_at for row in rows} == {timedelta(hours=2)}


def test_this_following_or_all(cast: Cast, site: Site, room: Space) -> None:
    made = actions.book_series(
        by=cast.member, site=site, rule=rule(spaces.open_day(site), skips_holidays=True), wish=wish(room)
    )
    rows = list(made.bookings.order_by("starts_at"))
    day = rows[1].starts_at.astimezone(site.zone).date()
    later = BookingWish((Place(room),), spaces.at(site, day, "12:00"), spaces.at(site, day, "13:30"))
    count = actions.change_series(by=cast.member, booking=rows[1], wish=later, scope=Scope.FOLLOWING)
    assert count == len(rows) - 1
    clocks = [row.starts_at.astimezone(site.zone).hour for row in made.bookings.order_by("starts_at")]
    assert clocks == [9, *[12] * (len(rows) - 1)]
    assert actions.cancel_series(by=cast.member, booking=rows[2], scope=Scope.THIS) == 1
    assert actions.cancel_series(by=cast.member, booking=rows[0], scope=Scope.ALL) == len(rows) - 1
    assert Claim.objects.count() == 0


def test_a_change_that_one_date_forbids_changes_none(cast: Cast, site: Site, room: Space) -> None:
    made = actions.book_series(by=cast.member, site=site, rule=rule(spaces.open_day(site)), wish=wish(room))
    rows = list(made.bookings.order_by("starts_at"))
    day = rows[-1].starts_at.astimezone(site.zone).date()
    after = (day - today(site.zone)).days
    spaces.booking(cast.colleague, room, after=after, start="13:00", end="14:00")
    first = rows[0].starts_at.astimezone(site.zone).date()
    later = BookingWish((Place(room),), spaces.at(site, first, "13:00"), spaces.at(site, first, "14:00"))
    with pytest.raises(Conflict):
        actions.change_series(by=cast.member, booking=rows[0], wish=later, scope=Scope.ALL)
    assert {row.starts_at.astimezone(site.zone).hour for row in made.bookings.all()} == {9}


def test_a_daily_series_moves_by_a_day_over_itself(cast: Cast, site: Site, room: Space) -> None:
    monday = spaces.open_day(site)
    while monday.weekday() or any(
        not each.is_open for each in queries.openings(site, monday, monday + timedelta(days=3)).values()
    ):
        monday = spaces.open_day(site, (monday - today(site.zone)).days + 1)
    made = actions.book_series(
        by=cast.member, site=site, rule=rule(monday, frequency="daily", count=3), wish=wish(room)
    )
    rows = list(made.bookings.order_by("starts_at"))
    tuesday = monday + timedelta(days=1)
    moved = BookingWish((Place(room),), spaces.at(site, tuesday, "9:00"), spaces.at(site, tuesday, "11:00"))
    assert actions.change_series(by=cast.member, booking=rows[0], wish=moved, scope=Scope.ALL) == 3
    assert [row.starts_at.astimezone(site.zone).weekday() for row in made.bookings.order_by("starts_at")] == [
        1,
        2,
        3,
    ]


def test_only_holders_change_a_series(cast: Cast, site: Site, room: Space) -> None:
    made = actions.book_series(by=cast.member, site=site, rule=rule(spaces.open_day(site)), wish=wish(room))
    booking = made.bookings.earliest("starts_at")
    with pytest.raises(NotAllowed):
        actions.cancel_series(by=cast.colleague, booking=booking, scope=Scope.ALL)
    assert made.bookings.filter(cancelled_at=None).count() == 4


def test_each_date_costs_the_same_few_queries(cast: Cast, site: Site, room: Space) -> None:
    def asked(count: int, start: int) -> int:
        by_week = rule(spaces.open_day(site), count=count, starts=time(start), ends=time(start + 1))
        with CaptureQueriesContext(connection) as seen:
            actions.book_series(by=cast.member, site=site, rule=by_week, wish=wish(room))
        return len(seen)

    asked(1, 8)
    few, many = asked(2, 10), asked(12, 12)
    assert (many - few) / 10 <= 7, (
        "a hold and its claims, within their savepoints; all else is read and written once"
    )
