"""Rivals for a place that becomes free, on real connections; each is first shown to go wrong with its guard off."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from fiksummin.core.errors import Conflict, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.actions import waiting as waiting_actions
from fiksummin.spaces.models import Booking, Claim, Offer, Site, Space, Waiting
from fiksummin.spaces.reactions import waiting as reactions
from tests import races
from tests.factories import people, spaces
from tests.factories.spaces import at, booking, open_day
from tests.factories.waiting import exact, offer_of, waiting, within

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def site(transactional_db: None) -> Site:
    return spaces.site()


@pytest.fixture
def rooms(site: Site) -> list[Space]:
    return [spaces.space(site, seats=4) for _number in range(2)]


def cancelling(made: Booking) -> Callable[[], int]:
    return lambda: actions.cancel_booking(by=made.person, booking=made).pk  # type: ignore[arg-type]  # she made it


def booking_again_and_again(person: Person, room: Space, tries: int = 40) -> Callable[[], Any]:
    """Somebody who presses again and again until the place is hers."""
    day = open_day(room.site)
    span = at(room.site, day, "9:00"), at(room.site, day, "12:00")

    def act() -> Any:
        for _try in range(tries):
            try:
                wish = spaces.BookingWish((spaces.Place(room),), *span)
                return actions.book(by=person, site=room.site, wish=wish).pk
            except Conflict:
                time.sleep(0.03)
        return "gave up"

    return act


def met_after(real: Callable[..., Any], meeting: threading.Barrier) -> Callable[..., Any]:
    """Have two different acts wait for one another: each has read before the other commits."""

    def meeting_function(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        with suppress(threading.BrokenBarrierError):
            meeting.wait(races.PATIENCE)
        return found

    return meeting_function


@GUARD
def test_two_cancellations_at_once_give_one_offer(
    rooms: list[Space], monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    made = [booking(people.person(), room) for room in rooms]
    row = waiting(people.person(), within(rooms[0].site, "9:00", "12:00", minutes=180), rooms[0].site)
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.serving.first_fit")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*[cancelling(each) for each in made])
    fine = [outcome for outcome in outcomes if not isinstance(outcome, Exception)]
    holds = len(fine) == 2 and Offer.objects.open().filter(waiting=row).count() == 1
    assert (holds and races.overlaps() == 0 and Claim.objects.count() == 1) is guard, outcomes


@GUARD
def test_the_queue_wins_against_a_new_booking(
    rooms: list[Space], monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    room, rival = rooms[0], people.person()
    made, row = booking(people.person(), room), None
    row = waiting(people.person(), exact(room))
    if not guard:
        monkeypatch.setattr(reactions.actions, "serve_after_booking", lambda **_what: None)
    outcomes = races.race(cancelling(made), booking_again_and_again(rival, room))
    queue_has_it = outcomes[1] == "gave up" and offer_of(row) is not None
    assert (queue_has_it and not Booking.objects.filter(person=rival).exists()) is guard, outcomes
    assert races.overlaps() == 0


@GUARD
def test_accepted_and_lapsed_at_once(
    rooms: list[Space], monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    room = rooms[0]
    made, first = booking(people.person(), room), people.person()
    waiting(first, exact(room))
    waiting(people.person(), exact(room))
    actions.cancel_booking(by=made.person, booking=made)  # type: ignore[arg-type]  # she made it
    offer = Offer.objects.open().get()
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.waiting._locked")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        lambda: actions.accept_offer(by=first, offer=offer).pk,
        lambda: actions.lapse_offers(at=offer.answer_due_at),
    )
    offer.refresh_from_db()
    taken = offer.accepted_at is not None
    lapsed = offer.lapsed_at is not None
    standing = Booking.objects.filter(hold__isnull=False, person=first).count()
    whole = taken is not lapsed and standing == (1 if taken else 0) and Claim.objects.count() == 1
    told = [
        outcome
        for outcome in outcomes
        if isinstance(outcome, Exception) and not isinstance(outcome, NotAllowed)
    ]
    assert (whole and not told and races.overlaps() == 0) is guard, outcomes


@GUARD
def test_asking_while_it_becomes_free(
    rooms: list[Space], monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    """She who asks sees the place free, or is served by the one who gives it back: she is never forgotten."""
    room, person = rooms[0], people.person()
    made = booking(people.person(), room)
    wish = exact(room)
    meeting = threading.Barrier(2)
    for holder, name in ((waiting_actions, "first_fit"), (reactions.actions, "serve_after_booking")):
        monkeypatch.setattr(holder, name, met_after(getattr(holder, name), meeting))
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        cancelling(made), lambda: actions.ask_for_place(by=person, site=room.site, wish=wish).pk
    )
    forgotten = Waiting.objects.open().count() == 1 and not Offer.objects.exists()
    broken = [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, Conflict)]
    assert (not forgotten and not broken) is guard, outcomes


def test_a_crowd_waits_and_each_place_is_given_once(rooms: list[Space]) -> None:
    made = [booking(people.person(), room) for room in rooms]
    line = [
        waiting(people.person(), within(rooms[0].site, "9:00", "12:00", minutes=180), rooms[0].site)
        for _number in range(4)
    ]
    rivals = [booking_again_and_again(people.person(), room, tries=15) for room in rooms]
    outcomes = races.race(*[cancelling(each) for each in made], *rivals)
    assert outcomes[2:] == ["gave up"] * 2, outcomes
    assert [row.pk for row in line if offer_of(row)] == [line[0].pk, line[1].pk]
    answers = races.race(
        *[(lambda row=row: actions.leave_queue(by=row.person, waiting=row).pk) for row in line[:2]]
    )
    assert answers == [line[0].pk, line[1].pk]
    assert [row.pk for row in line if offer_of(row)] == [line[2].pk, line[3].pk]
    assert (races.overlaps(), Claim.objects.count()) == (0, 2)
    assert Entry.objects.filter(fact="spaces.OfferMade").count() == 4


@GUARD
def test_released_twice_at_once(site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    made = booking(people.person(), spaces.space(site, seats=4, grace_minutes=15))
    late = made.starts_at.replace(minute=15)
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_release")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*[lambda: actions.release_no_shows(at=late)] * 2)
    said = Entry.objects.filter(fact="spaces.BookingReleased").count()
    assert (sorted(map(str, outcomes)) == ["0", "1"] and said == 1) is guard, outcomes
    assert now() < late
