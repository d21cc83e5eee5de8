"""A booking claims its spaces with all the time they need, or nothing."""

from datetime import datetime, timedelta

import pytest

from fiksummin.core.errors import Conflict, Invalid, NotAllowed
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.choices import BookingState
from fiksummin.spaces.models import Booking, Claim, Layout, Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from tests.cast import Cast
from tests.factories import people, spaces
from tests.factories.spaces import at, booking, open_day


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def hall(site: Site) -> dict[str, Space]:
    return spaces.hall(site)


def claimed(made: Booking) -> set[tuple[str, datetime, datetime]]:
    rows = Claim.objects.filter(hold=made.hold)
    return set(rows.values_list("cell__label", "starts_at", "ends_at"))


def layout(space: Space, kind: str) -> Layout:
    return space.layouts.get(kind=kind)


def test_a_hall_keeps_its_parts(cast: Cast, site: Site, hall: dict[str, Space]) -> None:
    made = booking(cast.member, hall["ABC"])
    assert {label for label, _start, _end in claimed(made)} == {"A", "B", "C"}
    for part in ("A", "B", "C", "AB", "BC"):
        with pytest.raises(Conflict):
            booking(cast.colleague, hall[part])
    actions.cancel_booking(by=cast.member, booking=made)
    assert booking(cast.colleague, hall["AB"]).state(made.made_at) == BookingState.BOOKED


def test_change_over_is_inside_the_claim(cast: Cast, site: Site, hall: dict[str, Space]) -> None:
    theatre, board = layout(hall["ABC"], "theatre"), layout(hall["ABC"], "board")
    day = open_day(site)
    first = booking(cast.member, hall["ABC"], layout=theatre, start="10:00", end="12:00")
    minutes = first.places.get().changeover_minutes
    assert minutes == theatre.setup_minutes > 0
    assert {start for _cell, start, _end in claimed(first)} == {
        at(site, day, "10:00") - timedelta(minutes=minutes)
    }
    with pytest.raises(Conflict):
        booking(cast.colleague, hall["ABC"], layout=board, start="12:00", end="13:00")
    same = booking(cast.colleague, hall["ABC"], layout=theatre, start="12:00", end="13:00")
    assert same.places.get().changeover_minutes == 0


def test_what_comes_next_gets_the_change_over_it_needs(
    cast: Cast, site: Site, hall: dict[str, Space]
) -> None:
    theatre, board = layout(hall["ABC"], "theatre"), layout(hall["ABC"], "board")
    after = booking(cast.member, hall["ABC"], layout=theatre, start="14:00", end="16:00")
    assert after.places.get().changeover_minutes == theatre.setup_minutes
    before = booking(cast.colleague, hall["ABC"], layout=theatre, start="12:00", end="14:00")
    assert after.places.get().changeover_minutes == 0
    assert {start for _cell, start, _end in claimed(after)} == {after.starts_at}
    actions.cancel_booking(by=cast.colleague, booking=before)
    assert after.places.get().changeover_minutes == theatre.setup_minutes
    with pytest.raises(Conflict, match=r"30 minuuttia|30 minutes"):
        booking(cast.colleague, hall["ABC"], layout=board, start="12:00", end="14:00")


def test_a_buffer_follows(cast: Cast, site: Site) -> None:
    room = spaces.space(site, kind="room", seats=8)
    Space.objects.filter(pk=room.pk).update(buffer_minutes=15)
    room.refresh_from_db()
    booking(cast.member, room, start="10:00", end="11:00")
    with pytest.raises(Conflict):
        booking(cast.colleague, room, start="11:00", end="12:00")
    booking(cast.colleague, room, start="11:15", end="12:00")


def test_spaces_that_share_a_part_are_not_booked_together(
    cast: Cast, site: Site, hall: dict[str, Space]
) -> None:
    wish = wish_for(site, hall["A"], hall["AB"])
    with pytest.raises(Conflict):
        actions.book(by=cast.member, site=site, wish=wish)
    assert (Booking.objects.count(), Claim.objects.count()) == (0, 0)


def test_two_spaces_and_seats_in_one_act(cast: Cast, site: Site, hall: dict[str, Space]) -> None:
    wish = wish_for(site, hall["A"], hall["C"], people=5, extra_seats=3)
    made = actions.book(by=cast.member, site=site, wish=wish)
    assert len(claimed(made)) == 5
    assert made.places.count() == 2
    everything = wish_for(site, hall["B"], extra_seats=8)
    with pytest.raises(Conflict):
        actions.book(by=cast.colleague, site=site, wish=everything)
    assert Booking.objects.count() == 1


def wish_for(site: Site, *wanted: Space, **words: object) -> BookingWish:
    day = open_day(site)
    moments = {"start": at(site, day, "9:00"), "end": at(site, day, "11:00")}
    return BookingWish(tuple(Place(space) for space in wanted), **{**moments, **words})  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 999}, "people"),
        ({"start": "11:00", "end": "9:00"}, "end"),
        ({"start": "5:00", "end": "9:00"}, "start"),
        ({"start": "19:00", "end": "21:00"}, "end"),
        ({"title": "x" * 121}, "title"),
        ({"note": "x" * 1001}, "note"),
        ({"start": "9:00", "end": "9:05"}, "end"),
        ({"after": 400}, "day"),
        ({"after": -7}, "day"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    cast: Cast, site: Site, change: dict[str, object], field: str
) -> None:
    room = spaces.space(site, kind="room", seats=8)
    with pytest.raises(Invalid) as refused:
        booking(cast.member, room, **change)  # type: ignore[arg-type]  # a table of cases
    assert (refused.value.field, bool(refused.value.reason)) == (field, True)
    assert Booking.objects.count() == 0


def test_a_layout_of_another_space_is_refused(cast: Cast, site: Site, hall: dict[str, Space]) -> None:
    room = spaces.space(site, kind="room", seats=8)
    with pytest.raises(Invalid) as refused:
        booking(cast.member, room, layout=layout(hall["ABC"], "theatre"))
    assert refused.value.field == "layout"


def test_a_space_of_another_site_is_refused(cast: Cast, site: Site) -> None:
    elsewhere = spaces.space(spaces.site(), kind="room", seats=8)
    with pytest.raises(Invalid) as refused:
        actions.book(by=cast.member, site=site, wish=wish_for(site, elsewhere))
    assert refused.value.field == "space"


def test_quotas_of_a_person_and_of_an_organisation(cast: Cast, site: Site) -> None:
    room = spaces.space(site, kind="room", seats=8, ahead_per_person=1, ahead_per_organisation=2)
    booking(cast.member, room, start="9:00", end="10:00")
    with pytest.raises(NotAllowed):
        booking(cast.member, room, start="10:00", end="11:00")
    booking(cast.colleague, room, start="11:00", end="12:00")
    third = people.person(organisation=cast.member.organisation)
    with pytest.raises(NotAllowed):
        booking(third, room, start="13:00", end="14:00")
    booking(cast.outsider, room, start="13:00", end="14:00")


def test_who_may_book(cast: Cast, site: Site) -> None:
    for_state = spaces.space(site, kind="room", seats=8, for_partners=False)
    with pytest.raises(NotAllowed):
        booking(cast.partner, for_state)
    with pytest.raises(NotAllowed):
        booking(cast.guest, for_state)
    assert booking(cast.member, for_state).pk


def test_moved_without_losing_the_place(cast: Cast, site: Site) -> None:
    room, other = (spaces.space(site, kind="room", seats=8) for _number in range(2))
    made = booking(cast.member, room, start="9:00", end="10:00")
    booking(cast.colleague, room, start="10:00", end="11:00")
    booking(cast.colleague, other, start="9:00", end="10:00")
    for place, start, end in ((room, "9:00", "10:30"), (other, "9:00", "10:00")):
        with pytest.raises(Conflict):
            actions.change_booking(by=cast.member, booking=made, wish=moved(site, place, start, end))
        made.refresh_from_db()
        assert {start for _c, start, _e in claimed(made)} == {at(site, open_day(site), "9:00")}
    after = actions.change_booking(by=cast.member, booking=made, wish=moved(site, other, "10:00", "12:00"))
    assert (after.sequence, after.places.get().space) == (1, other)
    booking(cast.colleague, room, start="9:00", end="10:00")


def moved(site: Site, space: Space, start: str, end: str) -> BookingWish:
    day = open_day(site)
    return BookingWish((Place(space),), at(site, day, start), at(site, day, end))


def test_a_group_holds_it_together(cast: Cast, site: Site) -> None:
    room = spaces.space(site, kind="room", seats=8)
    made = booking(cast.member, room, members=[cast.outsider])
    with pytest.raises(NotAllowed):
        actions.cancel_booking(by=cast.colleague, booking=made)
    assert actions.cancel_booking(by=cast.outsider, booking=made).cancelled_by == cast.outsider


def test_in_somebody_s_name(cast: Cast, site: Site) -> None:
    room = spaces.space(site, kind="room", seats=8)
    made = booking(cast.colleague, room, for_=cast.member)
    assert (made.person, made.made_by) == (cast.member, cast.colleague)
    with pytest.raises(NotAllowed):
        booking(cast.outsider, room, start="13:00", end="14:00", for_=cast.member)


def test_what_waits_for_approval_holds_or_not(cast: Cast, site: Site) -> None:
    holding = spaces.space(site, kind="room", seats=8, approval="holds")
    waiting = spaces.space(site, kind="room", seats=8, approval="waits")
    made = booking(cast.member, holding)
    assert made.is_waiting
    with pytest.raises(Conflict):
        booking(cast.colleague, holding)
    assert booking(cast.member, waiting).hold is None
    assert booking(cast.colleague, waiting).state(made.made_at) == BookingState.ASKED


def test_strangers_do_not_see_it(cast: Cast, site: Site) -> None:
    made = booking(cast.member, spaces.space(site, kind="room", seats=8), members=[cast.outsider])
    seeing: list[Person] = [
        person
        for person in (cast.member, cast.outsider, cast.host, cast.colleague, cast.partner)
        if made in Booking.objects.visible_to(person)
    ]
    assert seeing == [cast.member, cast.outsider, cast.host]


@pytest.mark.parametrize(("words", "field"), [({"people": 0}, "people"), ({"title": "x" * 121}, "title")])
def test_a_change_of_words_alone_is_looked_at_too(
    cast: Cast, site: Site, words: dict[str, object], field: str
) -> None:
    room = spaces.space(site)
    made = booking(cast.member, room)
    wish = BookingWish((Place(room),), made.starts_at, made.ends_at, **words)  # type: ignore[arg-type]  # cases
    with pytest.raises(Invalid) as refused:
        actions.change_booking(by=cast.member, booking=made, wish=wish)
    assert refused.value.field == field
