"""Rivals for a baton, on real connections: nobody gets two turns of one chain, and a baton goes on once.

Each race is first shown to go wrong with its guard off: PostgreSQL then does both, and SQLite breaks rivals off
with an error where a sentence is due.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from fiksummin.core.time import now, today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Baton, Hold
from fiksummin.people.models import Person
from tests import races
from tests.factories import experiments as make
from tests.factories import people
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift
        with transaction.atomic():  # each points at the other, so both go at once
            for rows in (Hold.objects.all(), Baton.objects.all()):
                rows._raw_delete(rows.db)


def member() -> Person:
    return people.person(organisation=people.organisation())


def held(baton: Baton) -> Hold:
    hold = queries.holder(baton)
    assert hold is not None
    return hold


def branched(*receivers: object) -> list[Baton]:
    """A baton whose first holder tried something and handed it to two; each passes it on to what is given."""
    first = make.baton(member(), holder := member())
    tried = actions.try_with_baton(by=holder, hold=held(first), wish=make.wish())
    actions.end_experiment(by=holder, experiment=tried, wish=make.ending())
    one, two = member(), member()
    actions.hand_over_baton(by=holder, hold=held(first), receiver=one, more=[two])
    batons = [first, Baton.objects.get(first=first)]
    for baton, by, receiver in zip(batons, (one, two), receivers, strict=True):
        actions.pass_baton_on(by=by, hold=held(baton), receiver=receiver)  # type: ignore[arg-type]  # a receiver
    return batons


def claiming(person: Person, hold: Hold) -> Callable[[], int]:
    return lambda: actions.claim_baton(by=person, hold=hold, is_asked=True).pk


def passing(person: Person, hold: Hold, receiver: Person) -> Callable[[], int]:
    return lambda: actions.pass_baton_on(by=person, hold=hold, receiver=receiver).pk


@GUARD
def test_one_takes_one_turn_of_a_chain_by_two_letters_at_once(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    person = member()
    batons = branched(person.email, person.email)
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.batons._had_it")
    if not guard:
        races.without_order(monkeypatch)
        lift(Hold)
    outcomes = races.race(*(claiming(person, held(baton)) for baton in batons))
    assert (races.one_wins(outcomes) and Hold.objects.filter(person=person).count() == 1) is guard, outcomes


@GUARD
def test_a_baton_goes_on_once_however_many_windows_its_holder_has(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    baton = make.baton(member(), holder := member())
    receivers = [member(), member()]
    hold = held(baton)
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.batons._had_it")
    if not guard:
        races.without_order(monkeypatch)
        lift(Hold)
    outcomes = races.race(*(passing(holder, hold, receiver) for receiver in receivers))
    assert (races.one_wins(outcomes) and Hold.objects.standing().count() == 1) is guard, outcomes


def test_the_database_alone_keeps_the_turn(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    """Without the order of the action a rival may hear an error, but there are never two turns."""
    person = member()
    batons = branched(person.email, person.email)
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.batons._had_it")
    races.without_order(monkeypatch)
    races.race(*(claiming(person, held(baton)) for baton in batons))
    assert Hold.objects.filter(person=person).count() <= 1


def refused(statement: str, values: list[object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_the_shell_of_the_database_gives_nobody_a_second_turn(db: None) -> None:
    first, second = branched(person := member(), member())
    turn = held(second)
    refused("UPDATE experiments_hold SET person_id = %s WHERE id = %s", [person.pk, turn.pk])
    refused(
        "INSERT INTO experiments_hold (baton_id, number, person_id, given_to, is_named, given_at, due_on, passed_at)"
        " VALUES (%s, 99, %s, 'person', %s, %s, %s, %s)",
        [second.pk, person.pk, True, now(), today() + timedelta(days=1), now()],
    )
    refused("UPDATE experiments_hold SET person_id = given_by_id WHERE id = %s", [turn.pk])
    refused("UPDATE experiments_hold SET baton_id = %s WHERE id = %s", [first.pk, turn.pk])
    refused("UPDATE experiments_hold SET number = number + 7 WHERE id = %s", [turn.pk])
    other = make.baton(member(), person)
    assert held(other).person == person  # another chain is another turn


def test_the_shell_of_the_database_bends_no_chain(db: None) -> None:
    first, second = branched(member(), member())
    stranger = make.baton(member(), member())
    refused("UPDATE experiments_baton SET first_id = %s WHERE id = %s", [second.pk, first.pk])
    refused("UPDATE experiments_baton SET first_id = NULL, split_from_id = NULL WHERE id = %s", [second.pk])
    refused("UPDATE experiments_baton SET split_from_id = %s WHERE id = %s", [held(second).pk, second.pk])
    refused(
        "INSERT INTO experiments_baton (node_id, title, text, first_id, split_from_id, hold_days, launched_at)"
        " VALUES (%s, 'x', '', %s, %s, 14, %s)",
        [stranger.node_id, stranger.pk, held(second).pk, now()],
    )
