"""What was answered about diet and access is gone after its term, wherever it might have been kept."""

import json
import logging
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from fiksummin.core import tasks, worker
from fiksummin.core.personal import export_all
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.choices import Sensitivity
from fiksummin.events.models import Event
from fiksummin.events.queries.wishes import Asked, PlaceWish
from fiksummin.people.models import Session
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import events
from tests.postbox import Postbox

CANARY = "Kanarialintukeitto"
KEPT_DAYS = 3


@pytest.fixture
def event(cast: Cast) -> Event:
    asked = (
        Asked("Mitä et syö?", why="Lounasta varten", sensitivity=Sensitivity.DIET),
        Asked("Mitä tarvitset?", why="Esteettömyyttä varten", sensitivity=Sensitivity.ACCESS),
    )
    return events.event(
        cast.member, places=9, audience="public", questions=asked, keep_answers_days=KEPT_DAYS
    )


def everywhere() -> set[str]:
    """Name every table in which the canary stands, in any column, in a session's inside, too."""
    found = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.all().values()
        if CANARY in json.dumps(row, default=repr, ensure_ascii=False)
    }
    decoded = json.dumps([row.get_decoded() for row in Session.objects.all()], ensure_ascii=False)
    return found | ({"sessions"} if CANARY in decoded else set())


def tell(event: Event, cast: Cast) -> None:
    """Answer by a program, as a guest who confirms, as one who never does, and on a page where she has to sign in anew."""
    first, second = event.questions.all()
    answers = {first.pk: CANARY, second.pk: CANARY}
    sent = {str(key): value for key, value in answers.items()}
    answer = program_of(cast.colleague).post(
        f"events/{event.pk}/registrations", {"answers": sent}, key="once"
    )
    assert answer.status_code == 201
    assert CANARY not in answer.content.decode()
    for name in ("vahvistaa", "unohtaa"):
        wish = PlaceWish(
            mode="on_site", guest_name=name, guest_email=f"{name}@vieras.example", guest_language="fi",
            answers=answers,
        )  # fmt: skip
        actions.ask_as_guest(event=event, wish=wish)
    actions.confirm_guest(link=event.links.get(name="vahvistaa"))
    browser = Client()
    fields = {f"question-{key}": value for key, value in answers.items()}
    browser.post(reverse("events:registration_change", args=[event.registrations.first().pk]), fields)


def test_answers_are_gone_after_their_term(
    cast: Cast, event: Event, postbox: Postbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tell(event, cast)
    assert everywhere() == {"events.Answer", "events.Link", "sessions"}
    assert CANARY in json.dumps(export_all(cast.colleague.pk), default=str, ensure_ascii=False)
    worker.drain()
    over = event.ends_at + timedelta(days=KEPT_DAYS)
    clean(over - timedelta(minutes=1))
    assert "events.Answer" in everywhere(), "they are kept as long as was said"
    clean(over + timedelta(minutes=1))
    worker.drain()
    assert everywhere() == set()
    assert CANARY not in json.dumps(export_all(cast.colleague.pk), default=str, ensure_ascii=False)
    assert len(postbox.got) >= 3
    assert not [message for message in postbox.got if CANARY in message.as_string()]
    assert CANARY not in caplog.text
    clean(over + timedelta(minutes=2))


def clean(at: object) -> None:
    """Run the periodic work of the house that speaks to nobody outside, as the worker does."""
    for task in tasks.PERIODIC:
        if not task.outside and "forget" in task.name.lower():
            task.work(at)  # type: ignore[arg-type]  # a moment
    assert now()
