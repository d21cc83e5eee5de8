"""Events in lists with how full they are, and where somebody stands at each."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef

from fiksummin.events.models import Event, Pool, Registration
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.people.models import Person


def with_free_places(rows: EventQuerySet, at: datetime, mode: str = "") -> EventQuerySet:
    """Keep those for which one can register now and has a place at once (in a ``mode``, if it is named), or a lot for one."""
    free = Pool.objects.filter(event=OuterRef("pk"), taken__lt=F("capacity"))
    free = free.filter(mode=mode) if mode else free
    return rows.standing().filter(Exists(free), opens_at__lte=at, closes_at__gt=at)


def told(rows: EventQuerySet) -> EventQuerySet:
    """Bring along what a program is told of events."""
    rows = rows.select_related("kind", "site", "booking", "theme", "season")
    return rows.prefetch_related(
        "pools", "tags", "booking__places__space", "booking__places__layout", "questions", "people"
    )


def read_anew(event: Event) -> Event:
    """Read an event with all that a program is told, after somebody has written about it."""
    return told(Event.objects.filter(pk=event.pk)).get()


def my_registrations(person: Person, at: datetime) -> RegistrationQuerySet:
    """Somebody's registrations to what is not over, the next first."""
    own = Registration.objects.standing().filter(person=person, event__ends_at__gt=at)
    return own.select_related("event__site", "pool", "person").order_by("event__starts_at", "pk")


def registrations_for(person: Person) -> RegistrationQuerySet:
    """The registrations a person may see: her own, and those to the events that she runs or receives."""
    return Registration.objects.visible_to(person).select_related("event__site", "pool", "person")
