"""Whom a letter of the organisers reaches, and what they wrote before."""

from datetime import datetime

from django.db.models import Q

from fiksummin.events.choices import Reached
from fiksummin.events.models import Event, Message, Registration
from fiksummin.events.models.places import RegistrationQuerySet


def reached(event: Event, whom: str) -> RegistrationQuerySet:
    """Give those whom a letter reaches: all of them have an address."""
    rows = Registration.objects.filter(event=event).standing()
    chosen = {
        Reached.ALL: rows,
        Reached.CONFIRMED: rows.with_place(),
        Reached.WAITING: rows.waiting(),
        Reached.HERE: rows.filter(arrived__gt=0),
    }[Reached(whom)]
    return chosen.filter(Q(person__email__isnull=False) | ~Q(guest_email="")).order_by("pk")


def reach(event: Event, at: datetime) -> dict[str, int]:
    """Count whom a letter reaches, by each choice; once the event is over none asks who came."""
    known = (
        Reached.values if at < event.ends_at else [whom for whom in Reached.values if whom != Reached.HERE]
    )
    return {whom: reached(event, whom).count() for whom in known}


def lately_sent(event: Event, since: datetime) -> int:
    """Count the letters that the organisers of an event sent after a moment."""
    return Message.objects.filter(event=event, made_at__gt=since).count()
