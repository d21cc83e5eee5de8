"""Aggregates only: occupancy of open hours, small groups hidden, also against subtraction."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Site, Space
from fiksummin.spaces.queries.statistics import (
    SMALLEST,
    Counted,
    agencies_together,
    hide_small,
    occupancy,
)
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
MONDAY = "2026-11-02 06:00+02:00"


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


def fill(room: Space, days: int, start: str = "9:00", end: str = "12:00") -> None:
    """Book a space on so many weekdays from the first Monday of the month on."""
    for number in range(days):
        after = number + 2 * (number // 5)
        spaces.booking(people.person(), room, after=after, start=start, end=end)


def test_the_share_of_open_hours(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        room = spaces.space(site)
        fill(room, 5)
        found = occupancy(site, FIRST, LAST, "hour")
    shares = {line.name: line.share for line in found.lines}
    assert found.bookings == 5
    assert (shares["9–10"], shares["11–12"], shares["12–13"]) == (
        pytest.approx(5 / 21),
        pytest.approx(5 / 21),
        0,
    )
    assert found.share == pytest.approx(15 / (21 * 13))
    assert found.busiest is not None
    assert found.busiest.name == "9–10"


def test_what_was_released_or_left_counts_until_then(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        room = spaces.space(site)
        fill(room, 5)
        made = Booking.objects.earliest("starts_at")
        Booking.objects.filter(pk=made.pk).update(released_at=made.starts_at + timedelta(minutes=30))
        found = occupancy(site, FIRST, LAST, "weekday")
        assert found.share == pytest.approx(12.5 / (21 * 13))
        actions.cancel_booking(by=cast.owner, booking=Booking.objects.latest("starts_at"))
        assert occupancy(site, FIRST, LAST, "weekday").share is None


def test_few_bookings_are_not_told(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        fill(spaces.space(site), 4)
        found = occupancy(site, FIRST, LAST, "hour")
    assert (found.share, found.bookings) == (None, None)
    assert {line.share for line in found.lines} == {None, 0.0}


def test_a_hidden_group_is_not_found_by_subtraction(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        room = spaces.space(site)
        fill(room, 10)
        spaces.booking(people.person(), room, after=1, start="15:00", end="16:00")
        found = occupancy(site, FIRST, LAST, "hour")
    hidden = [line.name for line in found.lines if line.share is None]
    assert "15–16" in hidden
    assert len(hidden) >= 2


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 40), max_size=12))
def test_hiding_never_leaves_a_small_group_to_be_found(counts: dict[str, int]) -> None:
    shown = hide_small({key: Counted(float(count), count) for key, count in counts.items()})
    hidden = [key for key, group in shown.items() if group is None]
    assert all(shown[key] is None for key, count in counts.items() if 0 < count < SMALLEST)
    assert all(counts[key] for key in hidden), "nothing at all may be told"
    others = [key for key, count in counts.items() if count and key not in hidden]
    if hidden and others:
        assert len(hidden) > 1
        assert sum(counts[key] for key in hidden) >= SMALLEST


def test_days_with_several_agencies(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        room, other = spaces.space(site), spaces.space(site)
        fill(room, 6)
        spaces.booking(cast.outsider, other, after=2)
        spaces.visit(cast.outsider, site, day=spaces.open_day(site, 3))
        found = agencies_together(site, FIRST, LAST)
    assert (found.together, found.days) == (2, 21)


def test_only_whole_months_and_known_groupings(cast: Cast, site: Site) -> None:
    client = signed_in(cast.member)
    address = f"/fi/sites/{site.slug}/statistics/"
    assert client.get(address).status_code == 200
    for query in ("month=2026-13", "month=1999-01", "by=person", "month=2026-11-03", "month=x"):
        assert client.get(f"{address}?{query}").status_code == 404, query


def test_the_file_says_what_the_page_says(cast: Cast, site: Site) -> None:
    with time_machine.travel(MONDAY, tick=False):
        fill(spaces.space(site), 5)
    with time_machine.travel("2026-12-01 12:00+02:00", tick=False):
        client: Client = signed_in(cast.member)
        table = client.get(
            f"/fi/sites/{site.slug}/statistics/table.csv?month=2026-11&by=weekday"
        ).content.decode()
        page = client.get(f"/fi/sites/{site.slug}/statistics/?month=2026-11&by=weekday").text
    rows = dict(line.split(";") for line in table.lstrip("\ufeff").splitlines()[1:])
    for name, share in rows.items():
        assert name in page
        assert (f"{share}\xa0%" if share else "") in page
