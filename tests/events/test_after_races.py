"""Rivals after an event, on real connections: what is to happen once happens once.

Each race is first shown to go wrong with its guard off.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine

from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now, today
from fiksummin.core.worker import run_errands
from fiksummin.events import actions
from fiksummin.events.models import Event, Feedback, FeedbackFigures, Invitation, Takeaway
from fiksummin.events.queries.wishes import InvitationWish, TakeawayWish
from fiksummin.people.models import Person
from tests import races
from tests.factories import events, people
from tests.factories.events import registration

GUARD = pytest.mark.parametrize("guard", [False, True], ids=["without the guard", "with the guard"])
RIVALS = 6


@pytest.fixture
def event(transactional_db: None) -> Iterator[Event]:
    """An event that is over; all acts are an hour later."""
    event = events.event(people.person(), places=20)
    for _number in range(RIVALS):
        registration(people.person(), event)
    with time_machine.travel(event.ends_at + timedelta(hours=1), tick=False):
        yield event


def organiser(event: Event) -> Person:
    return event.people.get().person


def announced(fact: str) -> int:
    return Entry.objects.filter(fact=f"events.{fact}").count()


def answering(event: Event, number: int) -> Callable[[], None]:
    row = event.registrations.order_by("pk")[number]
    return lambda: actions.give_feedback(
        by=row.person, registration=row, was_useful=5, met_somebody_new=True, comes_again=True
    )


@GUARD
def test_feedback_of_rivals_is_counted_one_by_one(
    event: Event, monkeypatch: pytest.MonkeyPatch, guard: bool
) -> None:
    races.meet_after(monkeypatch, "fiksummin.events.actions.after.locked", rivals=RIVALS)
    if not guard:
        races.without_order(monkeypatch)
    outcomes = races.race(*(answering(event, number) for number in range(RIVALS)))
    counted = sum(Feedback.objects.values_list("count", flat=True))
    assert (outcomes == [None] * RIVALS and counted == RIVALS) is guard, outcomes
    if guard:
        assert FeedbackFigures.objects.get().count == 5


def test_one_person_tells_one_thing_however_often_she_presses(event: Event) -> None:
    person = event.registrations.order_by("pk")[0].person
    assert person is not None
    wish = TakeawayWish(text="Oppi")
    outcomes = races.race(
        *(lambda: actions.tell_takeaway(by=person, event=event, wish=wish) for _one in range(RIVALS))
    )
    assert [type(outcome) for outcome in outcomes] == [Takeaway] * RIVALS, outcomes
    assert (Takeaway.objects.count(), announced("TakeawayAdded")) == (1, 1)


def test_the_page_comes_out_once_and_each_is_told_once(event: Event) -> None:
    by = organiser(event)
    outcomes = races.race(*(lambda: actions.publish_digest(by=by, event=event) for _one in range(RIVALS)))
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    assert announced("DigestPublished") == 1
    for _twice in range(2):
        run_errands(now())
    assert Letter.objects.filter(key__contains="-digest-").count() == RIVALS


def test_workers_at_once_ask_once_and_climb_once(event: Event) -> None:
    asker = people.person()
    invitation = actions.invite_lab(
        by=asker, wish=InvitationWish("Aihe", "keväällä"), at=now() - timedelta(days=60)
    )
    assert Invitation.objects.late(today()).get() == invitation
    asked = races.race(*(lambda: actions.ask_takeaways(at=now()) for _one in range(RIVALS)))
    assert sorted(asked) == [0] * (RIVALS - 1) + [1]
    climbed = races.race(*(lambda: actions.climb_invitations(at=now()) for _one in range(RIVALS)))
    assert sorted(climbed) == [0] * (RIVALS - 1) + [1]
    assert (announced("TakeawaysAsked"), announced("InvitationLate")) == (1, 1)
