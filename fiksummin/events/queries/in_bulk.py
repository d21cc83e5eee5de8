"""Events as a program is told of them, many at a time, in few short questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from django.db.models import Count, F

from fiksummin.core.db.questions import Belongings, Owners, Question
from fiksummin.core.time import today
from fiksummin.events.models import Event, EventKind, Registration, Tag
from fiksummin.events.queries.finding import Finding, matching, within_range
from fiksummin.events.queries.rows import SAID_OF_IT, bring_places
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from fiksummin.spaces.models import Site

EVER = datetime.max.replace(tzinfo=UTC)

_SHOWN = ReadersQuestion(
    lambda reader, start, end: (
        Event.objects.visible_to(reader)
        .filter(ends_at__gt=start, starts_at__lt=end)
        .values_list("pk", flat=True)
    )
)
_EVENTS = Question(
    lambda ids: (
        Event.objects.filter(pk__in=ids)
        .select_related("booking")
        .only(*SAID_OF_IT, "kind", "site", "summary", "language", "sequence")
    )
)
_KINDS = Owners("kind", lambda ids: EventKind.objects.filter(pk__in=ids).only("slug"))
_SITES = Owners("site", lambda ids: Site.objects.filter(pk__in=ids).only("slug", "timezone"))
_TAGS = Belongings(
    "tags", "event_id", lambda owners: Tag.objects.filter(events__in=owners).annotate(event_id=F("events"))
)
_QUEUES = Question(
    lambda events: (
        Registration.objects.filter(event__in=events)
        .waiting()
        .order_by()
        .values_list("event", "mode")
        .annotate(Count("pk"))
    )
)
_OWN = Question(
    lambda person, events: (
        Registration.objects.standing()
        .filter(person=person, event__in=events)
        .select_related("event__site", "pool", "person")
    )
)


def shown_to(person: Person, wanted: Finding, at: datetime) -> list[int]:
    """Give the ids of what somebody may know of and looks for, her drafts too, the first first; from now on, unless told."""
    if replace(wanted, start=None, end=None).is_open:
        return _SHOWN(person, today(at=at), start=wanted.start or at, end=wanted.end or EVER)
    rows = within_range(matching(Event.objects.visible_to(person), wanted, at), wanted, at)
    return list(rows.values_list("pk", flat=True))


def told_of(ids: Sequence[int]) -> list[Event]:
    """Give events by their ids, in that order, with what a program is told in a list; at most six queries."""
    found = {event.pk: event for event in _EVENTS(ids=ids)} if ids else {}
    for owners in (_KINDS, _SITES):
        owners.bring(found.values())
    bring_places(found.values())
    _TAGS.bring(found.values())
    return [found[pk] for pk in ids if pk in found]


def queue_lengths(events: Sequence[int]) -> dict[tuple[int, str], int]:
    """Tell how many registrations stand in line, by event and mode; one query."""
    counted = _QUEUES(events=events) if events else []
    return {(event, mode): number for event, mode, number in counted}


def standing_at(person: Person, events: Sequence[int]) -> dict[int, Registration]:
    """Give a person's own registrations to events, by event; one query."""
    own = _OWN(person=person.pk, events=events) if events else []
    return {row.event_id: row for row in own}
