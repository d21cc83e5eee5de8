"""Who was slower hears what else is free: other times, spaces and sites."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from fiksummin.core.errors import Conflict
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


def wish_of(answer: queries.Answer, people: int = 1) -> BookingWish:
    return BookingWish(answer.places, answer.start, answer.end, people)


def wish_for(
    site: Site, *wanted: Space, people: int = 1, start: str = "9:00", end: str = "11:00"
) -> BookingWish:
    day = open_day(site, 5)
    return BookingWish(tuple(map(Place, wanted)), at(site, day, start), at(site, day, end), people)


def test_who_was_slower_hears_what_else_is_free(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    spaces.space(site, seats=12, name="Meri")
    elsewhere = spaces.site("vaasa")
    spaces.space(elsewhere, seats=9, name="Ranta")
    wish = wish_for(site, room, people=6)
    actions.book(by=cast.colleague, site=site, wish=wish)
    with pytest.raises(Conflict) as refused:
        actions.book(by=cast.member, site=site, wish=wish)
    others: Any = refused.value.alternatives
    assert [(other.name, other.start) for other in others] == [
        ("Kallio", at(site, open_day(site, 5), "7:00")),
        ("Meri", wish.start),
        ("Ranta", wish.start),
    ]
    assert [other.reasons[0] for other in others] == [
        "the same space at another time", "at the time you asked for", "at the time you asked for",
    ]  # fmt: skip
    assert others[2].reasons[1] == "at another site: Toimipiste vaasa"
    for other in others:
        home = other.places[0].space.site
        assert actions.book(by=cast.member, site=home, wish=wish_of(other, 6)).pk


def test_who_may_use_the_one_may_use_the_other(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio", for_guests=True)
    spaces.space(site, seats=8, name="Virkamiehet", for_guests=False)
    wish = wish_for(site, room)
    booking(cast.colleague, room, after=5, start="7:00", end="20:00")
    assert {other.name for other in queries.other_answers(site, wish, now())} == {"Kallio"}


def test_further_seats_are_looked_for_too(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    wish = replace(wish_for(site, room), extra_seats=8)
    spaces.visit(cast.colleague, site, day=open_day(site, 5), start="7:00", end="20:00", people=5)
    others = queries.other_answers(site, wish, now())
    assert others
    assert {other.start.date() == wish.start.date() for other in others} == {False}


def test_a_wish_of_nothing_has_no_answers(cast: Cast, site: Site) -> None:
    day = open_day(site)
    wish = BookingWish((), at(site, day, "9:00"), at(site, day, "11:00"))
    backwards = replace(wish_for(site, spaces.space(site)), end=at(site, day, "8:00"))
    assert queries.other_answers(site, wish, now()) == queries.other_answers(site, backwards, now()) == []
