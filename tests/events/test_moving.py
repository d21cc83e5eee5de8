"""An event that is moved takes its programme with it, and no offer outlasts its beginning."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.errors import Conflict, Invalid
from fiksummin.core.time import moment, now, today
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.details import Part
from fiksummin.events.queries.wishes import EventWish, wish_of
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.events.test_lost_spaces import letter
from tests.factories import events, people, spaces

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def moved(event: Event, by: timedelta, **words: object) -> EventWish:
    wish = wish_of(Event.objects.get(pk=event.pk))
    return replace(wish, **({"start": wish.start + by, "end": wish.end + by, "closes_at": None} | words))  # type: ignore[arg-type]  # a test names the words


def times(event: Event) -> list[datetime]:
    return list(event.programme.values_list("starts_at", flat=True))


def test_the_programme_moves_with_its_event(cast: Cast) -> None:
    event = events.event(cast.member)
    start = event.starts_at
    parts = [Part(start, "Alku"), Part(start + HOUR, "Pajat")]
    actions.set_programme(by=cast.member, event=event, parts=parts)
    days = timedelta(days=2)
    actions.change_event(by=cast.member, event=event, wish=moved(event, days))
    assert times(event) == [start + days, start + days + HOUR]


def test_nothing_of_it_moves_when_the_space_is_taken(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room)
    actions.set_programme(by=cast.member, event=event, parts=[Part(event.starts_at, "Alku")])
    rival = events.event(cast.member, space=room, after=9)
    with pytest.raises(Conflict):
        actions.change_event(
            by=cast.member, event=event, wish=moved(event, rival.starts_at - event.starts_at)
        )
    assert times(event) == [event.starts_at]


def test_a_part_that_would_be_outside_is_named_and_nothing_is_changed(cast: Cast) -> None:
    event = events.event(cast.member)
    actions.set_programme(by=cast.member, event=event, parts=[Part(event.ends_at - HOUR / 2, "Loppu")])
    wish = moved(event, timedelta(), end=event.ends_at - HOUR)
    with pytest.raises(Invalid, match="Loppu") as refused:
        actions.change_event(by=cast.member, event=event, wish=wish)
    assert refused.value.field == "end"
    event.refresh_from_db()
    assert times(event) == [event.ends_at - HOUR / 2]


def test_an_event_that_begins_earlier_and_ends_as_before_keeps_its_hours(cast: Cast) -> None:
    event = events.event(cast.member)
    actions.set_programme(by=cast.member, event=event, parts=[Part(event.starts_at, "Alku")])
    actions.change_event(
        by=cast.member, event=event, wish=moved(event, timedelta(), start=event.starts_at - HOUR)
    )
    assert times(event) == [event.starts_at]


def night_of_turning(month: int) -> date:
    """Give the last Sunday of March or October that is more than a month ahead."""
    for year in (today().year, today().year + 1):
        last = date(year, month, 31)
        sunday = last - timedelta(days=last.isoweekday() % 7)
        if sunday > today() + timedelta(days=30):
            return sunday
    raise AssertionError


@pytest.mark.parametrize("month", [3, 10])
def test_the_programme_keeps_its_hours_over_the_turn_of_the_clock(cast: Cast, month: int) -> None:
    """Two days of it, moved to where the clock is turned in the night between."""
    sunday = night_of_turning(month)
    event = events.event(cast.member)

    def at(day: date, hour: int) -> datetime:
        return moment(day, time(hour), event.zone)

    before, week = sunday - timedelta(days=1), timedelta(days=7)
    wish = moved(event, timedelta(), start=at(before - week, 10), end=at(sunday - week, 14))
    actions.change_event(by=cast.member, event=event, wish=wish)
    parts = [Part(at(before - week, 10), "Alku"), Part(at(sunday - week, 10), "Toinen aamu")]
    actions.set_programme(by=cast.member, event=event, parts=parts)
    later = replace(wish, start=at(before, 10), end=at(sunday, 14))
    actions.change_event(by=cast.member, event=event, wish=later)
    assert times(event) == [at(before, 10), at(sunday, 10)]


def offered(organiser: Person, hours: int = 100) -> tuple[Event, int]:
    """Plan an event whose one place is offered to the second who asked."""
    event = events.event(organiser, places=1, offer_hours=hours)
    has, waits = (events.registration(people.person(), event) for _one in range(2))
    actions.cancel_registration(by=has.person or organiser, registration=has)
    return event, waits.pk


def test_an_open_offer_ends_when_an_event_moved_earlier_begins_and_is_told_so(cast: Cast) -> None:
    event, waits = offered(cast.member)
    soon = now() + timedelta(days=1)
    wish = moved(event, timedelta(), start=soon, end=soon + HOUR)
    actions.change_event(by=cast.member, event=event, wish=wish)
    row = event.registrations.get(pk=waits)
    assert row.offer_due_at == soon
    worker.run_errands(now())
    assert "viimeistään" in letter("-changed-", row.person_id or 0)
    assert actions.lapse_places(at=soon) == 1


def test_an_offer_that_ends_before_the_new_beginning_stays_as_it_is(cast: Cast) -> None:
    event, waits = offered(cast.member, hours=5)
    due = event.registrations.get(pk=waits).offer_due_at
    actions.change_event(by=cast.member, event=event, wish=moved(event, timedelta(days=1)))
    assert event.registrations.get(pk=waits).offer_due_at == due
