"""Registering as people do it: one press, a guest's link, letters with calendar files, reminders."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.events import actions
from fiksummin.events.models import Registration
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db
LINK = "https://kokous.example/kanaria"


def letters() -> list[Any]:
    run_errands(now())
    return list(Letter.objects.order_by("id"))


def test_one_press_gives_a_place_and_a_letter_with_the_link(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, virtual_places=1, online_link=LINK)
    client, address = signed_in(cast.member), f"/fi/events/{event.pk}/"
    page = client.get(address).content.decode()
    assert LINK not in page
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    given = {"mode": "virtual", "key": key[1]}
    for _twice in range(2):
        answer = client.post(f"{address}registration/", given)
        assert answer.status_code == 303
    row = Registration.objects.get(person=cast.member)
    assert answer["Location"] == f"/fi/registrations/{row.pk}/"
    assert LINK in client.get(address).content.decode()
    assert LINK in client.get(answer["Location"]).content.decode()
    assert signed_in(cast.colleague).get(answer["Location"]).status_code == 404
    assert LINK not in signed_in(cast.colleague).get(address).content.decode()
    [letter] = [row for row in letters() if row.key.startswith("registration-")]
    assert LINK.encode() in bytes(letter.content)


def test_the_published_rule_says_who_gets_a_place_once_the_event_has_begun(cast: Cast) -> None:
    ways: Any = ({}, {"allocation": "lottery", "closes_at": now() + timedelta(days=1)})
    for words in ways:
        event = make.event(cast.owner, places=1, **words)
        page = signed_in(cast.member).get(f"/en/events/{event.pk}/").content.decode()
        assert "Once the event has begun, whoever comes first gets a place that is free" in page


def test_a_guest_confirms_by_a_link(cast: Cast) -> None:
    event = make.event(cast.owner, places=5, audience=make.PUBLIC)
    client, address = Client(), f"/fi/events/{event.pk}/registration/"
    for _twice in range(2):
        answer = client.post(address, {"name": "Viivi", "email": "Viivi@vieras.example", "key": ""})
        assert answer.status_code == 303
    assert Registration.objects.count() == 0
    first, second = letters()[-2:]
    paths = [
        found[1]
        for letter in (first, second)
        if (
            found := re.search(
                rb"http://localhost:8000(/\w+/guests/[\w-]+/)", bytes(letter.content).replace(b"=\r\n", b"")
            )
        )
    ]
    assert len(set(paths)) == 2
    path = paths[0].decode()
    assert client.get(path).status_code == 200
    assert Registration.objects.count() == 0
    assert client.post(path).status_code == 303
    assert client.post(path).status_code == 303
    assert Registration.objects.get().guest_email == "viivi@vieras.example"
    assert client.get(path).status_code == 200
    assert client.get(path[:-3] + "AA/").status_code == 404
    assert client.post(path + "cancellation/").status_code == 303
    assert Registration.objects.standing().count() == 0


def test_reminders_come_once_and_never_after_the_start(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, virtual_places=1)
    make.registration(cast.member, event)
    make.registration(cast.colleague, event, mode="virtual")
    for before in (30, 23, 20, 0.9, 0.5, -1):
        with time_machine.travel(event.starts_at - timedelta(hours=before), tick=False):
            actions.remind_participants(at=now())
            run_errands(now())
    keys = [row.key for row in Letter.objects.filter(key__contains="-near-")]
    assert len(keys) == 3


def test_of_a_cancelled_event_nothing_says_that_one_has_a_place_or_may_register(cast: Cast) -> None:
    event = make.event(cast.member, places=5)
    row = make.registration(cast.colleague, event)
    client = signed_in(cast.colleague)
    before = client.get(f"/en/events/{event.pk}/").text, client.get(f"/en/registrations/{row.pk}/").text
    actions.cancel_event(by=cast.member, event=event, reason="Kouluttaja sairastui.")
    after = client.get(f"/en/events/{event.pk}/").text, client.get(f"/en/registrations/{row.pk}/").text
    for words, page in (("Open, closes", 0), ("You have a place", 1), ("Confirmed", 1)):
        assert (words in before[page], words in after[page]) == (True, False), words
    for page in after:
        assert "Kouluttaja sairastui." in page
