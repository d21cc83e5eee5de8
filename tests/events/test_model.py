"""Registrations against a plain model: whatever is asked, both say the same, and each is told once."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from fiksummin.core import worker
from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event, Pool, Quota, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share, wish_of
from fiksummin.people.models import Person
from tests.events.model import HOUR, Places, Row
from tests.factories import events, people
from tests.machines import Undone, play

DAY = 24 * HOUR
START, LENGTH, DOOR = 7 * DAY, 2 * HOUR, 3 * HOUR
NEWS = [
    "PlaceConfirmed", "PlaceOffered", "OfferDeclined", "OfferLapsed", "EventQueueJoined", "RegistrationChanged",
    "RegistrationEnded",
]  # fmt: skip
ROLES = {"A0": {"facilitator", "host"}, "A1": {"host"}, "B0": {"facilitator"}}
QUOTAS = {"A": 3, "facilitator": 2, "host": 2}
modes = st.sampled_from(["on_site", "virtual"])
which = st.integers(0, 99)
asking = st.sampled_from([None, True, False])


class Registrations(Undone):
    """Everything that may happen to the places of an event, in any order, with the worker or without."""

    @initialize(
        on_site=st.integers(1, 6), virtual=st.integers(0, 5), offer=st.sampled_from([0, 2]),
        lots=st.booleans(), closes=st.sampled_from([START - DAY, START + HOUR]),
    )  # fmt: skip
    def plan(self, on_site: int, virtual: int, offer: int, lots: bool, closes: int) -> None:
        self.begin()
        self.ticks = 0
        self.beginning = now().replace(second=0, microsecond=0)
        self.organiser = people.person()
        bodies = {name: people.organisation() for name in ("A", "B")}
        self.people = {
            f"{name}{number}": people.person(organisation=body)
            for name, body in bodies.items()
            for number in range(6)
        }
        for name, roles in ROLES.items():
            for role in sorted(roles):
                people.role(self.people[name], role)
        self.bodies = bodies
        start = self.moment(START)
        self.event = Event.objects.get(
            pk=actions.plan_event(
                by=self.organiser, publish=True, at=self.beginning,
                wish=replace(
                    events.wish(places=on_site, virtual_places=virtual, offer_hours=offer),
                    start=start, end=start + timedelta(hours=2), opens_at=self.beginning,
                    closes_at=self.moment(closes), allocation="lottery" if lots else "queue",
                ),
                quotas=self.shares(QUOTAS),
            ).pk
        )  # fmt: skip
        self.places = Places(
            room={name: number for name, number in (("on_site", on_site), ("virtual", virtual)) if number},
            quotas=QUOTAS, roles_of=ROLES, offer=offer, lots=lots, start=START, closes=closes,
        )  # fmt: skip

    # --- Words -------------------------------------------------------------------------

    def moment(self, minutes: int) -> datetime:
        return self.beginning + timedelta(minutes=minutes)

    @property
    def at(self) -> datetime:
        """Now, and never the same moment twice."""
        self.ticks += 1
        return self.moment(self.places.now) + timedelta(microseconds=self.ticks)

    def shares(self, quotas: dict[str, int]) -> list[Share]:
        """Quotas by name, as the actions take them."""
        return [
            Share(most, organisation=self.bodies.get(name), role="" if name in self.bodies else name)
            for name, most in quotas.items()
        ]

    def pick(self, number: int) -> tuple[Registration, Row, Person | None]:
        """One of those that stand, if any does."""
        standing = [row for row in self.places.rows.values() if not row.over] or list(
            self.places.rows.values()
        )
        row = standing[number % len(standing)]
        registration = Registration.objects.select_related("event", "person").get(pk=row.number)
        return registration, row, self.people.get(row.by)

    def tried(self, expected: bool, act: Any, **words: Any) -> Any:
        """Do it; what the model forbids is refused, and nothing else."""
        made, why = None, ""
        try:
            made = act(at=self.at, **words)
        except NotAllowed as refusal:
            why = refusal.reason
        assert bool(why) is not expected, (why, act, words)
        return made

    # --- Rules -------------------------------------------------------------------------

    @rule(who=st.integers(0, 11), mode=modes, size=st.integers(1, 4), asks=asking)
    def register(self, who: int, mode: str, size: int, asks: bool | None = None) -> None:
        by = sorted(self.people)[who]
        model = self.places
        fine = (
            not model.off
            and model.now < model.closes
            and size <= model.room.get(mode, 0)
            and model.ever_fits(by, by[0], size)
            and not any(row.by == by and not row.over for row in model.rows.values())
        )
        wish = PlaceWish(mode=mode, people=size, person=self.people[by], asks_first=asks)
        made = self.tried(fine, actions.register, by=self.people[by], event=self.event, wish=wish)
        if made:
            model.register(made.pk, by, by[0], mode, people=size, asks=asks)

    @precondition(lambda self: self.places.rows)
    @rule(number=which, theirs=st.booleans())
    def cancel(self, number: int, theirs: bool) -> None:
        registration, row, person = self.pick(number)
        by = self.organiser if theirs or person is None else person
        if self.tried(self.stands(row), actions.cancel_registration, by=by, registration=registration):
            self.places.end(row)

    @precondition(lambda self: self.places.rows)
    @rule(number=which, mode=modes)
    def switch(self, number: int, mode: str) -> None:
        registration, row, person = self.pick(number)
        model = self.places
        fine = self.stands(row) and person is not None and row.want != mode
        fine = fine and row.people <= model.room.get(mode, 0)
        if self.tried(fine, actions.switch_mode, by=person, registration=registration, mode=mode):
            model.switch(row, mode)

    @precondition(lambda self: self.places.rows)
    @rule(number=which, size=st.integers(1, 5))
    def change(self, number: int, size: int) -> None:
        registration, row, person = self.pick(number)
        model, more = self.places, size - row.people
        fine = self.stands(row) and size <= model.room.get(row.want, 0) and size >= row.came
        if row.holds and more > 0:
            fine = fine and more <= model.free(row.holds)
            fine = fine and model.has_room(row.shares, more)
        elif more > 0:
            fine = fine and model.ever_fits(row.by, row.body, size)
        wish = PlaceWish(mode=row.want, people=size)
        by = person or self.organiser
        fine = fine and (more <= 0 or person is None or model.now < model.closes)
        if self.tried(fine, actions.change_registration, by=by, registration=registration, wish=wish):
            model.change(row, size)

    @precondition(lambda self: self.places.rows)
    @rule(number=which, to=st.integers(0, 11))
    def hand_on(self, number: int, to: int) -> None:
        registration, row, person = self.pick(number)
        name = sorted(self.people)[to]
        free = not any(other.by == name and not other.over for other in self.places.rows.values())
        fine = self.stands(row) and person is not None and name[0] == row.body and free
        if row.holds:
            new = self.places.shares_of(replace(row, by=name)) - row.shares
            fine = fine and self.places.has_room(new, row.people)
        if self.tried(
            fine, actions.transfer_registration, by=person or self.organiser, registration=registration,
            to=self.people[name],
        ):  # fmt: skip
            self.places.hand_on(row, name)

    @rule(body=st.integers(0, 6), facilitator=st.integers(0, 4), host=st.sampled_from([None, 1, 3]))
    def share_out(self, body: int, facilitator: int, host: int | None) -> None:
        """Quotas are larger or smaller, or one is no more; who has a place counts."""
        model = self.places
        quotas = {"A": body, "facilitator": facilitator} | ({} if host is None else {"host": host})
        after = replace(model, quotas=quotas)
        taken = {
            name: sum(row.people for row in model.rows.values() if row.holds and name in after.shares_of(row))
            for name in quotas
        }
        fine = not model.off and model.now < model.start + LENGTH
        fine = fine and all(taken[name] <= most for name, most in quotas.items())
        shares = self.shares(quotas)
        if self.tried(fine, actions.set_quotas, by=self.organiser, event=self.event, shares=shares):
            model.share_out(quotas)

    @precondition(lambda self: self.places.rows)
    @rule(number=which, mode=modes)
    def pass_by(self, number: int, mode: str) -> None:
        """The database's own shell gives a place, and has it only where there is room in the pool and in all quotas."""
        _registration, row, _person = self.pick(number)
        model = self.places
        pool = Pool.objects.filter(event=self.event, mode=mode).first()
        if row.over or row.holds or pool is None:
            return
        with transaction.atomic():
            try:
                with transaction.atomic():
                    given = Registration.objects.filter(pk=row.number).update(pool=pool)
            except IntegrityError:
                given = 0
            transaction.set_rollback(True)
        assert bool(given) is model.fits(row, mode)

    @precondition(lambda self: self.places.rows)
    @rule(number=which)
    def put_first(self, number: int) -> None:
        registration, row, _person = self.pick(number)
        fine = self.stands(row) and not row.holds
        words = {"registration": registration, "reason": "Puhuja tarvitsee paikan"}
        if self.tried(fine, actions.give_priority, by=self.organiser, **words):
            row.first = True
            self.places.serve()

    @precondition(lambda self: self.places.rows)
    @rule(number=which, asks=st.booleans())
    def choose_offer(self, number: int, asks: bool) -> None:
        registration, row, person = self.pick(number)
        fine = self.stands(row) and person is not None and not row.holds
        words = {"registration": registration, "asks_first": asks}
        if self.tried(fine, actions.choose_offer, by=person or self.organiser, **words):
            row.asks = asks

    @precondition(lambda self: self.places.rows)
    @rule(number=which, yes=st.booleans())
    def answer(self, number: int, yes: bool) -> None:
        registration, row, person = self.pick(number)
        fine = self.stands(row) and person is not None and bool(row.holds) and not row.sure
        fine = fine and row.due is not None and self.places.now < row.due
        act = actions.accept_place if yes else actions.decline_place
        if self.tried(fine, act, by=person, registration=registration):
            if yes:
                self.places.accept(row)
            else:
                self.places.let_go(row, "OfferDeclined")

    @rule(size=st.integers(1, 3))
    def walk_in(self, size: int) -> None:
        model = self.places
        opened = model.start - DOOR <= model.now < model.start + LENGTH
        fine = not model.off and not model.drawing and opened and size <= model.free("on_site")
        made = self.tried(fine, actions.walk_in, by=self.organiser, event=self.event, people=size)
        if made:
            model.walk_in(made.pk, size)

    @precondition(lambda self: not self.places.begun)
    @rule(on_site=st.integers(0, 8), virtual=st.integers(0, 6))
    def change_capacity(self, on_site: int, virtual: int) -> None:
        self.replan(places=on_site, virtual_places=virtual)

    @precondition(lambda self: not self.places.begun)
    @rule(hours=st.sampled_from([-48, -5, 3, 24]))
    def move(self, hours: int) -> None:
        """The event is held at another time; its registration goes on until a day before."""
        event = Event.objects.get(pk=self.event.pk)
        later = timedelta(hours=hours)
        self.replan(
            start=event.starts_at + later, end=event.ends_at + later, closes_at=event.closes_at + later
        )

    def replan(self, **words: Any) -> None:
        model = self.places
        event = Event.objects.get(pk=self.event.pk)
        wish = replace(wish_of(event), **words)
        room = wish.capacities
        start, closes = (self.minutes(moment) for moment in (wish.start, wish.closes_at or wish.start))
        fine = not model.off and model.now < start and closes > 0 and bool(room)
        fine = fine and all(model.taken(mode) <= room.get(mode, 0) for mode in model.room)
        if self.tried(fine, actions.change_event, by=self.organiser, event=event, wish=wish):
            model.move(start, closes)
            model.enlarge(room)

    def minutes(self, moment: datetime) -> int:
        return int((moment - self.beginning).total_seconds()) // 60

    @rule(minutes=st.sampled_from([1, 30, 2 * HOUR, DAY, 3 * DAY]))
    def wait(self, minutes: int) -> None:
        """Time goes by without a worker, at the latest until the event is on."""
        self.places.now = max(self.places.now, min(self.places.now + minutes, self.places.start + 90))

    @rule(times=st.integers(1, 2))
    def work(self, times: int) -> None:
        """The worker runs, once or twice: what it missed it does, what it did it leaves."""
        model = self.places
        for _time in range(times):
            actions.lapse_places(at=self.at)
            actions.draw_due_lots(at=self.at)
        if not model.off:
            model.lapse()
        if model.drawing and not model.off and model.now >= model.closes:
            self.event.refresh_from_db()
            model.draw(self.recounted(self.event.lottery_seed))

    def recounted(self, seed: str) -> list[int]:
        """Anybody can count the lots again: the seed, a colon and the number, hashed; the smallest first."""
        waiting = [row.number for row in self.places.rows.values() if not row.over and not row.holds]
        return sorted(waiting, key=lambda n: hashlib.sha256(f"{seed}:{n}".encode()).digest())

    @precondition(lambda self: len(self.places.rows) > 6)
    @rule()
    def call_off(self) -> None:
        fine = not self.places.off
        if self.tried(fine, actions.cancel_event, by=self.organiser, event=self.event, reason="Myrsky"):
            self.places.call_off()

    @rule()
    def write(self) -> None:
        """The letters are written, some twice over: who has news that still stand has one letter of the last."""
        worker.drain()
        news = Entry.objects.filter(fact__in=[f"events.{name}" for name in NEWS])
        letters = set(Letter.objects.values_list("key", flat=True))
        last = {entry.data["registration"]: entry for entry in news.order_by("pk")}
        words = {
            "PlaceConfirmed": "confirmed", "PlaceOffered": "offered", "EventQueueJoined": "queued",
            "OfferLapsed": "lapsed",
        }  # fmt: skip
        for number, row in self.places.rows.items():
            if row.over or self.places.off or not row.by or row.news[-1] not in words:
                continue
            entry = last[number]
            assert f"registration-{number}-{words[row.news[-1]]}-{entry.data['sequence']}" in letters

    def stands(self, row: Row) -> bool:
        return not row.over and not self.places.off

    # --- What is always so -------------------------------------------------------------

    @invariant()
    def all_is_as_the_model_says(self) -> None:
        if not hasattr(self, "places"):
            return
        rows = Registration.objects.filter(event=self.event).select_related("pool")
        found = {
            row.pk: (row.mode, row.holds, row.people, row.confirmed_at is not None and row.ended_at is None,
                     row.ended_at is not None, row.asks_first)
            for row in rows
        }  # fmt: skip
        assert found == {
            row.number: (row.want, row.holds, row.people, bool(row.holds) and row.sure, row.over, row.asks)
            for row in self.places.rows.values()
        }

    @invariant()
    def nobody_has_what_is_not_there(self) -> None:
        if not hasattr(self, "places"):
            return
        pools = {pool.mode: (pool.taken, pool.capacity) for pool in Pool.objects.filter(event=self.event)}
        assert pools == {mode: (self.places.taken(mode), room) for mode, room in self.places.room.items()}
        assert all(taken <= capacity for taken, capacity in pools.values())
        quotas = Quota.objects.filter(event=self.event).order_by("pk").values_list("taken", "most")
        assert all(taken <= most for taken, most in quotas)
        assert list(quotas) == [(self.places.shared(name), most) for name, most in self.places.quotas.items()]

    @invariant()
    def nobody_waits_whom_a_free_place_fits_and_the_line_is_in_order(self) -> None:
        if not hasattr(self, "places"):
            return
        model = self.places
        settled = model.drawing or model.off or model.begun
        assert settled or not any(model.fits(row, row.want) for row in model.rows.values() if row.waits)
        for mode in model.room:
            line = list(Registration.objects.filter(event=self.event).queued(mode).select_related("pool"))
            assert [row.pk for row in line] == [row.number for row in model.line(mode)]
            turns = queries.positions(line)
            for place, row in enumerate(line, start=1):
                assert (queries.position(row), turns[row.pk]) == (place, place)

    @invariant()
    def each_is_told_once(self) -> None:
        if not hasattr(self, "places"):
            return
        told: dict[int, list[str]] = {}
        for entry in Entry.objects.filter(fact__in=[f"events.{name}" for name in NEWS]).order_by("pk"):
            told.setdefault(entry.data["registration"], []).append(entry.fact.partition(".")[2])
        assert told == {row.number: row.news for row in self.places.rows.values()}


def test_registrations_behave_as_the_model_says(db: Any) -> None:
    play(Registrations, 25, steps=30)
