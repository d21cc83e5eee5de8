"""An event to come whose only organiser leaves the service is held by somebody who runs its place."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.facts import announce
from fiksummin.events import queries
from fiksummin.events.actions.losing import lose_space
from fiksummin.events.actions.order import locked
from fiksummin.events.choices import Part
from fiksummin.events.facts import EventHandedOn
from fiksummin.events.models import Event, EventPerson


def hand_on_events(*, person: int, at: datetime) -> None:
    """Let no event to come be without an organiser, nor without its space unsaid, when somebody (by id) leaves."""
    coming = Event.objects.filter(ends_at__gt=at, cancelled_at=None).order_by("pk")
    with transaction.atomic():
        for event in coming.filter(booking__person=person, booking__arrived_at=None):
            lose_space(event=event, at=at)
        for event in coming.filter(
            published_at__isnull=False, people__person=person, people__part=Part.ORGANISER
        ):
            _hand_on(locked(event), person)


def _hand_on(event: Event, person: int) -> None:
    held = EventPerson.objects.filter(event=event, part=Part.ORGANISER)
    heir = None if held.exclude(person=person).exists() else queries.successor(event, person)
    if heir is not None:
        EventPerson.objects.create(event=event, person=heir, part=Part.ORGANISER)
        announce(EventHandedOn(by=None, event=event.pk, person=heir.pk))
