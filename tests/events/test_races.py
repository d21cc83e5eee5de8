"""Rivals for places on real connections, and what the database refuses whoever writes.

Each race is first shown to go wrong with its guard off: PostgreSQL then sells a
place twice, and SQLite breaks rivals off with an error where a place in line is due.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.choices import Mode
from fiksummin.events.models import Event, Pool, Registration
from fiksummin.people.models import Person
from tests import races
from tests.factories import events, people
from tests.factories.events import registration
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def event(transactional_db: None) -> Event:
    """An event with one place left."""
    return events.event(people.person(), places=1)


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


def registering(person: Person, event: Event) -> Callable[[], str]:
    return lambda: registration(person, event).state.value


def holders(event: Event) -> int:
    return Registration.objects.filter(event=event).with_place().count()


@GUARD
def test_the_last_place(event: Event, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift) -> None:
    rivals = [people.person() for _one in range(8)]
    races.meet_after(monkeypatch, "fiksummin.events.actions.places.locked", rivals=8)
    if not guard:
        races.without_order(monkeypatch)
        lift(Registration)
    outcomes = races.race(*(registering(person, event) for person in rivals))
    exact = sorted(map(str, outcomes)) == ["confirmed", *["queued"] * 7]
    assert (exact and holders(event) == 1) is guard, outcomes


@GUARD
def test_two_cancellations_at_once_serve_two(
    event: Event, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    full = events.event(people.person(), places=2)
    held = [registration(people.person(), full) for _one in range(2)]
    line = [registration(people.person(), full) for _one in range(3)]
    races.meet_after(monkeypatch, "fiksummin.events.actions.places.locked_registration")
    if not guard:
        races.without_order(monkeypatch)
        lift(Registration)
    outcomes = races.race(
        *(lambda row=row: actions.cancel_registration(by=row.person, registration=row).pk for row in held)
    )
    states = [Registration.objects.select_related("event").get(pk=row.pk).state.value for row in line]
    fine = states == ["confirmed", "confirmed", "queued"] and not any(
        isinstance(outcome, Exception) for outcome in outcomes
    )
    assert fine is guard, (outcomes, states)


@GUARD
def test_accepted_and_lapsed_at_once(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    event = events.event(people.person(), places=1, offer_hours=1)
    holder, first, second = (registration(people.person(), event) for _one in range(3))
    actions.cancel_registration(by=holder.person, registration=holder)
    races.meet_after(monkeypatch, "fiksummin.events.actions.offers.locked_registration")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        lambda: actions.accept_place(by=first.person, registration=first).pk,
        lambda: actions.lapse_places(at=now() + timedelta(hours=2)),
    )
    first.refresh_from_db()
    second.refresh_from_db()
    accepted, lapsed = first.confirmed_at is not None and not first.ended_at, first.end == "lapsed"
    clean = not any(isinstance(outcome, Exception) and not hasattr(outcome, "reason") for outcome in outcomes)
    told = not isinstance(outcomes[0], Exception)
    one = told is accepted is not lapsed and (second.pool_id is not None) is lapsed
    assert (clean and one) is guard, outcomes


def test_the_shell_cannot_oversell(event: Event) -> None:
    registration(people.person(), event)
    pool = Pool.objects.get(event=event)
    waits = registration(people.person(), event)
    attempts = [
        ("UPDATE events_registration SET pool_id = %s WHERE id = %s", [pool.pk, waits.pk]),
        ("UPDATE events_pool SET taken = 0 WHERE id = %s", [pool.pk]),
        ("UPDATE events_pool SET capacity = 0 WHERE id = %s", [pool.pk]),
        ("UPDATE events_registration SET people = 2 WHERE pool_id = %s", [pool.pk]),
    ]
    for sql, values in attempts:
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    assert Pool.objects.get(pk=pool.pk).taken == 1


def test_what_is_taken_is_counted_again_when_a_registration_is_deleted(event: Event) -> None:
    row = registration(people.person(), event)
    Registration.objects.filter(pk=row.pk).delete()
    assert Pool.objects.get(event=event).taken == 0


def test_many_at_once_never_oversell(transactional_db: None) -> None:
    event = events.event(people.person(), places=5, virtual_places=3)
    rivals = [people.person() for _one in range(16)]
    modes = [Mode.ON_SITE, Mode.VIRTUAL] * 8
    outcomes = races.race(
        *(
            (lambda person=person, mode=mode: registration(person, event, mode=mode).state.value)
            for person, mode in zip(rivals, modes, strict=True)
        )
    )
    assert sorted(outcomes) == [*["confirmed"] * 8, *["queued"] * 8]
    assert [(pool.taken, pool.capacity) for pool in event.pools.order_by("mode")] == [(5, 5), (3, 3)]
