"""Those who wait get what becomes free, the first first, once."""

from datetime import time, timedelta
from itertools import pairwise

import pytest
import time_machine

from fiksummin.core.errors import Conflict, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Claim, Offer, Site, Space, Waiting
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.factories.waiting import exact, offer_of, waiting, within
from tests.spaces.pages import MORNING

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


# --- Who is first gets it ------------------------------------------------------------------------------


def test_what_is_cancelled_is_held_for_the_first_in_line(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    first = waiting(cast.outsider, exact(room, title="Työpaja"))
    second = waiting(cast.partner, exact(room))
    assert open_offers() == []
    actions.cancel_booking(by=cast.member, booking=made)
    [(who, held)] = open_offers()
    assert (who, held.person, held.title, held.starts_at, held.ends_at) == (
        first, cast.outsider, "Työpaja", made.starts_at, made.ends_at,
    )  # fmt: skip
    assert set(Claim.objects.values_list("hold", flat=True)) == {held.hold_id}
    with pytest.raises(Conflict):
        booking(cast.colleague, room)
    assert queries.positions([second]) == {second.pk: 2}


def test_an_offer_lasts_half_of_the_time_until_it_begins(cast: Cast, room: Space) -> None:
    start = MORNING + timedelta(hours=20)
    for left, lasts in (
        (timedelta(hours=20), timedelta(hours=4)),
        (timedelta(hours=3), timedelta(minutes=90)),
        (timedelta(minutes=10), timedelta(minutes=15)),
        (timedelta(minutes=-5), timedelta(minutes=15)),
    ):
        assert actions.answer_due(start, start - left) - (start - left) == lasts


def test_what_is_only_offered_is_nobody_s_booking_yet(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    actions.cancel_booking(by=cast.member, booking=made)
    offer = offer_of(row)
    assert offer is not None
    held, day = offer.booking, open_day(room.site)
    assert held not in queries.my_bookings(cast.outsider, now())
    assert held not in Booking.objects.visible_to(cast.outsider)
    assert held in Booking.objects.visible_to(cast.host)
    assert held in queries.bookings_of_day(room.site, day)
    for who in (cast.outsider, cast.host):
        with pytest.raises(NotAllowed):
            actions.cancel_booking(by=who, booking=held)
    accepted = actions.accept_offer(by=cast.outsider, offer=offer)
    assert list(queries.my_bookings(cast.outsider, now())) == [accepted]
    row.refresh_from_db()
    assert (row.reason, accepted.made_by, accepted.is_offered) == ("accepted", cast.outsider, False)
    assert Entry.objects.filter(fact="spaces.BookingMade", data__booking=accepted.pk).count() == 1


def test_an_offer_counts_once_in_a_quota(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, ahead_per_person=1)
    made = booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    actions.cancel_booking(by=cast.member, booking=made)
    offer = offer_of(row)
    assert offer is not None
    with pytest.raises(NotAllowed):
        booking(cast.outsider, room, start="13:00", end="14:00")
    actions.accept_offer(by=cast.outsider, offer=offer)
    assert queries.bookings_ahead(room.policy, cast.outsider, now())[0] == 1


def test_who_has_enough_waits_until_she_has_less(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, ahead_per_person=1)
    made = booking(cast.member, room)
    first = waiting(cast.outsider, exact(room))
    own = booking(cast.outsider, room, start="13:00", end="14:00")
    actions.cancel_booking(by=cast.member, booking=made)
    assert open_offers() == []
    actions.cancel_booking(by=cast.outsider, booking=own)
    assert [who for who, _held in open_offers()] == [first]


def test_declined_it_goes_to_the_next_and_accepted_only_once(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    rows = [waiting(who, exact(room)) for who in (cast.outsider, cast.partner, cast.colleague)]
    actions.cancel_booking(by=cast.member, booking=made)
    for row, after in pairwise(rows):
        offer = offer_of(row)
        assert offer is not None
        actions.decline_offer(
            by=row.person, offer=offer, stay=True
        )  # of an exact place nothing is left to wait for
        row.refresh_from_db()
        assert row.reason == "declined"
        assert [who for who, _held in open_offers()] == [after]
        for act in (actions.accept_offer, actions.decline_offer):
            with pytest.raises(NotAllowed):
                act(by=row.person, offer=offer)
    last = offer_of(rows[-1])
    assert last is not None
    actions.accept_offer(by=rows[-1].person, offer=last)
    with pytest.raises(NotAllowed):
        actions.accept_offer(by=rows[-1].person, offer=last)
    assert (Booking.objects.filter(hold__isnull=False).count(), open_offers()) == (1, [])


def test_who_declines_a_wish_s_place_may_wait_for_another(cast: Cast, room: Space) -> None:
    other = spaces.space(room.site, seats=8, features=("wall",))
    made = [booking(cast.member, space, start="7:00", end="20:00") for space in (room, other)]
    row = waiting(cast.outsider, within(room.site, features=("wall",)), room.site)
    actions.cancel_booking(by=cast.member, booking=made[0])
    offer = offer_of(row)
    assert offer is not None
    actions.decline_offer(by=cast.outsider, offer=offer, stay=True)
    row.refresh_from_db()
    again = offer_of(row)
    assert row.ended_at is None
    assert again is not None, "the same room at another time"
    assert again.booking.starts_at >= offer.booking.ends_at
    actions.decline_offer(by=cast.outsider, offer=again)
    row.refresh_from_db()
    assert row.reason == "declined"


def test_nobody_answers_in_time(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    first, second = waiting(cast.outsider, exact(room)), waiting(cast.partner, exact(room))
    actions.cancel_booking(by=cast.member, booking=made)
    offer = offer_of(first)
    assert offer is not None
    assert actions.lapse_offers(at=offer.answer_due_at - timedelta(seconds=1)) == 0
    with time_machine.travel(offer.answer_due_at, tick=False):
        with pytest.raises(NotAllowed):
            actions.accept_offer(by=cast.outsider, offer=offer)
        assert [actions.lapse_offers(at=now()) for _again in range(2)] == [1, 0]
    assert [who for who, _held in open_offers()] == [second]
    first.refresh_from_db()
    assert first.reason == "lapsed"
    assert not queries.my_past_bookings(cast.outsider, now()).exists()


def test_who_leaves_gives_the_offer_to_the_next(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    first, second = waiting(cast.outsider, exact(room)), waiting(cast.partner, exact(room))
    with pytest.raises(NotAllowed):
        actions.leave_queue(by=cast.partner, waiting=first)
    actions.cancel_booking(by=cast.member, booking=made)
    actions.leave_queue(by=cast.outsider, waiting=first)
    assert [who for who, _held in open_offers()] == [second]
    with pytest.raises(NotAllowed):
        actions.leave_queue(by=cast.outsider, waiting=first)


def test_an_accepted_place_still_needs_its_approval(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, approval="waits", answer_hours=2)
    taken = booking(cast.member, room)
    actions.approve_booking(by=cast.host, booking=taken)
    row = waiting(cast.outsider, exact(room))
    actions.cancel_booking(by=cast.member, booking=taken)
    offer = offer_of(row)
    assert offer is not None
    made = actions.accept_offer(by=cast.outsider, offer=offer)
    assert (made.is_waiting, made.answer_due_at, made.hold is not None) == (
        True, MORNING + timedelta(hours=2), True,
    )  # fmt: skip
    actions.approve_booking(by=cast.host, booking=made)
    assert set(Claim.objects.values_list("hold", flat=True)) == {made.hold_id}


# --- What frees a place ----------------------------------------------------------------------------------


def test_a_move_and_a_shorter_time_free_a_place(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, start="9:00", end="12:00")
    row = waiting(cast.outsider, exact(room, "11:00", "12:00"))
    wish = spaces.BookingWish((spaces.Place(room),), made.starts_at, made.ends_at - timedelta(hours=1))
    actions.change_booking(by=cast.member, booking=made, wish=wish)
    assert [who for who, _held in open_offers()] == [row]


def test_a_visit_that_is_cancelled_frees_a_desk(cast: Cast, site: Site) -> None:
    desk = spaces.space(site, kind="desk", seats=1)
    desk.cells.set(site.cells.filter(kind="seat")[:1])
    visit = spaces.visit(cast.member, site, people=10, start="7:00", end="20:00")
    row = waiting(cast.outsider, exact(desk))
    actions.cancel_visit(by=cast.member, visit=visit)
    assert [who for who, _held in open_offers()] == [row]


def test_longer_hours_make_room(cast: Cast, site: Site, room: Space) -> None:
    booking(cast.member, room, start="7:00", end="20:00")
    row = waiting(cast.outsider, within(site, "8:00", "22:00", space=room), site)
    day = open_day(site)
    actions.set_special_day(
        by=cast.manager, site=site, day=day, reason={"fi": "Iltatilaisuus"}, opens=time(7), closes=time(22)
    )
    [(who, held)] = open_offers()
    assert (who, held.starts_at) == (row, at(site, day, "20:00"))


def test_a_declined_request_frees_what_it_held(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, approval="holds")
    made = booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    actions.decline_booking(by=cast.host, booking=made, reason="Huone on varattu kokoukselle.")
    assert [who for who, _held in open_offers()] == [row]


def test_a_closure_takes_an_offer_back_and_offers_nothing_that_it_shuts(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    row, second = waiting(cast.outsider, exact(room)), waiting(cast.partner, exact(room))
    later = booking(cast.member, room, start="13:00", end="14:00")
    third = waiting(cast.colleague, exact(room, "13:00", "14:00"))
    actions.cancel_booking(by=cast.member, booking=made)
    day = open_day(room.site)
    closing = queries.Closing(
        room, at(room.site, day, "7:00"), at(room.site, day, "20:00"), {"fi": "Remontti", "sv": "Renovering"}
    )
    closure = actions.close_place(by=cast.manager, site=room.site, closing=closing)
    later.refresh_from_db()
    assert (open_offers(), later.cancelled_at is not None) == ([], True)
    actions.reopen_place(by=cast.manager, closure=closure)
    assert {who.pk for who, _held in open_offers()} == {row.pk, third.pk}
    assert second.pk not in {who.pk for who, _held in open_offers()}


def test_what_changes_by_itself_is_found_by_the_clock(cast: Cast, room: Space) -> None:
    booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    Booking.objects.get().hold.claims.all().delete()  # type: ignore[union-attr]  # it holds
    assert (actions.serve_all(at=now()), actions.serve_all(at=now())) == (1, 0)
    assert [who for who, _held in open_offers()] == [row]


# --- Where one stands, and when it is over -----------------------------------------------------------------


def test_positions_count_only_those_who_want_the_same(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)
    booking(cast.member, hall["ABC"], start="7:00", end="20:00")
    whole = waiting(cast.outsider, exact(hall["ABC"]))
    part = waiting(cast.partner, exact(hall["A"]))
    other = waiting(cast.colleague, exact(hall["C"]))
    later = waiting(cast.editor, exact(hall["A"], "13:00", "14:00"))
    found = queries.positions([whole, part, other, later])
    assert found == {whole.pk: 1, part.pk: 2, other.pk: 2, later.pk: 1}


def test_the_time_passes(cast: Cast, room: Space) -> None:
    booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    wish = waiting(cast.partner, within(room.site, "9:00", "12:00", minutes=60, space=room), room.site)
    end = row.window_ends_at
    assert actions.end_waiting(at=end - timedelta(hours=1)) == 0
    assert actions.end_waiting(at=end - timedelta(minutes=59)) == 1
    assert [actions.end_waiting(at=end - timedelta(minutes=14)) for _again in range(2)] == [1, 0]
    for each in (row, wish):
        each.refresh_from_db()
        assert each.reason == "passed"


def test_those_who_wait_no_longer_are_forgotten(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    row, kept = waiting(cast.outsider, exact(room)), waiting(cast.partner, exact(room))
    actions.cancel_booking(by=cast.member, booking=made)
    actions.leave_queue(by=cast.outsider, waiting=row)
    actions.forget_waiting(at=now() + timedelta(days=room.site.keep_bookings_days))
    assert Waiting.objects.count() == 2
    actions.forget_waiting(at=now() + timedelta(days=room.site.keep_bookings_days, seconds=1))
    assert list(Waiting.objects.all()) == [kept]
    assert Booking.objects.filter(person=cast.outsider).count() == 0
    assert [who for who, _held in open_offers()] == [kept]
