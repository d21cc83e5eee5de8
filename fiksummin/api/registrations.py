"""Places at events: register, and what one does with one's place or turn. The same actions as on the pages."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router

from fiksummin.api import event_answers
from fiksummin.api.answers import page_together
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.event_inputs import Came, ModeWish, OfferWish, Reason, RegistrationWish, ShowingWish
from fiksummin.api.inputs import PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.core.idempotency import fingerprint
from fiksummin.core.time import now
from fiksummin.events import actions, models, queries
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person

router = Router(tags=["Places at events"])
REFUSALS = (400, 404, 409, 413, 422)
ANSWER = event_answers.Registration


@router.post(
    "events/{int:event}/registrations",
    auth=WRITE,
    response=responses({201: ANSWER, 202: ANSWER}, *REFUSALS),
    url_name="event_registrations",
)
def register(request: Asked, event: int, wish: RegistrationWish, key: IdempotencyKey) -> HttpResponse:
    """Register yourself: 201 with a place, or 202 with your ``position`` in the queue (none before a draw)."""
    person = request.auth.person
    row = queries.seen_by(person, event)
    if row is None:
        raise Http404
    mark = ["registrations", event, wish.model_dump(mode="json")]
    return _once(person, key, mark, lambda: _register(person, row, wish), made=True)


@router.get(
    "registrations",
    auth=READ,
    response=responses(event_answers.Registrations, 422),
    url_name="registrations",
)
def list_registrations(request: Asked, page: PageQuery) -> dict[str, object]:
    """Your own registrations to what is not over, the next first, with your place in each line."""
    rows = queries.my_registrations(request.auth.person, now())
    return page_together(rows, page, _all_described)


@router.get(
    "registrations/{int:registration}", auth=READ, response=responses(ANSWER, 404), url_name="registration"
)
def read_registration(request: Asked, registration: int) -> event_answers.Registration:
    """One registration: your own, or one to an event that you run or at whose door you stand."""
    return _described(_seen(request.auth.person, registration))


@router.post(
    "registrations/{int:registration}/cancellation",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_cancellation",
)
def cancel(
    request: Asked, registration: int, key: IdempotencyKey, words: Reason | None = None
) -> HttpResponse:
    """Give a place or a turn up; the next in line is served in the same act."""
    person, reason = request.auth.person, words.reason if words else ""
    row, mark = _seen(person, registration), ["registration cancellation", registration, reason]
    return _once(
        person, key, mark, lambda: actions.cancel_registration(by=person, registration=row, reason=reason)
    )


@router.post(
    "registrations/{int:registration}/acceptance",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_acceptance",
)
def accept(request: Asked, registration: int, key: IdempotencyKey) -> HttpResponse:
    """Take the place that is offered to you."""
    person, row = request.auth.person, _seen(request.auth.person, registration)
    mark = ["registration acceptance", registration]
    return _once(person, key, mark, lambda: actions.accept_place(by=person, registration=row))


@router.post(
    "registrations/{int:registration}/refusal",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_refusal",
)
def decline(request: Asked, registration: int, key: IdempotencyKey) -> HttpResponse:
    """Let the place that is offered to you go to the next in line; where you wait for the other mode, you wait on."""
    person, row = request.auth.person, _seen(request.auth.person, registration)
    mark = ["registration refusal", registration]
    return _once(person, key, mark, lambda: actions.decline_place(by=person, registration=row))


@router.post(
    "registrations/{int:registration}/mode",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_mode",
)
def switch(request: Asked, registration: int, wish: ModeWish, key: IdempotencyKey) -> HttpResponse:
    """Take part in the other way; what you hold is yours until you have the other place."""
    person, row = request.auth.person, _seen(request.auth.person, registration)
    mark = ["registration mode", registration, wish.mode]
    return _once(person, key, mark, lambda: actions.switch_mode(by=person, registration=row, mode=wish.mode))


@router.post(
    "registrations/{int:registration}/offer",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_offer",
)
def choose_offer(request: Asked, registration: int, wish: OfferWish, key: IdempotencyKey) -> HttpResponse:
    """While you wait: have a place that becomes free held for your answer, or take it at once."""
    person, row = request.auth.person, _seen(request.auth.person, registration)
    mark = ["registration offer", registration, wish.offer]
    return _once(
        person,
        key,
        mark,
        lambda: actions.choose_offer(by=person, registration=row, asks_first=wish.offer),
    )


@router.post(
    "registrations/{int:registration}/showing",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_showing",
)
def show(request: Asked, registration: int, wish: ShowingWish, key: IdempotencyKey) -> HttpResponse:
    """Let the others who have a place see your name and organisation, or no more."""
    person, row = request.auth.person, _seen(request.auth.person, registration)
    mark = ["registration showing", registration, wish.shown]
    return _once(
        person, key, mark, lambda: actions.show_name(by=person, registration=row, is_shown=wish.shown)
    )


@router.post(
    "registrations/{int:registration}/check-in",
    auth=WRITE,
    response=responses(ANSWER, *REFUSALS),
    url_name="registration_check_in",
)
def check_in(
    request: Asked, registration: int, key: IdempotencyKey, came: Came | None = None
) -> HttpResponse:
    """For organisers and hosts: note who came, and when; at the earliest twelve hours before it begins, at the latest twelve after its end. Noting it again changes nothing."""
    person, wish = request.auth.person, came or Came(people=None, at=None)
    row = _seen(person, registration)
    mark = ["registration check-in", registration, wish.model_dump(mode="json")]
    at = min(wish.at, now()) if wish.at else None
    once_ever = fingerprint("check-in", person.pk, key) if key else ""
    return _once(
        person,
        key,
        mark,
        lambda: actions.receive(by=person, registration=row, people=wish.people, key=once_ever, at=at),
    )


def answers_to(event: models.Event, given: Mapping[str, str]) -> dict[int, str]:
    """Read answers by the numbers of their questions. Raises Invalid for one that is not asked."""
    known = {str(question.pk): question.pk for question in event.questions.all()} if given else {}
    if set(given) - set(known):
        raise Invalid(_("The event does not ask such a question."), "answers")
    return {known[key]: value for key, value in given.items()}


def _register(person: Person, event: models.Event, wish: RegistrationWish) -> models.Registration:
    asked = PlaceWish(
        mode=wish.mode or "", people=wish.people, person=person, companions=tuple(wish.companions),
        answers=answers_to(event, wish.answers), asks_first=wish.offer, is_shown=wish.shown,
    )  # fmt: skip
    try:
        return actions.register_within(by=person, event=event, wish=asked)
    except (Invalid, Conflict, NotNow):
        raise
    except NotAllowed as refusal:  # the event is not for her: as things stand, like one that is closed
        raise NotNow(refusal.reason) from refusal


def _once(
    person: Person,
    key: str,
    mark: Sequence[object],
    act: Callable[[], models.Registration],
    *,
    made: bool = False,
) -> HttpResponse:
    """Act once for a key, and answer with the registration as it is then."""

    def describe() -> tuple[int, Any]:
        row = act()
        body = _described(row if made else _seen(person, row.pk))
        status = (201 if body.holds else 202) if made else 200
        return status, body.model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="registration" if made else "")


def _all_described(rows: Sequence[models.Registration]) -> list[event_answers.Registration]:
    places = queries.positions(rows)
    return [event_answers.registration(row, places.get(row.pk, 0)) for row in rows]


def _described(row: models.Registration) -> event_answers.Registration:
    return event_answers.registration(row, queries.position(row))


def _seen(person: Person, number: int) -> models.Registration:
    return get_object_or_404(queries.registrations_for(person), pk=number)
