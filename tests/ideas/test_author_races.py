"""Rivals about the authors of an idea, on real connections; first shown to go wrong with the guard off."""

from collections.abc import Iterator

import pytest

from fiksummin.core.models import Entry
from fiksummin.ideas import actions
from fiksummin.ideas.models import Author, AuthorInvitation, Idea
from fiksummin.people.models import Person
from fiksummin.people.rules import inviting
from tests import races
from tests.factories import ideas as make
from tests.factories import people
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    with races.lifting() as lift:
        yield lift


def written() -> tuple[Idea, Person, AuthorInvitation, Person]:
    by, person = (people.person(organisation=people.organisation()) for _n in range(2))
    idea = make.idea(by, make.campaign(people.person("facilitator")))
    [invitation] = actions.invite_authors(by=by, idea=idea, addresses=[str(person.email)])
    return idea, by, invitation, person


@GUARD
def test_an_invitation_is_accepted_once_in_two_windows(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    _idea, _by, invitation, person = written()
    races.meet_after(monkeypatch, "fiksummin.ideas.rules.authors.is_author")
    if not guard:
        races.without_order(monkeypatch)
        lift(Author)
    outcomes = races.race(*[lambda: actions.join_authors(by=person, invitation=invitation).pk] * 2)
    told = Entry.objects.filter(fact="ideas.AuthorJoined").count()
    whole = outcomes == [invitation.pk] * 2 and told == 1
    assert (whole and Author.objects.filter(person=person).count() == 1) is guard, outcomes


@GUARD
def test_an_invitation_is_accepted_or_withdrawn_and_never_both(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    _idea, by, invitation, person = written()
    races.meet_after(monkeypatch, "fiksummin.people.rules.inviting.why_answered")
    monkeypatch.setattr("fiksummin.ideas.rules.authors.why_answered", inviting.why_answered)
    if not guard:
        races.without_order(monkeypatch)
        lift(Author)
    outcomes = races.race(
        lambda: actions.join_authors(by=person, invitation=invitation).pk,
        lambda: actions.uninvite_author(by=by, invitation=invitation).pk,
    )
    assert races.one_wins(outcomes) is guard, outcomes
    invitation.refresh_from_db()
    assert Author.objects.filter(person=person).exists() is bool(invitation.accepted_at)


@GUARD
def test_of_two_authors_who_leave_at_once_one_stays(
    monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    idea, by, invitation, person = written()
    actions.join_authors(by=person, invitation=invitation)
    races.meet_after(monkeypatch, "fiksummin.ideas.rules.why_not_stop_writing")
    if not guard:
        races.without_order(monkeypatch)
        lift(Author)
    outcomes = races.race(*[lambda one=one: actions.leave_authors(by=one, idea=idea) for one in (by, person)])
    assert (races.one_wins(outcomes) and Author.objects.filter(idea=idea).count() == 1) is guard, outcomes
