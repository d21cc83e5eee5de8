"""Events as a program is told of them, many at a time, in few short questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from fiksummin.core.db.questions import Belongings, Owners, Question
from fiksummin.core.time import today
from fiksummin.events.models import Event, EventKind, Pool, Registration, Tag
from fiksummin.events.models.places import RegistrationQuerySet
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
        .only(*SAID_OF_IT, "kind", "site", "summary", "summaries", "language", "sequence")
    )
)
_KINDS = Owners("kind", lambda ids: EventKind.objects.filter(pk__in=ids).only("slug"))
_SITES = Owners("site", lambda ids: Site.objects.filter(pk__in=ids).only("slug", "timezone"))
_TAGS = Belongings(
    "tags", "event_id", lambda owners: Tag.objects.filter(events__in=owners).annotate(event_id=F("events"))
)


def _number(rows: RegistrationQuerySet) -> Coalesce:
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _lines(events: Any) -> QuerySet[Any, tuple[int, str, int]]:
    """Count who has no place, and who has one of the other mode meanwhile: together those in line, each by an index."""
    wanted = Registration.objects.filter(mode=OuterRef("mode"))
    without = wanted.filter(event=OuterRef("event"), pool=None, ended_at=None)
    switching = wanted.filter(pool__event=OuterRef("event")).exclude(pool__mode=OuterRef("mode"))
    pools = Pool.objects.filter(event__in=events).order_by("pk")
    return pools.annotate(line=_number(without) + _number(switching)).values_list("event", "mode", "line")


_QUEUES = Question(_lines)
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
    """Tell how many registrations stand in line for the places of events, by event and mode; one query."""
    counted = _QUEUES(events=events) if events else []
    return {(event, mode): number for event, mode, number in counted}


def standing_at(person: Person, events: Sequence[int]) -> dict[int, Registration]:
    """Give a person's own registrations to events, by event; one query."""
    own = _OWN(person=person.pk, events=events) if events else []
    return {row.event_id: row for row in own}
