"""Reminders go by the clock on the wall, also when it is turned; what a worker missed it does once, and says nothing untrue."""

from datetime import date, datetime, time, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
import time_machine

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.core.time import moment, now
from fiksummin.events import actions
from fiksummin.events.models import Event, Registration
from tests.cast import Cast
from tests.events.test_moving import night_of_turning
from tests.factories import events, people
from tests.factories.events import registration

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def planned(cast: Cast, day: date, hour: int, **words: Any) -> Event:
    """Plan an event at an hour of a day by its clock, with somebody who has a place."""
    event = events.event(cast.member, **words)
    start = moment(day, time(hour), event.zone)
    Event.objects.filter(pk=event.pk).update(
        starts_at=start, ends_at=start + 2 * HOUR, closes_at=start, opens_at=now() - HOUR
    )
    event.refresh_from_db()
    registration(people.person(), event, mode=event.only_mode or "on_site")
    return event


def subjects(at: datetime, *, works: bool = True) -> list[str]:
    """Let the worker remind and write at a moment; give the subjects of all reminders so far."""
    with time_machine.travel(at, tick=False):
        actions.remind_participants(at=at)
        if works:
            worker.run_errands(at)
    found = Letter.objects.filter(key__contains="-near-").order_by("pk")
    return [str(message_from_bytes(bytes(row.content), policy=policy.default)["subject"]) for row in found]


@pytest.fixture(params=[3, 10])
def turned(request: pytest.FixtureRequest) -> date:
    """The Sunday on which the clock is turned forward, or back."""
    return night_of_turning(request.param)


def test_a_day_before_is_the_same_hour_on_the_wall(cast: Cast, turned: date) -> None:
    event = planned(cast, turned, 10)
    due = moment(turned - timedelta(days=1), time(10), event.zone)
    assert event.starts_at - due in {23 * HOUR, 25 * HOUR}
    assert subjects(due - timedelta(minutes=1)) == []
    assert subjects(due) == [f"Huomenna: {event.title}"]
    assert len(subjects(due + timedelta(minutes=5))) == 1


def test_an_hour_before_is_an_hour_whatever_the_clock_shows(cast: Cast, turned: date) -> None:
    """At four in the morning, when an hour ago it was two, or three for the second time."""
    event = planned(cast, turned, 4, places=0, virtual_places=2)
    assert subjects(event.starts_at - HOUR - timedelta(minutes=1)) in ([], [f"Huomenna: {event.title}"], [f"Tänään: {event.title}"])  # fmt: skip
    assert subjects(event.starts_at - HOUR)[-1] == f"Tunnin kuluttua: {event.title}"


def tomorrow() -> date:
    return (now() + timedelta(days=9)).date()


def test_a_run_that_was_missed_is_made_up_for_once_and_says_what_is_true_then(cast: Cast) -> None:
    event = planned(cast, tomorrow(), 15)
    late = event.starts_at - 3 * HOUR
    assert subjects(late) == subjects(late + HOUR) == [f"Tänään: {event.title}"]


def test_missed_until_just_before_it_is_soon_and_each_online_has_one_letter(cast: Cast) -> None:
    event = planned(cast, tomorrow(), 15, places=0, virtual_places=2)
    late = event.starts_at - timedelta(minutes=10)
    assert subjects(late) == subjects(late) == [f"Pian: {event.title}"]


def test_nobody_is_reminded_of_what_has_begun(cast: Cast) -> None:
    event = planned(cast, tomorrow(), 15)
    assert subjects(event.starts_at) == []


def test_a_worker_that_stopped_before_writing_writes_nothing_once_it_has_begun(cast: Cast) -> None:
    event = planned(cast, tomorrow(), 15)
    assert subjects(event.starts_at - HOUR, works=False) == []
    assert subjects(event.starts_at) == []


def test_an_event_that_was_moved_meanwhile_is_reminded_of_by_its_new_time_alone(cast: Cast) -> None:
    event = planned(cast, tomorrow(), 15)
    assert subjects(event.starts_at - 20 * HOUR, works=False) == []
    later = event.starts_at + timedelta(days=3)
    Event.objects.filter(pk=event.pk).update(starts_at=later, ends_at=later + HOUR)
    assert subjects(event.starts_at - 2 * HOUR) == []
    assert subjects(later - timedelta(days=1)) == [f"Huomenna: {event.title}"]


# --- Offers, under the same clock ----------------------------------------------------------


def test_an_offer_is_open_for_so_many_hours_whatever_the_clock_shows(cast: Cast, turned: date) -> None:
    event = planned(cast, turned + timedelta(days=2), 10, places=1, offer_hours=6)
    waits = registration(people.person(), event)
    freed = moment(turned, time(1), event.zone)
    actions.cancel_registration(by=cast.member, registration=event.registrations.order_by("pk")[0], at=freed)
    assert Registration.objects.get(pk=waits.pk).offer_due_at == freed + 6 * HOUR
    assert actions.lapse_places(at=freed + 6 * HOUR - timedelta(seconds=1)) == 0
    assert actions.lapse_places(at=freed + 6 * HOUR) == 1


def test_offers_that_a_worker_missed_lapse_in_their_order_and_nobody_is_promoted_after_the_start(
    cast: Cast,
) -> None:
    event = planned(cast, tomorrow(), 15, places=1, offer_hours=6)
    second, third = (registration(people.person(), event) for _one in range(2))
    actions.cancel_registration(by=cast.member, registration=event.registrations.order_by("pk")[0])
    assert actions.lapse_places(at=event.starts_at + HOUR) == 1
    assert Registration.objects.get(pk=second.pk).end == "lapsed"
    assert Registration.objects.get(pk=third.pk).state == "queued"
    assert actions.lapse_places(at=event.starts_at + HOUR) == 0
