"""Rivals who vote, on real connections: nobody gets more approvals than there are, and every showing is counted.

Each race is first shown to go wrong with its guard off: PostgreSQL then counts one approval too many, and SQLite
breaks rivals off with an error where a sentence is due.
"""

from collections.abc import Callable, Iterator

import pytest

from fiksummin.core.errors import NotAllowed
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Weighing
from fiksummin.ideas.models import Campaign, Idea, Support, Turn
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from tests import races
from tests.factories import people
from tests.factories.ideas import campaign, idea
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
RIVALS = 4


@pytest.fixture
def asked(transactional_db: None) -> Campaign:
    """A campaign in which one idea may be approved of, and as many ideas as there are rivals."""
    owner = people.person(organisation=people.organisation(), roles=[(RoleKind.FACILITATOR, "")])
    asked = campaign(owner, weighing=Weighing.APPROVE, approve_most=1)
    for _number in range(RIVALS):
        idea(owner, asked)
    return asked


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


def approving(person: Person, row: Idea) -> Callable[[], int]:
    return lambda: actions.support_idea(by=person, idea=row).value


def casting(person: Person, row: Idea) -> Callable[[], int]:
    def act() -> int:
        actions.cast_ballot(by=person, campaign=row.campaign, wish={row.pk: 1})
        return 1

    return act


@GUARD
@pytest.mark.parametrize("act", [approving, casting])
def test_one_person_approves_of_one_idea_however_many_windows_she_has(
    asked: Campaign,
    monkeypatch: pytest.MonkeyPatch,
    guard: bool,
    lift: Lift,
    act: Callable[[Person, Idea], Callable[[], int]],
) -> None:
    voter = people.person()
    read = {
        approving: "fiksummin.ideas.rules.weighing.approved_by",
        casting: "fiksummin.ideas.actions.weighing.votes_of",
    }
    races.meet_after(monkeypatch, read[act], rivals=RIVALS)  # type: ignore[index]  # one of the two
    if not guard:
        races.without_order(monkeypatch)
        lift(Support)
    outcomes = races.race(*(act(voter, row) for row in asked.ideas.all()))
    assert (races.one_wins(outcomes) and Support.objects.count() == 1) is guard, outcomes


def test_the_database_alone_keeps_the_number(asked: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the order of the action rivals may hear an error, but there is never one approval too many."""
    voter = people.person()
    races.meet_after(monkeypatch, "fiksummin.ideas.rules.weighing.approved_by", rivals=RIVALS)
    races.without_order(monkeypatch)
    outcomes = races.race(*(approving(voter, row) for row in asked.ideas.all()))
    assert sum(outcome == 1 for outcome in outcomes) == 1, outcomes
    assert Support.objects.count() == 1


def test_support_under_rivals_counts_one_per_person(asked: Campaign) -> None:
    row, voters = asked.ideas.all()[0], [people.person() for _one in range(3)]
    outcomes = races.race(*(approving(voter, row) for voter in voters for _press in range(3)))
    assert outcomes == [1] * 9, outcomes
    assert Support.objects.count() == 3


def test_a_vote_against_taking_it_back_leaves_one_truth(asked: Campaign) -> None:
    row, voter = asked.ideas.all()[0], people.person()
    back = lambda: actions.take_support_back(by=voter, idea=row)  # noqa: E731 -- said in a word
    outcomes = races.race(approving(voter, row), back, approving(voter, row), back)
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)], outcomes
    parts = voter.contributions.filter(part="supported").count()
    assert Support.objects.count() == parts


def test_every_showing_is_counted_once(asked: Campaign) -> None:
    watchers = [people.person() for _one in range(6)]
    outcomes = races.race(
        *(lambda by=by: len(actions.show_next(by=by, campaign=asked)) for by in watchers)  # type: ignore[misc]  # bound now
    )
    assert outcomes == [RIVALS] * 6, outcomes
    assert [turn.shown for turn in Turn.objects.all()] == [6] * RIVALS


def test_the_rule_says_it_in_a_sentence(asked: Campaign) -> None:
    voter, (one, two, *_others) = people.person(), asked.ideas.all()
    actions.support_idea(by=voter, idea=one)
    with pytest.raises(NotAllowed):
        actions.support_idea(by=voter, idea=two)
