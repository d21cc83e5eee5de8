"""What search engines read of an event: whether it is held as it was published."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.wishes import wish_of
from tests.cast import Cast
from tests.factories import events

pytestmark = pytest.mark.django_db


def read(event: Event) -> dict[str, Any]:
    page = Client().get(f"/fi/events/{event.pk}/").content.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(data)
    return found


def status(event: Event) -> list[str]:
    said = read(event)["eventStatus"]
    return [name.removeprefix("https://schema.org/") for name in ([said] if isinstance(said, str) else said)]


def move(cast: Cast, event: Event, by: timedelta) -> None:
    wish = wish_of(Event.objects.get(pk=event.pk))
    wish = replace(wish, start=wish.start + by, end=wish.end + by, closes_at=None)
    actions.change_event(by=cast.member, event=event, wish=wish)


def test_an_event_that_was_moved_says_from_when_and_moved_back_it_is_as_it_was(cast: Cast) -> None:
    event = events.event(cast.member, audience=events.PUBLIC, publish=False)
    move(cast, event, timedelta(hours=2))
    actions.publish_event(by=cast.member, event=event)
    assert status(event) == ["EventScheduled"], "what moved as a draft nobody knew"
    before = read(event)["startDate"]
    for _twice in range(2):
        move(cast, event, timedelta(hours=2))
    assert status(event) == ["EventRescheduled"]
    assert read(event)["previousStartDate"] == before
    move(cast, event, timedelta(hours=-4))
    assert (status(event), "previousStartDate" in read(event)) == (["EventScheduled"], False)


def test_an_event_that_went_online_says_so_and_one_that_is_called_off(cast: Cast) -> None:
    event = events.event(cast.member, audience=events.PUBLIC)
    actions.hold_online(by=cast.member, event=event, link="https://kokous.example/x")
    assert status(event) == ["EventMovedOnline"]
    move(cast, event, timedelta(hours=2))
    assert status(event) == ["EventRescheduled", "EventMovedOnline"]
    actions.cancel_event(by=cast.member, event=event, reason="Puhuja sairastui")
    assert status(event) == ["EventCancelled"]
