"""Net 5: rivals on real connections. Each race is first shown to go wrong with its guard off.

``meet_after`` lets both rivals read before either writes; only a guard keeps
them from it. Without the guard PostgreSQL does the thing twice, and SQLite
breaks one rival off with an error where a sentence is due.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from fiksummin.core.errors import Conflict
from fiksummin.core.idempotency import Reply, fingerprint, once
from fiksummin.core.models import Answer, Entry
from fiksummin.core.time import today
from fiksummin.people import actions as people_actions
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Claim, Site, Visit
from tests import races
from tests.factories import people, spaces
from tests.races import Lift

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
FACTS = {"arrived": "spaces.VisitorArrived", "accepted": "people.InvitationAccepted"}


def announcing(person: Person, site: Site, start: str = "9:00", end: str = "15:00", after: int = 1) -> Any:
    day = spaces.open_day(site, after)
    moments = {"start": spaces.at(site, day, start), "end": spaces.at(site, day, end)}
    return lambda: actions.announce_visit(by=person, site=site, **moments).pk


def changing(visit: Visit, start: str, end: str) -> Callable[[], int]:
    day = spaces.open_day(visit.site)
    moments = {"start": spaces.at(visit.site, day, start), "end": spaces.at(visit.site, day, end)}
    return lambda: actions.change_visit(by=visit.person, visit=visit, people=1, **moments).pk


def said(fact: str) -> int:
    return Entry.objects.filter(fact=FACTS[fact]).count()


@pytest.fixture
def site(transactional_db: None) -> Site:
    """A site with one seat."""
    return spaces.site(seats=1)


@pytest.fixture
def lift(transactional_db: None) -> Iterator[Lift]:
    """A way to take a constraint away until the end of the test."""
    with races.lifting() as lift:
        yield lift


@GUARD
def test_the_last_seat(site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift) -> None:
    rivals = [announcing(people.person(), site) for _rival in range(2)]
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.claims.tightest")
    if not guard:
        races.without_order(monkeypatch)
        lift(Claim)
    outcomes = races.race(*rivals)
    holds = races.one_wins(outcomes) and races.overlaps() == 0 and Visit.objects.count() == 1
    assert holds is guard, outcomes


def test_the_last_seat_for_a_crowd(site: Site) -> None:
    outcomes = races.race(*[announcing(people.person(), site) for _rival in range(12)])
    assert races.one_wins(outcomes), outcomes
    assert all(isinstance(outcome, int | Conflict) for outcome in outcomes)
    assert (Visit.objects.count(), Claim.objects.count(), races.overlaps()) == (1, 1, 0)


@GUARD
def test_a_constraint_that_stands_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    """Rivals who see every seat free all choose the same one: the database alone refuses."""
    rivals = [announcing(people.person(), site) for _rival in range(2)]
    monkeypatch.setattr(queries, "free_cells", lambda site, *_range: site.cells.all())
    if not guard:
        lift(Claim)
    outcomes = races.race(*rivals)
    assert (races.one_wins(outcomes) and races.overlaps() == 0) is guard, outcomes


def test_no_overlap_even_without_any_order(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    rivals = [announcing(people.person(), site) for _rival in range(2)]
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.claims.tightest")
    races.without_order(monkeypatch)
    races.race(*rivals)
    assert (races.overlaps(), Claim.objects.count()) == (0, 1)


@GUARD
def test_a_change_against_an_announcement(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    visit = spaces.visit(people.person(), site, start="9:00", end="10:00")
    rivals = [changing(visit, "11:00", "12:00"), announcing(people.person(), site, "11:00", "12:00")]
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.claims.tightest")
    if not guard:
        races.without_order(monkeypatch)
        lift(Claim)
    outcomes = races.race(*rivals)
    held = Claim.objects.count()
    whole = held == Visit.objects.count() == (1 if isinstance(outcomes[1], Conflict) else 2)
    assert (races.one_wins(outcomes) and races.overlaps() == 0 and whole) is guard, outcomes


def test_a_change_that_loses_keeps_what_it_had(site: Site) -> None:
    visit = spaces.visit(people.person(), site, start="9:00", end="10:00")
    before = list(Claim.objects.values_list("starts_at", "ends_at"))
    spaces.visit(people.person(), site, start="11:00", end="12:00")
    outcomes = races.race(changing(visit, "11:00", "12:00"), changing(visit, "10:30", "12:00"))
    assert all(isinstance(outcome, Conflict) for outcome in outcomes), outcomes
    assert list(Claim.objects.filter(hold=visit.hold).values_list("starts_at", "ends_at")) == before


@GUARD
def test_one_more_than_the_quota(site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    Site.objects.update(visits_per_person=1)
    site.refresh_from_db()
    person = people.person()
    windows = [announcing(person, site, after=1), announcing(person, site, after=8)]
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_another")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*windows)
    assert (races.one_wins(outcomes) and Visit.objects.count() == 1) is guard, outcomes


@GUARD
def test_the_same_key_twice_at_once(
    site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: Lift
) -> None:
    person, mark = people.person(), fingerprint("a wish")
    day = spaces.open_day(site)
    Site.objects.update(visits_per_person=5)

    def act() -> tuple[int, Any]:
        start = "9:00" if not Visit.objects.exists() else "12:00"
        moments = {"start": spaces.at(site, day, start), "end": spaces.at(site, day, f"{start[:-3]}:30")}
        return 201, {"id": actions.announce_visit(by=person, site=site, **moments).pk}

    races.meet_after(monkeypatch, "fiksummin.core.idempotency.given_before")
    if not guard:
        races.without_order(monkeypatch)
        lift(Answer)
    outcomes = races.race(*[lambda: once(person=person.pk, key="k", fingerprint=mark, act=act)] * 2)
    replies = [outcome for outcome in outcomes if isinstance(outcome, Reply)]
    same = len(replies) == 2 and replies[0].body == replies[1].body
    holds = same and sorted(reply.replayed for reply in replies) == [False, True]
    assert (holds and Visit.objects.count() == 1) is guard, outcomes


@GUARD
def test_received_twice(site: Site, monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    host = people.person(roles=[("host", site.slug)])
    visit = spaces.visit(people.person(), site)
    presses = [lambda: actions.check_in(by=host, visit=visit, at=visit.starts_at).pk] * 2
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_arrive")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*presses)
    assert (races.one_wins(outcomes) and said("arrived") == 1) is guard, outcomes


@GUARD
def test_an_invitation_accepted_twice(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    guest = people.guest()
    _invitation, secret = people_actions.invite_guest(
        by=people.person(), email=guest.email or "", guest_until=today() + timedelta(days=60)
    )
    races.meet_after(monkeypatch, "fiksummin.people.rules.why_not_accept")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*[lambda: people_actions.accept_invitation(secret=secret).pk] * 2)
    assert (races.one_wins(outcomes) and said("accepted") == 2) is guard, outcomes


def test_a_newcomer_who_presses_twice_has_one_account(transactional_db: None) -> None:
    invitation, secret = people_actions.invite_guest(
        by=people.person(), email="vieras@vieras.example", guest_until=today() + timedelta(days=60)
    )
    outcomes = races.race(*[lambda: people_actions.accept_invitation(secret=secret).pk] * 3)
    assert races.one_wins(outcomes), outcomes
    assert Person.objects.get_queryset().filter(email=invitation.email).count() == 1
