"""An event in a space with a programme, moved and changed at random among rivals, against a plain model.

Whatever is tried, it is done whole or not at all: the space is where the event is, the programme keeps its
distance to the beginning, places are never more than seats, offers end when it begins, and nobody loses a place.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from fiksummin.core.errors import NotAllowed
from fiksummin.events import actions
from fiksummin.events.actions import following, losing
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.details import Part
from fiksummin.events.queries.wishes import wish_of
from fiksummin.spaces import actions as rooms
from fiksummin.spaces.models import Closure
from fiksummin.spaces.queries import Closing
from tests.factories import events, people, spaces
from tests.machines import Undone, act_out, play

HOUR = timedelta(hours=1)
FIRST, LAST = 9, 17
"""The hours of a day between which events of two hours begin."""
SEATS = {"large": 12, "small": 4}
LINK = "https://kokous.example/huone"


@dataclass
class Held:
    """Where the event is, told plainly. Hours count within its day; ``programme`` is minutes from the beginning."""

    hour: int
    room: str
    places: int
    programme: list[int]
    seats: dict[str, int]
    rivals: set[tuple[str, int]] = field(default_factory=set)
    has: set[int] = field(default_factory=set)
    lost: bool = False
    online: bool = False
    shut: bool = False

    def free(self, room: str, hour: int) -> bool:
        return not self.shut and not any(name == room and abs(then - hour) < 2 for name, then in self.rivals)


class Moves(Undone):
    """Everything that may happen to where and when an event is."""

    @initialize(hour=st.integers(FIRST, LAST), room=st.sampled_from(["large", "small"]))
    def plan(self, hour: int, room: str) -> None:
        self.begin()
        self.owner, self.organiser = people.person(roles=[("owner", "")]), people.person()
        self.site = spaces.site()
        self.rooms = {name: spaces.space(self.site, seats=seats) for name, seats in SEATS.items()}
        self.day = spaces.open_day(self.site, 8)
        event = events.event(
            self.organiser, space=self.rooms[room], places=4, after=8, start=f"{hour}:00", end=f"{hour + 2}:00",
            offer_hours=300,
        )  # fmt: skip
        self.number, self.closure = event.pk, None
        start = spaces.at(self.site, self.day, f"{hour}:00")
        parts = [Part(start + timedelta(minutes=step), f"Kohta {step}") for step in (0, 45)]
        actions.set_programme(by=self.organiser, event=event, parts=parts)
        self.held = Held(hour, room, 4, [0, 45], dict(SEATS))

    @property
    def event(self) -> Event:
        return Event.objects.select_related("booking", "site").get(pk=self.number)

    def tried(self, expected: bool, act: Any, **words: Any) -> bool:
        """Do it; what the model forbids is refused, and nothing else."""
        why = ""
        try:
            act(**words)
        except NotAllowed as refusal:
            why = refusal.reason
        assert bool(why) is not expected, (why, act, words)
        return not why

    @rule(hour=st.integers(FIRST, LAST), room=st.sampled_from(["large", "small"]), places=st.integers(1, 13))
    def move(self, hour: int, room: str, places: int) -> None:
        held = self.held
        if held.online:
            return
        wish = replace(
            wish_of(self.event), space=self.rooms[room], places=places, closes_at=None,
            start=spaces.at(self.site, self.day, f"{hour}:00"), end=spaces.at(self.site, self.day, f"{hour + 2}:00"),
        )  # fmt: skip
        fine = len(held.has) <= places <= held.seats[room] and held.free(room, hour)
        if self.tried(fine, actions.change_event, by=self.organiser, event=self.event, wish=wish):
            held.hour, held.room, held.places, held.lost = hour, room, places, False

    @rule(minutes=st.sampled_from([30, 45, 60, 180]))
    def last(self, minutes: int) -> None:
        """It is longer or shorter: its parts stay, or it does."""
        held, wish = self.held, wish_of(self.event)
        if held.online or held.lost or minutes > 120:
            return
        wish = replace(wish, end=wish.start + timedelta(minutes=minutes), closes_at=None)
        back = replace(wish, end=wish.start + 2 * HOUR)
        fine = all(step < minutes for step in held.programme)
        if self.tried(fine, actions.change_event, by=self.organiser, event=self.event, wish=wish):
            actions.change_event(by=self.organiser, event=self.event, wish=back)

    @rule(hour=st.integers(FIRST, LAST), room=st.sampled_from(["large", "small"]))
    def rival(self, hour: int, room: str) -> None:
        held = self.held
        here = not held.lost and not held.online and held.room == room and abs(held.hour - hour) < 2
        fine = held.free(room, hour) and not here
        words: dict[str, Any] = {"after": 8, "start": f"{hour}:00", "end": f"{hour + 2}:00"}
        if self.tried(fine, lambda: spaces.booking(people.person(), self.rooms[room], **words)):
            held.rivals.add((room, hour))

    @rule()
    def lose(self) -> None:
        if self.held.lost or self.held.online:
            return
        booking = self.event.booking
        assert booking is not None
        rooms.cancel_booking(by=self.organiser, booking=booking)
        self.held.lost = True

    @rule(seats=st.integers(1, 14), room=st.sampled_from(["large", "small"]))
    def furnish(self, seats: int, room: str) -> None:
        held = self.held
        here = held.room == room and not held.lost and not held.online
        if self.tried(
            not here or seats >= held.places,
            rooms.change_space,
            by=self.owner,
            space=self.rooms[room],
            seats=seats,
        ):
            held.seats[room] = seats
        self.rooms[room].refresh_from_db()

    @rule()
    def shut(self) -> None:
        """The day is shut and opened again: what was booked is gone, the event has lost its space."""
        if self.held.rivals:
            self.held.rivals.clear()
        start = spaces.at(self.site, self.day, "0:00")
        closing = Closing(None, start, start + 23 * HOUR, {"fi": "Vesi"})
        closure: Closure = rooms.close_place(by=self.owner, site=self.site, closing=closing)
        rooms.reopen_place(by=self.owner, closure=closure)
        self.held.lost = self.held.lost or not self.held.online

    @rule()
    def register(self) -> None:
        event = self.event
        mode = event.pools.get().mode
        row = events.registration(people.person(), event, mode=mode)
        row.refresh_from_db()
        if row.pool_id:
            self.held.has.add(row.pk)

    @rule()
    def go_online(self) -> None:
        fine = not self.held.online
        if self.tried(fine, actions.hold_online, by=self.organiser, event=self.event, link=LINK):
            self.held.online, self.held.lost = True, False

    @invariant()
    def all_is_where_the_model_says(self) -> None:
        if not hasattr(self, "held"):
            return
        held, event = self.held, self.event
        start = spaces.at(self.site, self.day, f"{held.hour}:00")
        assert (event.starts_at, event.ends_at) == (start, start + 2 * HOUR)
        assert [part.starts_at - start for part in event.programme.all()] == [
            timedelta(minutes=step) for step in held.programme
        ]
        assert (event.lost_space_at is not None, event.booking is None) == (
            held.lost,
            held.lost or held.online,
        )
        pool = event.pools.get()
        assert (pool.mode, pool.capacity) == ("virtual" if held.online else "on_site", held.places)
        if event.booking:
            assert (event.booking.starts_at, event.booking.ends_at) == (event.starts_at, event.ends_at)
            assert event.booking.places.get().space == self.rooms[held.room]
            assert pool.capacity <= self.rooms[held.room].seats

    @invariant()
    def nobody_loses_a_place_and_no_offer_outlasts_the_beginning(self) -> None:
        if not hasattr(self, "held"):
            return
        kept = Registration.objects.filter(pk__in=self.held.has, pool__isnull=False, ended_at=None)
        assert kept.count() == len(self.held.has)
        promoted = Registration.objects.filter(event=self.number, pool__isnull=False, ended_at=None)
        self.held.has |= set(promoted.values_list("pk", flat=True))
        start = self.event.starts_at
        assert not promoted.filter(offer_due_at__gt=start, confirmed_at=None).exists()


def test_an_event_is_moved_as_the_model_says(db: Any) -> None:
    play(Moves, 25, steps=25)


def _moved(machine: Moves) -> None:
    machine.plan(hour=9, room="large")
    machine.move(hour=12, room="large", places=4)


def _offered(machine: Moves) -> None:
    machine.plan(hour=16, room="large")
    for _one in range(5):
        machine.register()
    machine.move(hour=16, room="large", places=5)
    machine.move(hour=10, room="large", places=5)


def _furnished(machine: Moves) -> None:
    machine.plan(hour=9, room="large")
    machine.furnish(seats=3, room="large")


@pytest.mark.parametrize(
    ("module", "forgotten", "history"),
    [
        (following, "move_programme", _moved),
        (following, "shorten_offers", _offered),
        (losing.rules, "why_not_so_few_seats", _furnished),
    ],
    ids=["the programme", "open offers", "the seats"],
)
def test_the_model_notices_what_is_forgotten(
    db: Any, monkeypatch: pytest.MonkeyPatch, module: Any, forgotten: str, history: Any
) -> None:
    """With all its parts a history goes as the model says; without one of them they part ways."""
    act_out(Moves, history)
    monkeypatch.setattr(module, forgotten, lambda *_given, **_words: "")
    with pytest.raises(AssertionError):
        act_out(Moves, history)
