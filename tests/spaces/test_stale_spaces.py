"""A space that was read before it was changed: what counts is how it stands when the booking is made."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from fiksummin.core.errors import Conflict, Invalid
from fiksummin.spaces import actions
from fiksummin.spaces.actions import holding
from fiksummin.spaces.models import Booking, Claim, Policy, Space
from fiksummin.spaces.queries import BookingWish, Place, Recurrence
from tests.cast import Cast
from tests.factories import spaces


@pytest.fixture
def room(cast: Cast) -> Space:
    """A room as a page has read it, before somebody else changes it."""
    made = spaces.space(cast.helsinki, cells=("A",), layouts={"board": 8, "circle": 10})
    return Space.objects.select_related("policy", "site").prefetch_related("cells", "layouts").get(pk=made.pk)


def move(cast: Cast, room: Space) -> None:
    """Make the room of another part than it was."""
    cells = actions.add_parts(by=cast.manager, site=room.site, labels=["B"])
    actions.change_space(by=cast.manager, space=Space.objects.get(pk=room.pk), cells=cells)


def wish(room: Space, layout: Any = None, start: str = "9:00", end: str = "12:00") -> BookingWish:
    day = spaces.open_day(room.site)
    return BookingWish(
        (Place(room, layout),), spaces.at(room.site, day, start), spaces.at(room.site, day, end)
    )


def book(cast: Cast, room: Space, layout: Any = None) -> Booking:
    return actions.book(by=cast.member, site=room.site, wish=wish(room, layout))


def change(cast: Cast, room: Space, layout: Any = None) -> Booking:
    other = spaces.booking(cast.member, spaces.space(room.site))
    return actions.change_booking(by=cast.member, booking=other, wish=wish(room, layout))


def repeat(cast: Cast, room: Space, layout: Any = None) -> Any:
    rule = Recurrence("weekly", spaces.open_day(room.site), time(9), time(12), count=2)
    return actions.book_series(by=cast.member, site=room.site, rule=rule, wish=wish(room, layout))


def repeat_otherwise(cast: Cast, room: Space, layout: Any = None) -> Any:
    first = spaces.series(cast.member, spaces.space(room.site), count=2).bookings.earliest("starts_at")
    return actions.change_series(
        by=cast.member, booking=first, wish=wish(room, layout), scope=actions.Scope.ALL
    )


ACTS = pytest.mark.parametrize("act", [book, change, repeat, repeat_otherwise])
type Act = Callable[..., Any]


@ACTS
@pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
def test_the_parts_are_those_of_now(
    cast: Cast, room: Space, act: Act, guard: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(cast, room)
    if not guard:
        monkeypatch.setattr(holding, "read_anew", lambda wish: wish)
    act(cast, room)
    held = {label for label in Claim.objects.values_list("cell__label", flat=True) if label in "AB"}
    assert held == ({"B"} if guard else {"A"})
    monkeypatch.undo()
    fresh = Space.objects.get(pk=room.pk)
    if guard:
        with pytest.raises(Conflict):
            spaces.booking(cast.colleague, fresh)
    else:
        spaces.booking(cast.colleague, fresh)  # the same room at the same time, twice


@ACTS
def test_one_that_went_out_of_use_is_refused(cast: Cast, room: Space, act: Act) -> None:
    actions.retire_space(by=cast.manager, space=Space.objects.get(pk=room.pk))
    with pytest.raises((Invalid, Conflict)):
        act(cast, room)
    assert not room.places.exists()


@ACTS
def test_a_furnishing_that_is_gone_is_refused(cast: Cast, room: Space, act: Act) -> None:
    circle = room.layouts.get(kind="circle")
    actions.set_layouts(
        by=cast.manager, space=Space.objects.get(pk=room.pk), layouts=[{"kind": "board", "seats": 8}]
    )
    with pytest.raises(Invalid) as refused:
        act(cast, room, circle)
    assert refused.value.field == "layout"
    assert not room.places.exists()


@ACTS
def test_the_rules_are_those_of_now(cast: Cast, room: Space, act: Act) -> None:
    actions.change_policy(by=cast.manager, policy=Policy.objects.get(pk=room.policy_id), longest_minutes=60)
    with pytest.raises((Invalid, Conflict)):
        act(cast, room)
    assert not room.places.exists()
