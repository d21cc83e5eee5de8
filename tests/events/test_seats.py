"""An event never has more places on site than its space has seats: neither by the organiser, nor the manager, nor the database."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.events import actions
from fiksummin.events.models import Event, Pool
from fiksummin.events.queries.wishes import wish_of
from fiksummin.spaces import actions as rooms
from fiksummin.spaces.models import Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, people, spaces

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def hall(cast: Cast) -> Space:
    return spaces.space(cast.helsinki, seats=8, layouts={"theatre": 20, "board": 10})


def held_in(hall: Space, cast: Cast, kind: str = "theatre", places: int = 20) -> Event:
    return events.event(cast.member, space=hall, layout=hall.layouts.get(kind=kind), places=places)


def row(kind: str, seats: int) -> dict[str, Any]:
    return {"kind": kind, "seats": seats}


def test_a_layout_is_not_made_smaller_than_an_event_in_it(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast)
    names = [str(events.registration(people.person(), event).person) for _one in range(12)]
    with pytest.raises(Invalid) as refused:
        rooms.set_layouts(by=cast.manager, space=hall, layouts=[row("theatre", 9), row("board", 10)])
    assert refused.value.field == "seats"
    assert event.title in refused.value.reason
    assert refused.value.reason.endswith(f"These would lose a place: {', '.join(reversed(names[-3:]))}.")
    assert hall.layouts.get(kind="theatre").seats == 20
    rooms.set_layouts(by=cast.manager, space=hall, layouts=[row("theatre", 20), row("board", 2)])


def test_a_layout_in_use_is_not_taken_away_and_its_holder_is_named(cast: Cast, hall: Space) -> None:
    held_in(hall, cast)
    with pytest.raises(Invalid, match=str(cast.member)):
        rooms.set_layouts(by=cast.manager, space=hall, layouts=[row("board", 10)])
    assert hall.layouts.count() == 2


def test_a_space_without_furnishing_is_not_made_smaller_either(cast: Cast, hall: Space) -> None:
    events.event(cast.member, space=hall, places=8)
    with pytest.raises(Invalid):
        rooms.change_space(by=cast.manager, space=hall, seats=7)
    hall.refresh_from_db()
    assert hall.seats == 8


def test_what_is_cancelled_stands_in_nobodys_way(cast: Cast, hall: Space) -> None:
    actions.cancel_event(by=cast.member, event=held_in(hall, cast), reason="Ei tule")
    rooms.set_layouts(by=cast.manager, space=hall, layouts=[row("theatre", 5), row("board", 10)])


def test_the_manager_reads_why_on_the_page(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast)
    form = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-MIN_NUM_FORMS": "0", "form-MAX_NUM_FORMS": "99"}  # fmt: skip
    for number, (kind, seats) in enumerate((("theatre", 5), ("board", 10))):
        form |= {f"form-{number}-kind": kind, f"form-{number}-seats": str(seats), f"form-{number}-setup_minutes": "0"}  # fmt: skip
    answer = signed_in(cast.manager).post(f"/en/spaces/{hall.pk}/layouts/", form)
    assert event.title in answer.content.decode()
    assert hall.layouts.get(kind="theatre").seats == 20


def test_an_event_moves_to_a_smaller_furnishing_with_fewer_places(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast)
    smaller = replace(wish_of(event), layout=hall.layouts.get(kind="board"), places=10)
    actions.change_event(by=cast.member, event=event, wish=smaller)
    assert event.pools.get().capacity == 10


def test_an_event_moves_to_a_smaller_space_of_another_site_with_fewer_places(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast)
    there = spaces.space(spaces.site(), seats=6)
    wish = replace(wish_of(event), site=there.site, space=there, layout=None, places=6)
    actions.try_space(by=cast.member, wish=wish, event=event)
    actions.change_event(by=cast.member, event=event, wish=wish)
    assert event.pools.get().capacity == 6


def test_a_space_too_small_for_those_who_come_cannot_be_had(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast)
    for _one in range(7):
        events.registration(people.person(), event)
    there = spaces.space(spaces.site(), seats=6)
    wish = replace(wish_of(event), site=there.site, space=there, layout=None, places=6)
    with pytest.raises(NotAllowed):
        actions.try_space(by=cast.member, wish=wish, event=event)
    assert event.pools.get().capacity == 20


def test_the_shell_cannot_give_more_places_than_seats(cast: Cast, hall: Space) -> None:
    event = held_in(hall, cast, places=12)
    pools = Pool.objects.filter(event=event)
    pools.update(capacity=20)
    with pytest.raises(IntegrityError, match="events_pool_fits"), transaction.atomic():
        pools.update(capacity=21)
    pools.delete()
    with pytest.raises(IntegrityError, match="events_pool_fits"), transaction.atomic():
        Pool.objects.create(event=event, mode="on_site", capacity=21)
    Pool.objects.create(event=event, mode="virtual", capacity=500)


def test_the_shell_cannot_put_an_event_into_too_small_a_space(cast: Cast, hall: Space) -> None:
    large, small = held_in(hall, cast), events.event(cast.member, space=hall, after=9, places=3)
    booking = small.booking_id
    Event.objects.filter(pk=small.pk).update(booking=None)
    with pytest.raises(IntegrityError, match="events_event_fits"), transaction.atomic():
        Event.objects.filter(pk=large.pk).update(booking=booking)
    Event.objects.filter(pk=small.pk).update(booking=booking)
