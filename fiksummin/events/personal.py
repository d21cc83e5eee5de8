"""What becomes of what somebody leaves with events."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event, EventPerson, Follow, Invitee, PlannedTheme, Registration

_EVENT_ROLES = ("made_by", "published_by", "cancelled_by")
_REGISTRATION_ROLES = ("priority_by", "ended_by", "made_by", "arrived_by")


def _registrations(person: int) -> Rows:
    fields = ("mode", "people", "asked_at", "confirmed_at", "ended_at", "end", "reason", "arrived_at")
    rows = Registration.objects.filter(person=person).prefetch_related("answers__question", "companions")
    return [
        {
            "event": row.event.title,
            **{field: getattr(row, field) for field in fields},
            "companions": [companion.name for companion in row.companions.all()],
            "answers": {answer.question.text: answer.value for answer in row.answers.all()},
        }
        for row in rows.select_related("event")
    ]


def _forget_registrations(person: int) -> None:
    """Give places to come to the next in line; what is behind leaves a number and nothing of her."""
    actions.forget_registrant(person=person, at=now())
    for role in _REGISTRATION_ROLES:
        Registration.objects.filter(**{role: person}).update(**{role: None})


def _parts(person: int) -> Rows:
    return [dict(row) for row in EventPerson.objects.filter(person=person).values("event__title", "part")]


def _forget_parts(person: int) -> None:
    EventPerson.objects.filter(person=person).delete()


def _forget_events(person: int) -> None:
    for role in _EVENT_ROLES:
        Event.objects.filter(**{role: person}).update(**{role: None})


def _invited(person: int) -> Rows:
    return [dict(row) for row in Invitee.objects.filter(person=person).values("event__title")]


def _forget_invited(person: int) -> None:
    Invitee.objects.filter(person=person).delete()


def _follows(person: int) -> Rows:
    return [dict(row) for row in Follow.objects.filter(person=person).values("event__title", "made_at")]


def _forget_follows(person: int) -> None:
    Follow.objects.filter(person=person).delete()


def _planned(person: int) -> Rows:
    return [dict(row) for row in PlannedTheme.objects.filter(owner=person).values("theme__name_fi", "wish")]


def _forget_planned(person: int) -> None:
    PlannedTheme.objects.filter(Q(owner=person)).update(owner=None)


declare(
    "events.Registration",
    purpose=_("Keeping your place at an event; after a set time your name is taken off"),
    export=_registrations,
    erase=_forget_registrations,
)
declare(
    "events.EventPerson",
    purpose=_("Who holds an event, and who receives people at it"),
    export=_parts,
    erase=_forget_parts,
)
declare("events.Event", purpose=_("Who planned an event"), export=None, erase=_forget_events)
declare(
    "events.Invitee",
    purpose=_("Letting you see an event to which you are invited"),
    export=_invited,
    erase=_forget_invited,
)
declare(
    "events.Follow",
    purpose=_("Telling you what came of an event"),
    export=_follows,
    erase=_forget_follows,
)
declare(
    "events.PlannedTheme",
    purpose=_("Who looks after a theme of a season"),
    export=_planned,
    erase=_forget_planned,
)
