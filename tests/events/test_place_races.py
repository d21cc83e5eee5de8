"""More rivals for places: online, in quotas, in groups, at the door, for offers and what becomes free; each is told once.

Each race is first shown to go wrong with its guard off, as in ``test_races``.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions, letters, queries
from fiksummin.events.choices import Mode
from fiksummin.events.letters import writing
from fiksummin.events.models import Counted, Event, Registration
from fiksummin.events.queries.wishes import PlaceWish, Share
from tests import races
from tests.factories import events, people
from tests.factories.events import registration

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
RIVALS = 4
TRIES = 5
"""So often without the guard: two ways of unlike length do not meet each time on a busy machine."""
REGISTERING = "fiksummin.events.actions.places.locked"
CHANGING = "fiksummin.events.actions.places.locked_registration"
AT_THE_DOOR = "fiksummin.events.actions.door.locked"
type Unguarded = Callable[[], None]


@pytest.fixture
def unguarded(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Unguarded]:
    """A way to take the order of rivals away, and what the database refuses of registrations."""
    with races.without_guard(monkeypatch, Counted, Registration) as unguarded:
        yield unguarded


def held(event: Event, **which: Any) -> int:
    """Count the people who have places, by the registrations themselves."""
    rows = Registration.objects.filter(event=event, pool__isnull=False, ended_at=None, **which)
    return sum(rows.values_list("people", flat=True))


def clean(outcomes: list[Any]) -> bool:
    """Say whether everybody was answered, or refused with a sentence."""
    return all(not isinstance(outcome, Exception) or hasattr(outcome, "reason") for outcome in outcomes)


def told_twice(event: Event) -> bool:
    """Say whether any registration was told the same news more than once, or two with one mark."""
    marks = [
        (entry.data["registration"], entry.data["sequence"])
        for entry in Entry.objects.filter(fact__startswith="events.", data__has_key="registration")
    ]
    return len(marks) != len(set(marks))


@GUARD
def test_the_last_place_online(monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded) -> None:
    event = events.event(people.person(), places=9, virtual_places=1)
    rivals = [people.person() for _one in range(RIVALS)]
    races.meet_after(monkeypatch, REGISTERING, rivals=RIVALS)
    if not guard:
        unguarded()
    outcomes = races.race(
        *(lambda who=who: registration(who, event, mode=Mode.VIRTUAL).state.value for who in rivals)
    )
    exact = sorted(map(str, outcomes)) == ["confirmed", *["queued"] * (RIVALS - 1)]
    assert (exact and held(event, pool__mode=Mode.VIRTUAL) == 1) is guard, outcomes


@GUARD
def test_all_switch_at_once(monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded) -> None:
    event = events.event(people.person(), places=RIVALS, virtual_places=1)
    rows = [registration(people.person(), event) for _one in range(RIVALS)]
    races.meet_after(monkeypatch, CHANGING, rivals=RIVALS)
    if not guard:
        unguarded()
    outcomes = races.race(
        *(
            lambda row=row: actions.switch_mode(by=row.person, registration=row, mode=Mode.VIRTUAL).pk
            for row in rows
        )
    )
    exact = sorted(map(str, outcomes)) == sorted(str(row.pk) for row in rows)
    ways = (held(event, pool__mode=Mode.VIRTUAL), held(event, pool__mode=Mode.ON_SITE))
    assert (exact and ways == (1, RIVALS - 1)) is guard, (outcomes, ways)


@GUARD
def test_the_last_place_of_a_quota(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    body = people.organisation()
    event = events.event(people.person(), places=9, quotas=(Share(1, organisation=body),))
    rivals = [people.person(organisation=body) for _one in range(RIVALS)]
    races.meet_after(monkeypatch, REGISTERING, rivals=RIVALS)
    if not guard:
        unguarded()
    outcomes = races.race(*(lambda who=who: registration(who, event).state.value for who in rivals))
    exact = sorted(map(str, outcomes)) == ["confirmed", *["queued"] * (RIVALS - 1)]
    assert (exact and held(event) == 1) is guard, outcomes


@GUARD
def test_the_last_place_of_several_quotas(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    """One rival is of the organisation, one has the role, and two come under both: one of these, or one of each others."""
    body = people.organisation()
    shares = (Share(1, organisation=body), Share(1, role="facilitator"))
    event = events.event(people.person(), places=9, quotas=shares)
    rivals = [people.person(organisation=body) for _one in range(RIVALS - 1)] + [people.person()]
    for who in rivals[1:]:
        people.role(who, "facilitator")
    races.meet_after(monkeypatch, REGISTERING, rivals=RIVALS)
    if not guard:
        unguarded()
    outcomes = races.race(*(lambda who=who: registration(who, event).state.value for who in rivals))
    under = [held(event, organisation=body), held(event, person__in=rivals[1:])]
    exact = set(map(str, outcomes)) == {"confirmed", "queued"} and max(under) == 1
    counted = list(event.quotas.order_by("pk").values_list("taken", flat=True)) == under
    assert (exact and counted) is guard, (outcomes, under)


@GUARD
def test_shells_that_give_the_last_place_of_a_quota(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    """No action brings them into an order: on PostgreSQL the row that counts does, on SQLite there is one writer."""
    body = people.organisation()
    shares = (Share(1, organisation=body), Share(1, role="facilitator"))
    event = events.event(people.person(), places=9, quotas=shares)
    rivals = [people.person(organisation=body) for _one in range(RIVALS)]
    for who in rivals:
        people.role(who, "facilitator")
    waiting = [
        Registration.objects.create(event=event, mode="on_site", person=who, organisation=body)
        for who in rivals
    ]
    if not guard:
        unguarded()
    outcomes = races.race(
        *(
            lambda row=row: Registration.objects.filter(pk=row.pk).update(
                pool=event.pools.get(), confirmed_at=now()
            )
            for row in waiting
        )
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, IntegrityError)]
    assert (held(event) == 1 and len(refused) == RIVALS - 1) is guard, outcomes


@GUARD
def test_a_quota_that_is_set_while_somebody_gets_a_place(guard: bool, unguarded: Unguarded) -> None:
    """Whichever comes second sees the other: more than the quota allows are never there."""
    body = people.organisation()
    event = events.event(people.person(), places=9)
    who = people.person(organisation=body)
    row = Registration.objects.create(event=event, mode="on_site", person=who, organisation=body, people=2)
    pool, meeting = event.pools.get(), threading.Barrier(2)
    if not guard:
        unguarded()

    def meet() -> str:
        with suppress(threading.BrokenBarrierError):
            meeting.wait(races.PATIENCE)
        return "done"

    def give_a_place() -> str:
        with transaction.atomic():
            Registration.objects.filter(pk=row.pk).update(pool=pool, confirmed_at=now())
            return meet()

    def set_a_quota() -> str:
        with transaction.atomic():
            event.quotas.create(organisation=body, most=1)
            return meet()

    outcomes = races.race(give_a_place, set_a_quota)
    refused = [outcome for outcome in outcomes if isinstance(outcome, IntegrityError)]
    assert ("done" in outcomes and len(refused) == 1) is guard, outcomes


@GUARD
def test_groups_come_together_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    event = events.event(people.person(), places=5)
    rivals = [people.person() for _one in range(RIVALS)]
    races.meet_after(monkeypatch, REGISTERING, rivals=RIVALS)
    if not guard:
        unguarded()
    outcomes = races.race(*(lambda who=who: registration(who, event, people=2).state.value for who in rivals))
    exact = sorted(map(str, outcomes)) == ["confirmed", "confirmed", "queued", "queued"]
    assert (exact and held(event) == 4) is guard, outcomes


@GUARD
def test_a_group_that_grows_and_somebody_who_comes(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    event = events.event(people.person(), places=3)
    rows = [registration(people.person(), event) for _one in range(2)]
    races.meet_after(monkeypatch, CHANGING)
    if not guard:
        unguarded()

    def grow(row: Registration) -> int:
        wish = PlaceWish(mode=Mode.ON_SITE, people=2, person=row.person)
        return actions.change_registration(by=row.person, registration=row, wish=wish).people

    outcomes = races.race(*(lambda row=row: grow(row) for row in rows))
    assert (clean(outcomes) and races.one_wins(outcomes) and held(event) == 3) is guard, outcomes


@GUARD
def test_two_at_the_door_for_the_last_place(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    host = people.person()
    event = events.event(host, places=1)
    races.meet_after(monkeypatch, AT_THE_DOOR)
    if not guard:
        unguarded()
    outcomes = races.race(
        *(
            lambda name=name: actions.walk_in(by=host, event=event, name=name, at=event.starts_at).pk
            for name in ("Ensi", "Toini")
        )
    )
    assert (races.one_wins(outcomes) and held(event) == 1) is guard, outcomes


@GUARD
def test_what_becomes_free_is_offered_to_one(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    """A place given up by its holder and by the organiser at once is offered to the first in line alone."""
    organiser = people.person()
    event = events.event(organiser, places=1, offer_hours=2)
    holder, first, second = (registration(people.person(), event) for _one in range(3))
    races.meet_after(monkeypatch, CHANGING)
    if not guard:
        unguarded()
    outcomes = races.race(
        lambda: actions.cancel_registration(by=holder.person, registration=holder).pk,
        lambda: actions.cancel_registration(by=organiser, registration=holder, reason="Sairastui").pk,
    )
    states = [Registration.objects.get(pk=row.pk).offered_at is not None for row in (first, second)]
    exact = races.one_wins(outcomes) and states == [True, False] and not told_twice(event)
    assert exact is guard, (outcomes, states)


@GUARD
def test_an_offer_lapses_once_however_many_workers_look(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    event = events.event(people.person(), places=1, offer_hours=1)
    holder, first, second, third = (registration(people.person(), event) for _one in range(4))
    actions.cancel_registration(by=holder.person, registration=holder)
    races.meet_after(monkeypatch, "fiksummin.events.actions.offers.locked_registration")
    if not guard:
        unguarded()
    late = now() + timedelta(hours=2)
    outcomes = races.race(*(lambda: actions.lapse_places(at=late) for _worker in range(2)))
    ends = [Registration.objects.get(pk=row.pk) for row in (first, second, third)]
    exact = (
        sorted(map(str, outcomes)) == ["0", "1"]
        and [row.end for row in ends] == ["lapsed", "", ""]
        and [row.pool_id is not None for row in ends] == [False, True, False]
        and not told_twice(event)
    )
    assert exact is guard, (outcomes, ends)


@GUARD
def test_one_person_in_two_tabs_is_told_once(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    event, person = events.event(people.person(), places=9), people.person()
    races.meet_after(monkeypatch, REGISTERING)
    if not guard:
        unguarded()
    outcomes = races.race(*(lambda: registration(person, event).pk for _tab in range(2)))
    for _twice in range(2):
        run_errands(now())
    letters = Letter.objects.filter(key__startswith="registration-", key__contains="-confirmed-").count()
    exact = races.one_wins(outcomes) and (letters, held(event)) == (1, 1)
    assert exact is guard, (outcomes, letters)


@GUARD
def test_one_address_by_its_account_and_as_a_guest(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    if not guard:
        unguarded()

    def is_exact() -> bool:
        event, person = events.event(people.person(), places=9, audience=events.PUBLIC), people.person()
        as_guest = PlaceWish(
            mode=Mode.ON_SITE, guest_name="Viivi", guest_email=str(person.email), guest_language="fi"
        )
        races.meet_after(monkeypatch, REGISTERING)
        outcomes = races.race(
            lambda: registration(person, event).pk,
            lambda: actions.register(by=None, event=event, wish=as_guest).pk,
        )
        return races.one_wins(outcomes) and held(event) == 1

    exact = [is_exact() for _try in range(1 if guard else TRIES)]
    assert all(exact) is guard, exact


@GUARD
def test_shells_that_register_an_address_twice(guard: bool, unguarded: Unguarded) -> None:
    """No action brings them into an order: what refuses the second is the database alone."""
    event, person = events.event(people.person(), places=9), people.person()
    if not guard:
        unguarded()
    meeting = threading.Barrier(2)

    def write(**who: Any) -> int:
        with transaction.atomic():
            row = Registration.objects.create(event=event, mode="on_site", **who)
            with suppress(threading.BrokenBarrierError):
                meeting.wait(races.PATIENCE)
            return row.pk

    outcomes = races.race(
        lambda: write(person=person), lambda: write(guest_name="Viivi", guest_email=person.email)
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, IntegrityError)]
    assert (len(refused) == 1 and Registration.objects.count() == 1) is guard, outcomes


@GUARD
def test_two_workers_tell_each_person_once(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    """What several workers tell at once is one letter by its key, which is taken away here for the control."""
    event, real = events.event(people.person(), places=RIVALS), writing.post
    for _one in range(RIVALS):
        registration(people.person(), event)
    if not guard:
        keys = count()
        monkeypatch.setattr(
            writing, "post", lambda **words: real(**{**words, "key": f"{words['key']}-{next(keys)}"})
        )
    rows = list(queries.with_event(Registration.objects.filter(event=event)))
    races.race(
        *(lambda: [letters.tell_registration(row, "confirmed", 1) for row in rows] for _worker in range(3))
    )
    told = Letter.objects.filter(key__startswith="registration-").count()
    assert (told == RIVALS) is guard, told
