"""What is agreed on beforehand begins and ends with a minute; who stands at the door comes in at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from fiksummin.core.errors import Invalid
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Site, Visit, Waiting
from fiksummin.spaces.queries import BookingWish, Place
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.waiting import exact

ODD = [timedelta(seconds=1), timedelta(seconds=30), timedelta(microseconds=1)]
SENTENCE = "minuutteina|whole minutes"


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_visit_is_not_moved_between_two_minutes(cast: Cast, site: Site, odd: timedelta, field: str) -> None:
    visit = spaces.visit(cast.member, site)
    times = {"start": visit.starts_at, "end": visit.ends_at}
    times[field] += odd
    with pytest.raises(Invalid, match=SENTENCE) as refused:
        actions.change_visit(by=cast.member, visit=visit, people=1, **times)
    assert refused.value.field == field
    assert Visit.objects.get().sequence == 0


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_booking_is_not_made_between_two_minutes(
    cast: Cast, site: Site, odd: timedelta, field: str
) -> None:
    day, place = spaces.open_day(site), Place(spaces.space(site))
    wish = BookingWish((place,), spaces.at(site, day, "9:00"), spaces.at(site, day, "12:00"))
    with pytest.raises(Invalid, match=SENTENCE) as refused:
        actions.book(by=cast.member, site=site, wish=replace(wish, **{field: getattr(wish, field) + odd}))
    assert refused.value.field == field
    assert not Booking.objects.exists()
    actions.book(by=cast.member, site=site, wish=wish)


@pytest.mark.parametrize("field", ["start", "end"])
def test_nobody_waits_for_a_place_that_no_booking_could_have(cast: Cast, site: Site, field: str) -> None:
    wish = exact(spaces.space(site))
    odd = replace(wish, **{field: getattr(wish, field) + timedelta(seconds=30)}, minutes=60)
    with pytest.raises(Invalid, match=SENTENCE):
        actions.ask_for_place(by=cast.member, site=site, wish=odd)
    assert not Waiting.objects.exists()


def test_who_comes_unannounced_is_seated_from_the_very_second(cast: Cast, site: Site) -> None:
    day = spaces.open_day(site)
    at, end = spaces.at(site, day, "10:00") + timedelta(seconds=17), spaces.at(site, day, "12:00")
    with time_machine.travel(at, tick=False):
        assert actions.note_walk_in(by=cast.host, site=site, end=end).starts_at == at
        with pytest.raises(Invalid, match=SENTENCE):
            actions.note_walk_in(by=cast.host, site=site, end=end + timedelta(seconds=1))
