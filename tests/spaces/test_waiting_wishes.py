"""A wish finds the place that fits; what cannot be waited for is said at its field."""

from datetime import date, datetime, time, timedelta
from typing import Any
from typing import cast as typed
from zoneinfo import ZoneInfo

import pytest
import time_machine

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Claim, Offer, Policy, Site, Space, SpecialDay, Waiting
from fiksummin.spaces.queries import WaitingWish
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.factories.waiting import exact, offer_of, waiting, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, features=("wall",), name="Neuvottelu")


def open_offers() -> list[tuple[Waiting, Booking]]:
    rows = Offer.objects.open().select_related("waiting", "booking").order_by("pk")
    return [(row.waiting, row.booking) for row in rows]


# --- A wish ------------------------------------------------------------------------------------------------


def test_any_morning_with_a_wall_for_six(cast: Cast, site: Site) -> None:
    small = spaces.space(site, seats=4, features=("wall",))
    bare = spaces.space(site, seats=12)
    good = spaces.space(site, seats=8, features=("wall", "screen"))
    made = {
        space: [booking(cast.member, space, start="7:00", end="20:00", after=after) for after in (1, 2)]
        for space in (small, bare, good)
    }
    wish = within(site, "8:00", "12:00", minutes=90, days=2, people=6, features=("wall",), title="Aamu")
    row = waiting(cast.outsider, wish, site)
    for space in (small, bare):
        actions.cancel_booking(by=cast.member, booking=made[space][0])
    assert open_offers() == []
    actions.cancel_booking(by=cast.member, booking=made[good][1])
    [(who, held)] = open_offers()
    second = open_day(site, 2)
    assert (who, held.places.get().space) == (row, good)
    assert (held.starts_at, held.ends_at) == (at(site, second, "8:00"), at(site, second, "9:30"))


def test_the_layout_that_seats_them_is_chosen(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)
    made = booking(cast.member, hall["ABC"], start="7:00", end="20:00")
    wish = exact(hall["ABC"], "9:00", "12:00", people=100)
    row = waiting(cast.outsider, wish)
    actions.cancel_booking(by=cast.member, booking=made)
    [(who, held)] = open_offers()
    place = held.places.get()
    assert place.layout is not None
    assert (who, place.layout.kind, place.changeover_minutes) == (row, "theatre", 30)


def test_two_who_wait_are_both_served_by_one_long_booking(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, start="7:00", end="20:00")
    wishes = [within(room.site, minutes=120, space=room) for _number in range(2)]
    rows = [
        waiting(who, wish, room.site) for who, wish in zip((cast.outsider, cast.partner), wishes, strict=True)
    ]
    actions.cancel_booking(by=cast.member, booking=made)
    day = open_day(room.site)
    assert [(who, held.starts_at) for who, held in open_offers()] == [
        (rows[0], at(room.site, day, "8:00")),
        (rows[1], at(room.site, day, "10:00")),
    ]


def test_wall_clock_hours_on_the_days_of_the_change(cast: Cast) -> None:
    site = spaces.site("yo", closed_on_holidays=False, days_ahead=200)
    room = spaces.space(site, seats=8, days_ahead=200)
    for clock_change in (date(2027, 3, 28), date(2026, 10, 25)):
        with time_machine.travel(datetime.combine(clock_change, time(1)) - timedelta(days=2), tick=False):
            SpecialDay.objects.create(
                site=site, date=clock_change, opens=time(0), closes=time(23), reason_fi="Yö"
            )
            zone = ZoneInfo("Europe/Helsinki")
            start, end = (datetime.combine(clock_change, time(hour), tzinfo=zone) for hour in (1, 9))
            made = actions.book(
                by=cast.member, site=site, wish=queries.BookingWish((queries.Place(room),), start, end)
            )
            days = WaitingWish(
                start - timedelta(days=1), end + timedelta(hours=1), 120, space=room,
                day_from=time(2), day_until=time(6),
            )  # fmt: skip
            row = waiting(cast.outsider, days, site)
            actions.cancel_booking(by=cast.member, booking=made)
            offer = offer_of(row)
            assert offer is not None
            local = offer.booking.starts_at.astimezone(zone)
            assert offer.booking.ends_at - offer.booking.starts_at == timedelta(hours=2)
            assert local.date() == clock_change
            assert local.time() == (time(3) if clock_change.month == 3 else time(2)) or local.time() >= time(
                2
            )
            assert offer.booking.ends_at.astimezone(zone).time() <= time(6)


# --- What cannot be waited for -----------------------------------------------------------------------------


def test_what_is_free_is_booked_not_waited_for(cast: Cast, room: Space) -> None:
    with pytest.raises(Conflict) as free:
        waiting(cast.member, exact(room))
    [answer] = typed("list[queries.Answer]", free.value.alternatives)
    day = open_day(room.site)
    assert (answer.name, answer.start) == ("Neuvottelu", at(room.site, day, "9:00"))
    assert (Waiting.objects.count(), Claim.objects.count(), Booking.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": 4}, "minutes"),
        ({"minutes": 600}, "minutes"),
        ({"people": 0}, "people"),
        ({"people": 99}, "people"),
        ({"features": ("kitchen",)}, "people"),
        ({"features": ("sauna",)}, "features"),
        ({"title": "x" * 121}, "title"),
        ({"end": "5:00"}, "end"),
        ({"start": "1:00", "end": "5:00"}, "day"),
        ({"days": 33}, "last"),
        ({"day": date(2026, 11, 23)}, "day"),
        ({"day": date(2026, 11, 28)}, "day"),
        ({"day": date(2027, 11, 24)}, "day"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    cast: Cast, room: Space, change: dict[str, Any], field: str
) -> None:
    booking(cast.member, room, start="7:00", end="20:00")
    with pytest.raises(Invalid) as refused:
        waiting(cast.outsider, within(room.site, **change), room.site)
    assert (refused.value.field, bool(refused.value.reason)) == (field, True)
    assert Waiting.objects.count() == 0


def test_spaces_and_layouts_of_elsewhere(cast: Cast, room: Space) -> None:
    hall, away = spaces.hall(room.site)["ABC"], spaces.space(spaces.site(), seats=4)
    layout = hall.layouts.get(kind="theatre")
    for wish, field in ((exact(away), "space"), (exact(room, layout=layout), "layout")):
        with pytest.raises(Invalid) as refused:
            waiting(cast.member, wish, room.site)
        assert refused.value.field == field
    Space.objects.filter(pk=room.pk).update(retired_at=now())
    room.refresh_from_db()
    with pytest.raises(Invalid):
        waiting(cast.member, exact(room))


def test_the_same_twice_and_too_many(cast: Cast, room: Space) -> None:
    booking(cast.member, room, start="7:00", end="20:00")
    waiting(cast.outsider, exact(room))
    with pytest.raises(Invalid):
        waiting(cast.outsider, exact(room))
    for hour in range(9, 18):
        waiting(cast.outsider, exact(room, f"{hour}:00", f"{hour}:30"))
    with pytest.raises(NotAllowed):
        waiting(cast.outsider, exact(room, "18:00", "18:30"))
    assert waiting(cast.partner, exact(room, "18:00", "18:30")).pk


def test_who_may_not_book_does_not_wait(cast: Cast, room: Space) -> None:
    booking(cast.member, room)
    Policy.objects.update(for_partners=False)
    with pytest.raises(Invalid):
        waiting(cast.partner, exact(room))
    Policy.objects.update(for_partners=True)
    row = waiting(cast.partner, exact(room))
    Policy.objects.update(for_partners=False)
    actions.cancel_booking(by=cast.member, booking=Booking.objects.get())
    assert open_offers() == []
    assert row.ended_at is None
