"""Rivals about an approval, on real connections; each race is first shown to go wrong with its guard off."""

from collections.abc import Iterator

import pytest

from fiksummin.core.errors import NotAllowed
from fiksummin.core.models import Entry
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Claim
from tests import races
from tests.factories import people, spaces
from tests.factories.spaces import booking

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])


@pytest.fixture
def asked(transactional_db: None) -> Booking:
    """A booking that waits, and holds nothing meanwhile."""
    return booking(people.person(), spaces.space(spaces.site("rivals"), approval="waits"))


def fresh(made: Booking) -> Booking:
    return Booking.objects.get(pk=made.pk)


def told(fact: str) -> int:
    return Entry.objects.filter(fact=f"spaces.{fact}").count()


def host_of(made: Booking) -> Person:
    return people.person(roles=[("host", made.site.slug)])


@GUARD
def test_two_hosts_answer_at_once(
    asked: Booking, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: races.Lift
) -> None:
    one, two = host_of(asked), host_of(asked)
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_answer_booking")
    if not guard:
        races.without_order(monkeypatch)
        lift(Claim)
    outcomes = races.race(
        lambda: actions.approve_booking(by=one, booking=asked).pk,
        lambda: actions.approve_booking(by=two, booking=asked).pk,
    )
    whole = races.one_wins(outcomes) and told("BookingApproved") == 1 and races.overlaps() == 0
    assert whole is guard, outcomes


@GUARD
def test_one_approves_and_one_declines_at_once(
    asked: Booking, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    one, two = host_of(asked), host_of(asked)
    races.meet_after(monkeypatch, "fiksummin.spaces.rules.why_not_answer_booking")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        lambda: actions.approve_booking(by=one, booking=asked).pk,
        lambda: actions.decline_booking(by=two, booking=asked, reason="Ei").pk,
    )
    after = fresh(asked)
    held = Claim.objects.count()
    whole = races.one_wins(outcomes) and (held == 1) == (after.approved_at is not None) and held <= 1
    assert whole is guard, outcomes


@GUARD
def test_an_approval_against_a_rival_booking(
    asked: Booking, monkeypatch: pytest.MonkeyPatch, guard: bool, lift: races.Lift
) -> None:
    host, rival = host_of(asked), people.person()
    space = asked.places.get().space
    free = spaces.space(asked.site, cells=tuple(space.cells.values_list("label", flat=True)))
    races.meet_after(monkeypatch, "fiksummin.spaces.queries.next_places")
    if not guard:
        races.without_order(monkeypatch)
        lift(Claim)
    outcomes = races.race(
        lambda: actions.approve_booking(by=host, booking=asked).pk, lambda: booking(rival, free).pk
    )
    holds = races.one_wins(outcomes) and races.overlaps() == 0 and Claim.objects.count() == 1
    assert holds is guard, outcomes


@GUARD
def test_an_approval_against_the_clock(asked: Booking, monkeypatch: pytest.MonkeyPatch, guard: bool) -> None:
    host = host_of(asked)
    races.meet_after(monkeypatch, "fiksummin.spaces.actions.approvals.locked")
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(
        lambda: actions.approve_booking(by=host, booking=asked, at=asked.starts_at).pk,
        lambda: actions.lapse_unanswered(at=asked.starts_at),
    )
    after, held = fresh(asked), Claim.objects.count()
    spoken = all(
        not isinstance(outcome, Exception) or isinstance(outcome, NotAllowed) for outcome in outcomes
    )
    one = told("BookingApproved") + told("BookingDeclined") == 1
    assert (spoken and one and (held == 1) == (after.approved_at is not None)) is guard, outcomes


@pytest.fixture
def lift(transactional_db: None) -> Iterator[races.Lift]:
    """A way to take a constraint away until the end of the test."""
    with races.lifting() as lift:
        yield lift
