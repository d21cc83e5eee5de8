"""What somebody's start page tells of events: hers, those with places left, what she must see to; in few short questions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.core.time import today
from fiksummin.events.choices import Part
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.listing import with_free_places
from fiksummin.events.queries.rows import rows_of
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion

SOME, FEW = 5, 3
SOON = timedelta(days=14)
LATELY = timedelta(days=60)
"""So far back takeaways that are not out are spoken of."""


@dataclass(frozen=True)
class StartPage:
    """One's next registrations, events with places left, and those that need care: by id, title and whether it is over."""

    mine: list[Registration]
    free: list[Event]
    care: list[tuple[int, str, bool]]


def _mine(person: Any, at: Any) -> QuerySet[Registration]:
    rows = Registration.objects.standing().filter(person=person, event__ends_at__gt=at)
    rows = rows.filter(event__cancelled_at=None).select_related("pool")
    return rows.order_by("event__starts_at", "pk")[:SOME]


def _care(person: Any, at: Any, since: Any) -> QuerySet[Event, Any]:
    came = Registration.objects.with_place().filter(event=OuterRef("pk"))
    untold = Q(ends_at__lte=at, ends_at__gt=since, digest=None) & Q(Exists(came))
    homeless = Q(ends_at__gt=at, lost_space_at__isnull=False, booking=None)
    rows = Event.objects.standing().filter(people__person=person, people__part=Part.ORGANISER)
    return rows.filter(untold | homeless).values_list("pk", "title", "ends_at")[:SOME]


def _free(person: Person, at: Any, end: Any) -> QuerySet[Event, int]:
    hers = Event.objects.meant_for(person).filter(starts_at__gt=at, starts_at__lt=end)
    return with_free_places(hers, at).values_list("pk", flat=True)[: FEW + SOME]


_MINE, _CARE = Question(_mine), Question(_care)
_FREE = ReadersQuestion(_free)


def start_page(person: Person, at: datetime) -> StartPage:
    """Gather it at a moment; three queries, three more when there is any event to tell of."""
    mine = _MINE(person=person.pk, at=at)
    own = {row.event_id for row in mine}
    free = [pk for pk in _FREE(person, today(at=at), at=at, end=at + SOON) if pk not in own][:FEW]
    events = {event.pk: event for event in rows_of([*(row.event_id for row in mine), *free])}
    for row in mine:
        row.event = events[row.event_id]
    care = _CARE(person=person.pk, at=at, since=at - LATELY)
    return StartPage(
        mine, [events[pk] for pk in free], [(pk, title, ends_at <= at) for pk, title, ends_at in care]
    )
