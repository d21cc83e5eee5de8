"""Two who keep a community leave at once: one does, the other hears why not; and so it is for every writer.

The race is first shown to leave it without anybody with its guard off.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from fiksummin.circles import actions, queries
from fiksummin.circles.models import Circle, Membership
from fiksummin.people.models import Person
from tests import races
from tests.factories import circles as make
from tests.factories import people

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
LEAVING = "fiksummin.circles.rules.why_not_leave"
type Unguarded = Callable[[], None]


@pytest.fixture
def unguarded(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Unguarded]:
    """A way to take away the order of rivals, and what the database refuses of members."""
    with races.without_guard(monkeypatch, Membership) as unguarded:
        yield unguarded


def two_keepers() -> tuple[Circle, list[Person]]:
    keepers = [people.person(), people.person()]
    circle = make.circle(keepers[0], keepers[1], people.person())
    membership = queries.standing_of(circle, keepers[1])
    assert membership
    actions.make_keeper(by=keepers[0], membership=membership)
    return circle, keepers


def left(circle: Circle) -> int:
    return circle.members.filter(keeper_at__isnull=False).count()


def leave(circle: Circle, who: Person) -> str:
    actions.leave_circle(by=who, circle=circle)
    return "left"


@GUARD
def test_the_last_two_leave_at_once(
    monkeypatch: pytest.MonkeyPatch, guard: bool, unguarded: Unguarded
) -> None:
    circle, keepers = two_keepers()
    races.meet_after(monkeypatch, LEAVING)
    if not guard:
        unguarded()
    outcomes = races.race(*(lambda who=who: leave(circle, who) for who in keepers))
    assert (races.one_wins(outcomes) and left(circle) == 1) is guard, (outcomes, left(circle))
    if not guard and connection.vendor == "postgresql":
        assert left(circle) == 0, "nobody would keep it"


@pytest.mark.usefixtures("transactional_db")
def test_the_database_alone_keeps_one(monkeypatch: pytest.MonkeyPatch) -> None:
    circle, keepers = two_keepers()
    races.meet_after(monkeypatch, LEAVING)
    races.without_order(monkeypatch)
    races.race(*(lambda who=who: leave(circle, who) for who in keepers))
    assert left(circle) == 1
