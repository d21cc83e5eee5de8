"""Full or closed: the nearest times at which there is room, as far ahead as the site takes visits."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.errors import Conflict
from fiksummin.core.time import now, today
from fiksummin.spaces import queries
from fiksummin.spaces.actions import announce_visit, claims
from fiksummin.spaces.models import Site
from tests.cast import Cast
from tests.factories import spaces


def fill(site: Site, first: date, last: date) -> None:
    """Take every seat from the first day to the last (inclusive)."""
    start, end = spaces.at(site, first, "0:00"), spaces.at(site, last + timedelta(days=1), "0:00")
    claims.claim(list(queries.free_cells(site, start, end).values_list("pk", flat=True)), start, end)


@pytest.fixture
def lab(cast: Cast) -> Site:
    """Open every day of the week, so that days can be counted."""
    site = spaces.site(seats=2, days_ahead=60, closed_on_holidays=False)
    site.hours.create(weekday=5, opens="7:00", closes="20:00")
    site.hours.create(weekday=6, opens="7:00", closes="20:00")
    return site


def fits(site: Site, ahead: int) -> list[int]:
    """How many days from today the offered times are, when one wishes to come so many days from now."""
    day = today(site.zone) + timedelta(days=ahead)
    found = queries.nearest_fits(site, spaces.at(site, day, "9:00"), spaces.at(site, day, "15:00"), 2, now())
    return [(start.astimezone(site.zone).date() - today(site.zone)).days for start, _end in found]


@pytest.mark.parametrize("first_free", [2, 20, 21, 22, 25, 42, 43, 58])
def test_the_first_day_with_room_is_found_however_far_it_is(lab: Site, first_free: int) -> None:
    day = today(lab.zone)
    fill(lab, day + timedelta(days=1), day + timedelta(days=first_free - 1))
    assert fits(lab, 1) == [first_free, first_free + 1, first_free + 2]


def test_no_time_is_offered_for_which_visits_are_not_taken_yet(lab: Site) -> None:
    day = today(lab.zone)
    fill(lab, day, day + timedelta(days=59))
    assert fits(lab, 1) == [60]
    fill(lab, day + timedelta(days=60), day + timedelta(days=60))
    assert fits(lab, 1) == []


def test_the_refusal_names_a_day_a_month_ahead_that_can_be_had(lab: Site, cast: Cast) -> None:
    day = today(lab.zone) + timedelta(days=1)
    fill(lab, day, day + timedelta(days=24))
    with pytest.raises(Conflict) as refused:
        spaces.visit(cast.member, lab, day=day, people=2)
    start, end = next((s, e) for s, e in refused.value.alternatives)  # type: ignore[misc, attr-defined]  # ranges
    assert start == spaces.at(lab, day + timedelta(days=25), "9:00")
    announce_visit(by=cast.member, site=lab, start=start, end=end, people=2)


def test_it_asks_little_when_there_is_room_near(lab: Site) -> None:
    with CaptureQueriesContext(connection) as asked:
        fits(lab, 1)
    assert len(asked) == 4
    fill(lab, today(lab.zone) + timedelta(days=1), today(lab.zone) + timedelta(days=24))
    with CaptureQueriesContext(connection) as asked:
        fits(lab, 1)
    assert len(asked) == 6
