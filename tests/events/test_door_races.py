"""Phones that come back at the same moment: on real connections, with the guard and without."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from fiksummin.events import actions
from fiksummin.events.models import Event, Press, Registration
from fiksummin.people.models import Person
from tests import races
from tests.factories import events, people
from tests.factories.events import registration
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def host(transactional_db: None) -> Person:
    return people.person()


@pytest.fixture
def event(host: Person) -> Event:
    return events.event(host, places=10)


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


@GUARD
def test_one_walk_in_brought_by_four_tabs_at_once(
    host: Person, event: Event, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    races.meet_after(monkeypatch, "fiksummin.events.actions.door.locked", rivals=4)
    if not guard:
        races.without_order(monkeypatch)
        lift(Press)
    outcomes = races.race(
        *(
            lambda: actions.walk_in(by=host, event=event, name="Ohi", key="k" * 20, at=event.starts_at).pk
            for _tab in range(4)
        )
    )
    rows, taken = Registration.objects.filter(event=event).count(), event.pools.get().taken
    exact = all(isinstance(outcome, int) for outcome in outcomes) and (rows, taken) == (1, 1)
    assert exact is guard, outcomes


def test_eight_phones_receive_one_group_and_nobody_is_doubled(host: Person, event: Event) -> None:
    row, began = registration(people.person(), event, people=3), event.starts_at
    moments = [began + timedelta(seconds=number) for number in (5, 3, 8, 1, 7, 2, 6, 4)]
    outcomes = races.race(
        *(
            lambda number=number, at=at: (
                actions.receive(by=host, registration=row, seats=[number % 3], at=at, key=f"{number}" * 20).pk
            )
            for number, at in enumerate(moments)
        )
    )
    row.refresh_from_db()
    assert (outcomes, row.arrived, row.arrived_at) == ([row.pk] * 8, 3, began + timedelta(seconds=1))
