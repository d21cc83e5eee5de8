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
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.details import Kept
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


def answered(cast: Cast, event: Event) -> Registration:
    first = event.questions.first()
    wish = PlaceWish(mode="on_site", person=cast.colleague, answers={first.pk: CANARY})
    return actions.register(by=cast.colleague, event=event, wish=wish)


def test_what_was_promised_is_kept_when_the_organiser_wants_it_longer(cast: Cast, event: Event) -> None:
    answered(cast, event)
    Event.objects.filter(pk=event.pk).update(keep_answers_days=90)
    clean(event.ends_at + timedelta(days=KEPT_DAYS, minutes=1))
    assert everywhere() == set()


def test_it_goes_sooner_when_the_organiser_wants_it_no_longer(cast: Cast, event: Event) -> None:
    answered(cast, event)
    Event.objects.filter(pk=event.pk).update(keep_answers_days=0)
    clean(event.ends_at + timedelta(minutes=1))
    assert everywhere() == set()


def test_a_question_that_is_called_ordinary_afterwards_keeps_nothing_longer(cast: Cast, event: Event) -> None:
    answered(cast, event)
    kept = [Kept(Asked(row.text, why=row.why), row.pk) for row in event.questions.all()]
    actions.set_questions(by=cast.member, event=event, questions=kept)
    clean(event.ends_at + timedelta(days=KEPT_DAYS, minutes=1))
    assert everywhere() == set()


def test_a_question_that_is_called_sensitive_afterwards_lets_its_answers_go(cast: Cast, event: Event) -> None:
    event.questions.update(sensitivity=Sensitivity.ORDINARY)
    answered(cast, event)
    kept = [
        Kept(Asked(row.text, why="Lounasta varten", sensitivity=Sensitivity.DIET), row.pk)
        for row in event.questions.all()
    ]
    actions.set_questions(by=cast.member, event=event, questions=kept)
    clean(event.ends_at + timedelta(days=KEPT_DAYS, minutes=1))
    assert everywhere() == set()


@pytest.mark.parametrize("by_all", [False, True], ids=["she cancels", "the event is called off"])
def test_who_does_not_come_is_not_kept_until_an_event_that_is_far_ahead(
    cast: Cast, event: Event, by_all: bool
) -> None:
    far = now() + timedelta(days=300)
    Event.objects.filter(pk=event.pk).update(starts_at=far, ends_at=far + timedelta(hours=2), closes_at=far)
    event.refresh_from_db()
    registration = answered(cast, event)
    if by_all:
        actions.cancel_event(by=cast.member, event=event, reason="Puhuja sairastui")
    else:
        actions.cancel_registration(by=cast.colleague, registration=registration)
    clean(now() + timedelta(days=KEPT_DAYS, minutes=-1))
    assert "events.Answer" in everywhere(), "whoever changes her mind within the term need not answer anew"
    clean(now() + timedelta(days=KEPT_DAYS, minutes=1))
    assert everywhere() == set()
