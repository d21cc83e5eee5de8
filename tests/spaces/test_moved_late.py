"""A booking moved late is kept like one booked late: who has just settled on a time has not forgotten it."""

from datetime import timedelta

import pytest

from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.models import Booking, Site
from fiksummin.spaces.queries import BookingWish
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import booking

pytestmark = pytest.mark.usefixtures("tuesday")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def made(cast: Cast, lab: Site) -> Booking:
    """The member's, from nine to twelve tomorrow, kept for fifteen minutes."""
    return booking(cast.member, spaces.space(lab, seats=8, grace_minutes=15))


def move(cast: Cast, made: Booking, *, by_minutes: int, before: int, note: str = "") -> Booking:
    """Move it so many minutes, so many minutes before its new beginning."""
    start, end = made.starts_at + by_minutes * MINUTE, made.ends_at + by_minutes * MINUTE
    wish = BookingWish(queries.wish_of(made).places, start, end, made.people, note=note)
    return actions.change_booking(by=cast.member, booking=made, wish=wish, at=start - before * MINUTE)


@pytest.mark.parametrize(("before", "released"), [(14, 0), (16, 1), (600, 1)])
def test_moved_late_is_kept_and_moved_early_is_not(
    cast: Cast, made: Booking, before: int, released: int
) -> None:
    moved = move(cast, made, by_minutes=-60, before=before)
    at = moved.starts_at + 20 * MINUTE
    if not released:
        assert "tehtiin tai siirrettiin niin myöhään" in rules.why_not_release(
            actions.bookings.locked(moved), at
        )
    assert actions.release_no_shows(at=at) == released


def test_the_old_time_counts_no_more(cast: Cast, made: Booking) -> None:
    moved = move(cast, made, by_minutes=60, before=90)
    assert rules.kept_until(actions.bookings.locked(moved)) == moved.starts_at + 15 * MINUTE


def test_other_words_do_not_make_it_late(cast: Cast, made: Booking) -> None:
    """A change of the note just before the beginning is no way around the rule."""
    move(cast, made, by_minutes=0, before=5, note="Tuomme kahvia")
    made.refresh_from_db()
    assert made.moved_at is None
    assert actions.release_no_shows(at=made.starts_at + 20 * MINUTE) == 1
