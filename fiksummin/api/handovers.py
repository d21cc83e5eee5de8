"""Handing a place to a colleague, and taking one over. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from fiksummin.api import event_answers
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.event_inputs import Handing, HandoverAnswers
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.registrations import answers_to
from fiksummin.api.schema import responses
from fiksummin.events import actions, models, queries
from fiksummin.events.choices import LinkKind
from fiksummin.people.models import Person

router = Router(tags=["Places at events"])
REFUSALS = (400, 404, 409, 413, 422)


class Handed(Schema):
    """A place that a colleague hands to you."""

    event: int
    title: str
    start: datetime
    end: datetime
    by: str = Field(description="Whose place it is")
    take_by: datetime = Field(description="Until when you can take it")
    questions: list[event_answers.Question] = Field(description="What the event asks of each who comes")


@router.post(
    "registrations/{int:registration}/handover",
    auth=WRITE,
    response=responses(event_answers.Registration, *REFUSALS),
    url_name="registration_handover",
)
def hand_over(request: Asked, registration: int, wish: Handing, key: IdempotencyKey) -> HttpResponse:
    """Offer your place, or your turn, to a colleague by mail; it is yours until she takes it."""
    person = request.auth.person
    row = get_object_or_404(queries.registrations_for(person), pk=registration)

    def act() -> models.Registration:
        actions.hand_over(by=person, registration=row, email=wish.email)
        return row

    return _once(person, key, ["handing", registration, wish.email.lower()], act)


@router.get("handovers/{str:token}", auth=READ, response=responses(Handed, 404), url_name="handover")
def read_handover(request: Asked, token: str) -> Handed:
    """What is handed to you by a letter, with what the event asks; ``token`` stands last in its link."""
    link = _link(token, request.auth.person)
    event = link.event
    return Handed(
        event=event.pk, title=event.heading, start=event.starts_at.astimezone(event.zone),
        end=event.ends_at.astimezone(event.zone), by=str(link.made_by or ""),
        take_by=link.due_at.astimezone(event.zone), questions=event_answers.questions(event),
    )  # fmt: skip


@router.post(
    "handovers/{str:token}",
    auth=WRITE,
    response=responses(event_answers.Registration, *REFUSALS),
    url_name="handover",
)
def take_over(
    request: Asked, token: str, key: IdempotencyKey, wish: HandoverAnswers | None = None
) -> HttpResponse:
    """Take the place, with answers of your own; without those required it stays your colleague's."""
    person = request.auth.person
    link = _link(token, person)
    given = wish.answers if wish else {}
    answers = answers_to(link.event, given)
    return _once(
        person, key, ["handover", link.pk, given],
        lambda: actions.take_over(by=person, link=link, answers=answers),
    )  # fmt: skip


def _link(token: str, person: Person) -> models.Link:
    """Give the link that was sent to a person's own address. Raises Http404."""
    link = queries.link_by_secret(token)
    if link is None or link.kind != LinkKind.HANDED or link.email != (person.email or "").lower():
        raise Http404
    return link


def _once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], models.Registration]
) -> HttpResponse:
    def describe() -> tuple[int, Any]:
        row = queries.registrations_for(person).get(pk=act().pk)
        return 200, event_answers.registration(row, queries.position(row)).model_dump(mode="json")

    return answered_once(person, key, mark, describe)
