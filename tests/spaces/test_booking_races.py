"""Rivals who book spaces: they wait for one another only where one's booking matters to the other's."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from fiksummin.people.models import Person
from fiksummin.spaces import actions, rules
from fiksummin.spaces.models import BookedSpace, Booking, Changeover, Policy, Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from tests import engines, races
from tests.factories import people, spaces

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
OFTEN_TOGETHER = pytest.mark.skipif(engines.ENGINE == "sqlite", reason="SQLite has one writer at a time")


@pytest.fixture
def site(transactional_db: None) -> Site:
    """A site whose hours everybody knows."""
    return spaces.site()


def booking(
    person: Person, space: Space, start: str = "9:00", end: str = "10:00", *, layout: str = "", seats: int = 0
) -> Callable[[], int]:
    day = spaces.open_day(space.site)
    furnished = space.layouts.get(kind=layout) if layout else None
    wish = BookingWish(
        (Place(space, furnished),), spaces.at(space.site, day, start), spaces.at(space.site, day, end),
        extra_seats=seats,
    )  # fmt: skip
    return lambda: actions.book(by=person, site=space.site, wish=wish).pk


def under_one_policy(site: Site, **limits: int) -> list[Space]:
    rooms = [spaces.space(site) for _room in range(2)]
    policy = Policy.objects.create(site=site, name_fi="Yhteiset", **limits)
    Space.objects.update(policy=policy)
    return rooms


@pytest.mark.parametrize("whose", ["person", "organisation"])
@GUARD
def test_one_more_than_the_quota(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, whose: str
) -> None:
    rooms = under_one_policy(site, **{f"ahead_per_{whose}": 1})
    first = people.person()
    second = first if whose == "person" else people.person(organisation=first.organisation)
    races.meet_after(monkeypatch, "fiksummin.spaces.queries.bookings.bookings_ahead")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(booking(first, rooms[0]), booking(second, rooms[1]))
    assert (races.one_wins(outcomes) and Booking.objects.count() == 1) is guard, outcomes


@GUARD
def test_what_is_booked_next_is_rearranged_in_time(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    room = spaces.space(site, layouts={"board": 8, "theatre": 16, "lounge": 6})
    before, after = room.layouts.get(kind="lounge"), room.layouts.get(kind="theatre")
    Changeover.objects.create(before=before, after=after, minutes=20)
    rivals = [
        booking(people.person(), room, "9:00", "10:00", layout="lounge"),
        booking(people.person(), room, "10:30", "11:30", layout="theatre"),
    ]
    races.meet_after(monkeypatch, "fiksummin.spaces.queries.next_places")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*rivals)
    later = BookedSpace.objects.filter(
        booking__starts_at=max(Booking.objects.values_list("starts_at", flat=True))
    )
    whole = all(isinstance(outcome, int) for outcome in outcomes) and later.get().changeover_minutes == 20
    assert whole is guard, outcomes


@GUARD
def test_a_space_that_goes_out_of_use(site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    room, manager = spaces.space(site), people.person(roles=[("manager", site.slug)])
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.holding.read_anew", rivals=2)
    races.meet_after(monkeypatch, "fiksummin.spaces.queries.of_space", rivals=2)
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        booking(people.person(), room), lambda: actions.retire_space(by=manager, space=room)
    )
    assert races.one_wins(outcomes) is guard, outcomes


def meeting(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note for each rival whether she met the other one in the midst of booking."""
    real, barrier, met = rules.why_not_more, threading.Barrier(2), list[bool]()

    def judge(*args: Any) -> str:
        try:
            barrier.wait(races.PATIENCE)
            met.append(True)
        except threading.BrokenBarrierError:
            met.append(False)
        return real(*args)

    monkeypatch.setattr(rules, "why_not_more", judge)
    return met


@OFTEN_TOGETHER
@pytest.mark.parametrize(
    ("rivals", "together"),
    [
        ("other rooms, other people", True),
        ("the same room", False),
        ("parts of one hall", False),
        ("the same person", False),
        ("one who wants any seats", False),
    ],
)
def test_who_waits_for_whom(site: Site, monkeypatch: pytest.MonkeyPatch, rivals: str, together: bool) -> None:
    first, second, room, other = people.person(), people.person(), spaces.space(site), spaces.space(site)
    hall = spaces.hall(site)
    pairs = {
        "other rooms, other people": (booking(first, room), booking(second, other)),
        "the same room": (booking(first, room), booking(second, room, "11:00", "12:00")),
        "parts of one hall": (booking(first, hall["A"]), booking(second, hall["B"])),
        "the same person": (booking(first, room), booking(first, other)),
        "one who wants any seats": (booking(first, room), booking(second, other, seats=2)),
    }
    second.organisation = people.organisation()
    second.save()
    met = meeting(monkeypatch)
    outcomes = races.race(*pairs[rivals])
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    assert met == [together, together]
