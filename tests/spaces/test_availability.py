"""What is offered is free, fits, and comes with its reasons; the action takes it as it was offered."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fiksummin.core.errors import Conflict
from fiksummin.core.time import now, today
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Policy, Site, Space, SpecialDay, Zone
from fiksummin.spaces.queries import BookingWish, Place
from fiksummin.spaces.queries.availability import Asker, Search, first_free, search
from fiksummin.spaces.queries.availability.finder import Finder
from fiksummin.spaces.queries.availability.standing import Readiness
from fiksummin.spaces.queries.availability.wanted import minute
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day

EXAMPLES = settings(
    max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


def wanted(day: date, minutes: int = 120, people: int = 1, **more: Any) -> Search:
    return Search(day, more.pop("last", day), minutes, people, **more)


def found(site: Site, search_for: Search, **who: Any) -> list[tuple[str, str]]:
    """Give the names and beginnings of what is offered."""
    rows = search([site], search_for, now(), **who)
    return [(row.name, f"{row.start.astimezone(site.zone):%H:%M}") for row in rows]


def test_the_room_with_the_fewest_empty_seats_comes_first(cast: Cast, site: Site) -> None:
    for seats in (20, 8, 12, 4):
        spaces.space(site, seats=seats, name=f"{seats}")
    day = open_day(site)
    assert found(site, wanted(day, people=8)) == [("8", "07:00"), ("12", "07:00"), ("20", "07:00")]
    first, second, _third = search([site], wanted(day, people=8), now())
    assert (first.reasons, second.reasons) == (("fits exactly",), ("12 seats, 4 stay empty",))
    assert (first.end - first.start, first.places[0].space.site) == (timedelta(minutes=120), site)


def test_what_is_taken_is_not_offered(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)
    booking(cast.member, room, start="7:00", end="9:10")
    assert found(site, wanted(day)) == [("Kallio", "09:10")]
    booking(cast.member, room, start="11:00", end="20:00")
    assert found(site, wanted(day)) == []
    assert found(site, wanted(day, 110)) == [("Kallio", "09:10")]
    assert found(site, wanted(day, 111)) == []


def test_one_that_is_sooner_than_all_others_says_so(cast: Cast, site: Site) -> None:
    early, late = spaces.space(site, seats=9, name="Kallio"), spaces.space(site, seats=8, name="Meri")
    booking(cast.member, late, start="7:00", end="9:00")
    first, second = search([site], wanted(open_day(site), people=8), now())
    assert (first.name, first.reasons) == ("Meri", ("fits exactly",))
    assert (second.name, second.reasons[0]) == ("Kallio", "the soonest")
    booking(cast.member, early, start="7:00", end="9:00")
    assert all("the soonest" not in one.reasons for one in search([site], wanted(open_day(site)), now()))


def test_the_hours_of_the_day_are_kept(cast: Cast, site: Site) -> None:
    spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)
    assert found(site, wanted(day, earliest=time(13, 20))) == [("Kallio", "13:20")]
    assert found(site, wanted(day, earliest=time(13), latest=time(14, 59))) == []
    assert found(site, wanted(day, earliest=time(18, 1))) == []
    assert found(site, wanted(day, earliest=time(18))) == [("Kallio", "18:00")]
    SpecialDay.objects.create(site=site, date=day, reason_fi="Muutto")
    assert found(site, wanted(day)) == []


def test_a_buffer_is_kept_before_what_comes_next(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    Space.objects.update(buffer_minutes=15)
    room.refresh_from_db()
    day = open_day(site)
    booking(cast.member, room, start="9:00", end="12:00")
    assert found(site, wanted(day, 105)) == [("Kallio", "07:00")]
    assert found(site, wanted(day, 106)) == [("Kallio", "12:15")]
    assert found(site, wanted(day, 120, earliest=time(18))) == [("Kallio", "18:00")], (
        "it may outlast the door"
    )


def test_policies_bound_what_is_offered(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)

    def under(**rules: Any) -> list[tuple[str, str]]:
        before = Policy.objects.values(*rules).get()
        Policy.objects.update(**rules)
        answer = found(site, wanted(day, last=day + timedelta(days=20)))
        Policy.objects.update(**before)
        return answer

    assert room.pk
    assert under() == [("Kallio", "07:00")]
    assert under(longest_minutes=119) == under(shortest_minutes=121) == under(days_ahead=0) == []
    week = 7 * 24 * 60
    rows = search([site], wanted(day, last=day + timedelta(days=20)), now())
    Policy.objects.update(notice_minutes=week)
    late = search([site], wanted(day, last=day + timedelta(days=20)), now())
    assert rows[0].start < now() + timedelta(minutes=week) <= late[0].start
    only = Asker(may_use=lambda policy: policy.for_guests)
    assert search([site], wanted(day, last=day + timedelta(days=20)), now(), asker=only) == []
    nowhere = Asker(may_come=lambda _site, _day: False)
    assert search([site], wanted(day, last=day + timedelta(days=20)), now(), asker=nowhere) == []


def test_nothing_is_offered_in_the_past(cast: Cast, site: Site) -> None:
    spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)
    noon = at(site, day, "12:00") + timedelta(seconds=1)
    rows = search([site], wanted(day - timedelta(days=30), last=day), noon)
    assert [row.start for row in rows] == [at(site, day, "12:05")], "on five minutes of the clock"


def test_features_layouts_and_kinds(cast: Cast, site: Site) -> None:
    spaces.space(site, seats=8, name="Seinä", features=("wall", "step_free"))
    spaces.space(site, seats=8, name="Salonki", layouts={"lounge": 8, "circle": 12})
    spaces.space(site, kind="booth", seats=1, name="Koppi")
    day = open_day(site)
    assert found(site, wanted(day, people=6, features=("wall",))) == [("Seinä", "07:00")]
    assert found(site, wanted(day, people=6, features=("wall", "screen"))) == []
    circle = search([site], wanted(day, people=6, layout="circle"), now())
    assert [(row.name, row.places[0].layout and row.places[0].layout.kind) for row in circle] == [
        ("Salonki", "circle")
    ]
    assert found(site, wanted(day, kind="booth")) == [("Koppi", "07:00")]


def test_the_layout_with_nothing_to_rearrange_comes_first(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)
    rows = search([site], wanted(open_day(site), people=50), now())
    assert [(row.name, row.places[0].layout and row.places[0].layout.kind) for row in rows] == [
        ("Sali", "islands")
    ]
    assert rows[0].reasons == ("60 seats, 10 stay empty", "nothing to rearrange")
    theatre = hall["ABC"].layouts.get(kind="theatre")
    booking(cast.member, hall["ABC"], layout=theatre, start="8:00", end="9:00")
    rows = search([site], wanted(open_day(site), people=100, layout="theatre", earliest=time(8)), now())
    assert [(at(site, open_day(site), "9:00"), "nothing to rearrange")] == [
        (row.start, row.reasons[-1]) for row in rows
    ]
    rows = search([site], wanted(open_day(site), people=25, layout="board", earliest=time(8)), now())
    assert [row.start for row in rows] == [at(site, open_day(site), "9:30")], "after thirty minutes"
    assert rows[0].reasons[-1] == "rearranging takes 30 minutes before it"


def test_several_spaces_together_when_none_suffices(cast: Cast, site: Site) -> None:
    quiet, loud = (Zone.objects.create(site=site, kind="talk", name_fi=name) for name in ("Hilja", "Humu"))
    for number, zone in enumerate((quiet, quiet, loud)):
        room = spaces.space(site, seats=10, name=f"{number}")
        Space.objects.filter(pk=room.pk).update(zone=zone)
    shared = spaces.space(site, seats=12, cells=("0", "1"), name="0+1")
    assert shared.pk
    day = open_day(site)
    rows = search([site], wanted(day, people=22), now())
    assert {row.name for row in rows} == {"0+1 + 2"}, "those that share a part are not offered together"
    Space.objects.filter(pk=shared.pk).update(retired_at=now())
    rows = search([site], wanted(day, people=18), now())
    assert rows[0].name == "0 + 1"
    assert rows[0].reasons == (
        "2 spaces together", "all in one zone: Hilja", "20 seats, 2 stay empty",
    )  # fmt: skip
    assert [row.name for row in search([site], wanted(day, people=30), now())] == ["0 + 1 + 2"]
    assert search([site], wanted(day, people=31), now()) == []
    made = actions.book(by=cast.member, site=site, wish=wish_of(rows[0], 18))
    assert made.places.count() == 2
    assert found(site, wanted(day, people=18)) == [
        ("0 + 1", "09:00"),
        ("0 + 2", "09:00"),
        ("1 + 2", "09:00"),
    ]


def wish_of(answer: queries.Answer, people: int = 1) -> BookingWish:
    return BookingWish(answer.places, answer.start, answer.end, people)


def test_the_first_free_time(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)
    booking(cast.member, room, start="7:00", end="20:00")
    assert search([site], wanted(day), now()) == []
    first = first_free([site], wanted(day), now())
    assert first is not None
    assert first.start == at(site, open_day(site, (day - today()).days + 1), "7:00")
    assert first_free([site], wanted(day, people=9), now()) is None
    early = first_free([site], wanted(day, earliest=time(7), latest=time(8)), now())
    assert early is not None
    assert early.start == first.start, "on other hours when on these there is nothing"


def test_one_space_is_told_day_by_day(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    day = open_day(site)
    rows = search([site], wanted(day, last=day + timedelta(days=8), space=room.pk), now())
    assert len(rows) >= 5
    assert len({row.start.date() for row in rows}) == len(rows)


# --- The engine and the action agree ---------------------------------------------------------------

TURN = st.tuples(
    st.sampled_from(["ABC", "A", "B", "C", "AB", "BC"]),
    st.sampled_from(["", "islands", "theatre", "board", "lounge"]),
    st.integers(0, 12 * 12),
    st.sampled_from([15, 35, 60, 120]),
)


def place_of(hall: dict[str, Space], name: str, kind: str) -> Place:
    space = hall[name]
    return Place(space, space.layouts.filter(kind=kind).first() if kind else None)


@EXAMPLES
@given(turns=st.lists(TURN, min_size=1, max_size=8), asked=st.lists(TURN, min_size=4, max_size=4))
def test_a_hall_is_offered_exactly_when_the_action_takes_it(
    cast: Cast, site: Site, turns: list[Any], asked: list[Any]
) -> None:
    """Layouts, change-over before and after, buffers and parts: whatever was booked before."""
    agreed = 0
    with transaction.atomic():
        hall = spaces.hall(site)
        Space.objects.filter(pk=hall["AB"].pk).update(buffer_minutes=20)
        hall["AB"].refresh_from_db()
        for turn in turns:
            attempt(cast, site, hall, turn)
        for turn in asked:
            offered = offered_at(site, hall, turn)
            assert offered is attempt(cast, site, hall, turn), (turns, turn)
            agreed += 1
        transaction.set_rollback(True)
    assert agreed == 4
    assert not Booking.objects.exists()


@settings(EXAMPLES, max_examples=8)
@given(turns=st.lists(TURN, min_size=2, max_size=8), asked=TURN)
def test_the_first_start_is_the_first_of_all(
    cast: Cast, site: Site, turns: list[Any], asked: tuple[str, str, int, int]
) -> None:
    """What is skipped on the way to the first start could not be had."""
    name, kind, _step, minutes = asked
    with transaction.atomic():
        hall, day = spaces.hall(site), open_day(site)
        for turn in turns:
            attempt(cast, site, hall, turn)
        finder = Finder([site], Search(day, day, minutes), now(), Asker())
        option = finder.look.catalogue.option(place_of(hall, name, kind))
        assert option is not None
        (hours,) = next(iter(finder.days()))
        first = finder.earliest(option, hours)
        plain = [
            start
            for start in range(hours.first, hours.last - minutes + 1, 5)
            if finder.settled((option,), hours, finder.starts(option, hours) & 1 << start - hours.first)
        ]
        assert (first and first.start) == (plain[0] if plain else None), turns
        transaction.set_rollback(True)


def attempt(cast: Cast, site: Site, hall: dict[str, Space], turn: Any) -> bool:
    """Book it, if the action will."""
    name, kind, step, minutes = turn
    start = at(site, open_day(site), "7:00") + timedelta(minutes=5 * step)
    wish = BookingWish((place_of(hall, name, kind),), start, start + timedelta(minutes=minutes))
    if wish.end > at(site, open_day(site), "20:00"):
        return False
    try:
        with transaction.atomic():
            actions.book(by=cast.member, site=site, wish=wish)
    except Conflict:
        return False
    return True


def offered_at(site: Site, hall: dict[str, Space], turn: Any) -> bool:
    """Say whether the engine offers exactly that."""
    name, kind, step, minutes = turn
    day = open_day(site)
    begins = at(site, day, "7:00") + timedelta(minutes=5 * step)
    finder = Finder([site], Search(day, day, minutes, begins=begins), now(), Asker())
    option = finder.look.catalogue.option(place_of(hall, name, kind))
    hours = [hours for on in finder.days() for hours in on]
    one = finder.earliest(option, hours[0]) if option else None
    assert one is None or one.start == minute(begins)
    return one is not None


def test_without_what_comes_next_too_much_would_be_offered(
    cast: Cast, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above can fail."""
    hall = spaces.hall(site)
    theatre, before = ("ABC", "theatre", 60, 60), ("ABC", "board", 45, 60)
    assert attempt(cast, site, hall, theatre)
    assert offered_at(site, hall, before) is attempt(cast, site, hall, before) is False
    monkeypatch.setattr(Readiness, "_lets_in", lambda *_turn: True)
    assert offered_at(site, hall, before) is True


def test_fewer_answers_are_the_first_of_many(cast: Cast, site: Site) -> None:
    """What is not looked at because enough was found would have come later."""
    day = open_day(site)
    for number in range(12):
        room = spaces.space(
            site,
            seats=4 + number % 4,
            name=f"{number}",
            layouts={"board": 6, "circle": 9} if number % 3 == 0 else None,
        )
        if number % 2:
            circle = room.layouts.filter(kind="circle").first()
            booking(cast.member, room, layout=circle, start="7:30", end=f"{9 + number % 3}:00")
    wish = wanted(day, 60, people=4, last=day + timedelta(days=3))
    every = search([site], wish, now(), limit=1000)
    assert len(every) == 12
    for limit in range(1, 12):
        few = search([site], wish, now(), limit=limit)
        assert [(one.name, one.start) for one in few] == [(one.name, one.start) for one in every[:limit]]
