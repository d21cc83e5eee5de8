"""The same invitation to a team answered twice at once, on real connections; first shown to go wrong with the guard off."""

from collections.abc import Iterator

import pytest

from fiksummin.core.models import Entry
from fiksummin.experiments import actions
from fiksummin.experiments.models import TeamInvitation, TeamMember
from tests import races
from tests.factories import experiments as make
from tests.factories import people
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


def offered() -> tuple[TeamInvitation, people.Person]:
    by, person = (people.person(organisation=people.organisation()) for _n in range(2))
    address = str(person.email)
    [invitation] = actions.invite_to_team(by=by, experiment=make.experiment(by), addresses=[address])
    return invitation, person


@GUARD
def test_an_invitation_is_accepted_once_in_two_windows(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    invitation, person = offered()
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.team.in_team")
    if not guard:
        races.without_order(monkeypatch)
        lift(TeamMember)
    outcomes = races.race(*[lambda: actions.join_team(by=person, invitation=invitation).pk] * 2)
    told = Entry.objects.filter(fact="experiments.TeamJoined").count()
    whole = outcomes == [invitation.pk] * 2 and told == 1
    assert (whole and TeamMember.objects.filter(person=person).count() == 1) is guard, outcomes


@GUARD
def test_an_invitation_is_accepted_or_declined_and_never_both(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    invitation, person = offered()
    races.meet_after(monkeypatch, "fiksummin.experiments.rules.team.in_team")
    if not guard:
        races.without_order(monkeypatch)
        lift(TeamMember)
    outcomes = races.race(
        lambda: actions.join_team(by=person, invitation=invitation).pk,
        lambda: actions.decline_team(by=person, invitation=invitation).pk,
    )
    assert races.one_wins(outcomes) is guard, outcomes
    invitation.refresh_from_db()
    assert TeamMember.objects.filter(person=person).exists() is bool(invitation.accepted_at)
