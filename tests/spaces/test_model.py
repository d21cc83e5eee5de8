"""Bookings against a plain model: whatever is booked, moved, cancelled or shut, both say the same.

The model knows parts, layouts, change-over minutes and buffers as small tuples
and looks at every booking each time. It never reads a claim.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from fiksummin.core.errors import Conflict
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.actions import holding
from fiksummin.spaces.models import BookedSpace, Booking, Changeover, Claim, Layout, Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from tests.factories import people, spaces
from tests.machines import Undone, play

MINUTE = timedelta(minutes=1)
STEPS = 20
"""Quarters of hours after ten o'clock at which a booking may begin."""


@dataclass
class Slot:
    """A booking as the model knows it."""

    space: str
    layout: str
    start: int
    end: int
    need: int = 0


@dataclass
class Hall:
    """A hall of parts: which parts each space has, its buffer, and minutes from layout to layout."""

    parts: dict[str, set[str]]
    buffer: dict[str, int]
    usual: dict[str, bool]
    setup: dict[str, int]
    pairs: dict[tuple[str, str], int]
    slots: dict[int, Slot] = field(default_factory=dict)

    def minutes(self, before: str, after: str) -> int:
        if not after:
            return 0 if not before or self.usual[before] else self.setup[before]
        if not before:
            return 0 if self.usual[after] else self.setup[after]
        return 0 if before == after else self.pairs.get((before, after), self.setup[after])

    def need(self, slot: Slot, others: list[Slot]) -> int:
        costs = []
        for part in self.parts[slot.space]:
            earlier = [o for o in others if part in self.parts[o.space] and o.end <= slot.start]
            last = max(earlier, key=lambda o: o.start, default=None)
            costs.append(self.minutes(last.layout if last else "", slot.layout))
        return max(costs)

    def span(self, slot: Slot) -> tuple[int, int]:
        return slot.start - slot.need, slot.end + self.buffer[slot.space]

    def fits(self, slot: Slot, others: list[Slot]) -> bool:
        start, end = self.span(slot)
        return not any(
            self.parts[slot.space] & self.parts[o.space] and self.span(o)[0] < end and self.span(o)[1] > start
            for o in others
        )

    def next_of(self, slot: Slot, others: list[Slot]) -> list[Slot]:
        found = []
        for part in self.parts[slot.space]:
            later = [o for o in others if part in self.parts[o.space] and o.start >= slot.end]
            if later:
                found.append(min(later, key=lambda o: o.start))
        return [o for at, o in enumerate(found) if not any(o is f for f in found[:at])]

    def put(self, slot: Slot, others: list[Slot]) -> list[Slot] | None:
        """Give all slots with this one among them, or None when it cannot be."""
        rows = [replace(o) for o in others]
        slot = replace(slot, need=self.need(slot, rows))
        for after in self.next_of(slot, rows):
            after.need = self.need(after, [slot, *[o for o in rows if o is not after]])
        every = [slot, *rows]
        sound = all(self.fits(a, [b for b in every if b is not a]) for a in every)
        return every if sound else None

    def take(self, key: int) -> None:
        """Take one out; what comes next needs what it needs now, if there is time for it."""
        gone = self.slots.pop(key)
        self.settle(gone)

    def settle(self, gone: Slot) -> None:
        rows = list(self.slots.values())
        for after in sorted(
            self.next_of(Slot(gone.space, "", gone.start, gone.start), rows), key=lambda o: o.start
        ):
            others = [o for o in rows if o is not after]
            trial = replace(after, need=self.need(after, others))
            if self.fits(trial, others):
                after.need = trial.need


class Bookings(Undone):
    """Everything that somebody may do to a hall, in any order."""

    @initialize()
    def open_a_hall(self) -> None:
        self.begin()
        self.site: Site = spaces.site()
        self.person: Person = people.person()
        self.spaces = spaces.hall(self.site)
        Space.objects.filter(pk=self.spaces["A"].pk).update(buffer_minutes=15)
        self.spaces["A"].refresh_from_db()
        self.spaces["AB"] = Space.objects.get(pk=self.spaces["AB"].pk)
        self._layouts = {str(row.kind): row for row in self.spaces["ABC"].layouts.all()}
        pairs = Changeover.objects.filter(after__space=self.spaces["ABC"]).select_related("before", "after")
        self.hall = Hall(
            parts={name: set(name) for name in self.spaces},
            buffer={name: space.buffer_minutes for name, space in self.spaces.items()},
            usual={kind: row.is_usual for kind, row in self._layouts.items()},
            setup={kind: row.setup_minutes for kind, row in self._layouts.items()},
            pairs={(pair.before.kind, pair.after.kind): pair.minutes for pair in pairs},
        )
        self.noon = spaces.at(self.site, spaces.open_day(self.site), "10:00")

    def wish(self, slot: Slot) -> BookingWish:
        layout: Layout | None = self._layouts[slot.layout] if slot.layout else None
        place = Place(self.spaces[slot.space], layout)
        return BookingWish((place,), self.moment(slot.start), self.moment(slot.end))

    def moment(self, minutes: int) -> datetime:
        return self.noon + minutes * MINUTE

    @rule(
        space=st.sampled_from(["A", "B", "C", "AB", "BC", "ABC"]),
        layout=st.sampled_from(["islands", "theatre", "board", "lounge"]),
        start=st.integers(0, STEPS),
        length=st.integers(1, 6),
    )
    def book(self, space: str, layout: str, start: int, length: int) -> None:
        slot = Slot(space, layout if space == "ABC" else "", start * 15, (start + length) * 15)
        expected = self.hall.put(slot, list(self.hall.slots.values()))
        try:
            made = actions.book(by=self.person, site=self.site, wish=self.wish(slot))
        except Conflict:
            assert expected is None, slot
            return
        assert expected is not None, slot
        keys = [made.pk, *self.hall.slots]
        self.hall.slots = dict(zip(keys, expected, strict=True))

    @precondition(lambda self: self.hall.slots)
    @rule(which=st.integers(0, 99), start=st.integers(0, STEPS), length=st.integers(1, 6))
    def move(self, which: int, start: int, length: int) -> None:
        key = sorted(self.hall.slots)[which % len(self.hall.slots)]
        old = self.hall.slots[key]
        slot = Slot(old.space, old.layout, start * 15, (start + length) * 15)
        others = {k: o for k, o in self.hall.slots.items() if k != key}
        expected = self.hall.put(slot, list(others.values()))
        booking = Booking.objects.select_related("site").get(pk=key)
        try:
            actions.change_booking(by=self.person, booking=booking, wish=self.wish(slot))
        except Conflict:
            assert expected is None, (old, slot)
            return
        assert expected is not None, (old, slot)
        self.hall.slots = dict(zip([key, *others], expected, strict=True))
        mine = self.hall.slots.pop(key)
        self.hall.slots[key] = mine
        self.hall.settle(old)

    @precondition(lambda self: self.hall.slots)
    @rule(which=st.integers(0, 99))
    def cancel(self, which: int) -> None:
        key = sorted(self.hall.slots)[which % len(self.hall.slots)]
        actions.cancel_booking(by=self.person, booking=Booking.objects.select_related("site").get(pk=key))
        self.hall.take(key)

    @invariant()
    def the_claims_are_those_of_the_model(self) -> None:
        if not hasattr(self, "hall"):
            return
        claims = set(Claim.objects.values_list("hold__booking", "cell__label", "starts_at", "ends_at"))
        expected = {
            (key, part, self.moment(self.hall.span(slot)[0]), self.moment(self.hall.span(slot)[1]))
            for key, slot in self.hall.slots.items()
            for part in self.hall.parts[slot.space]
        }
        assert claims == expected
        needs = dict(
            BookedSpace.objects.filter(booking__cancelled_at=None).values_list(
                "booking", "changeover_minutes"
            )
        )
        assert needs == {key: slot.need for key, slot in self.hall.slots.items()}


def test_bookings_behave_as_the_model_says(db: Any) -> None:
    play(Bookings, 25)


@pytest.mark.parametrize("forgotten", ["settle", "_settle"])
def test_the_model_notices_what_is_forgotten(
    db: Any, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    """Without the change-over of what comes next the model and the claims part ways."""
    monkeypatch.setattr(holding, forgotten, lambda *_given, **_words: None)
    with pytest.raises(AssertionError):
        play(Bookings, 200, Phase.generate)
