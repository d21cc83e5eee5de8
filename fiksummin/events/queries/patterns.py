"""What somebody runs, and what she can plan events from."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from fiksummin.events.models import Event, EventTemplate
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.pages import with_place
from fiksummin.people.models import Person

LATELY = 20


@dataclass(frozen=True)
class Mine:
    """The events that somebody holds or hosts, and her templates."""

    drafts: list[Event]
    coming: list[Event]
    over: list[Event]
    templates: list[EventTemplate]


def run_by(person: Person, at: datetime) -> Mine:
    """Give what a person holds or hosts herself, and the templates she can use."""
    own = with_place(Event.objects.visible_to(person).filter(people__person=person).distinct())
    ahead = own.filter(ends_at__gt=at)
    over = own.filter(Q(ends_at__lte=at) | Q(cancelled_at__isnull=False)).order_by("-starts_at", "-pk")
    return Mine(
        list(own.filter(published_at=None, cancelled_at=None)),
        list(ahead.filter(published_at__isnull=False, cancelled_at=None)),
        list(over[:LATELY]),
        list(EventTemplate.objects.visible_to(person).select_related("event")),
    )


def patterns_for(person: Person) -> EventQuerySet:
    """Give the events that a person may plan others from: those she runs, and those that are templates for her."""
    named = EventTemplate.objects.visible_to(person).values("event")
    return Event.objects.filter(Q(pk__in=Event.objects.run_by(person).values("pk")) | Q(pk__in=named))


def in_scope(event: Event, scope: str, at: datetime) -> list[Event]:
    """Give an event and, by scope (a value of ``actions.Scope``), the others of its series that have not begun."""
    if event.series_id is None or scope == "this":
        return [event]
    others = Event.objects.filter(series=event.series_id, cancelled_at=None, starts_at__gt=at).exclude(
        pk=event.pk
    )
    if scope == "following":
        others = others.filter(starts_at__gt=event.starts_at)
    return [event, *others.select_related("site", "kind", "booking").order_by("starts_at", "pk")]
