"""Events as a program is told of them, many at a time, in few short questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from fiksummin.core.db.questions import Belongings, Owners, Question
from fiksummin.core.time import today
from fiksummin.events.models import Event, Pool, Registration, Tag
from fiksummin.events.models.event import surely_for
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.events.queries.finding import Finding, known_to, matching, within_range
from fiksummin.events.queries.rows import SAID_OF_IT
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from fiksummin.spaces.models import Site, Space

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
        .annotate(kind_slug=F("kind__slug"))
        .only(*SAID_OF_IT, "site", "summary", "summaries", "sequence")
    )
)
_SITES = Owners("site", lambda ids: Site.objects.filter(pk__in=ids).only("slug", "timezone"))
_SPACES = Question(
    lambda events: (
        Space.objects.filter(places__booking__event__in=events)
        .annotate(event=F("places__booking__event"))
        .only("name_fi", "name_sv", "name_en")
        .order_by("pk")
    )
)
_TAGS = Question(lambda events: Tag.objects.filter(events__in=events).values_list("events", "word"))


def _number(rows: RegistrationQuerySet) -> Coalesce:
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _with_line(pools: QuerySet[Pool]) -> QuerySet[Any]:
    """Count who has no place, and who has one of the other mode meanwhile: together those in line, each by an index."""
    wanted = Registration.objects.filter(mode=OuterRef("mode"))
    without = wanted.filter(event=OuterRef("event"), pool=None, ended_at=None)
    switching = wanted.filter(pool__event=OuterRef("event")).exclude(pool__mode=OuterRef("mode"))
    return pools.annotate(line=_number(without) + _number(switching))


_POOLS = Belongings(
    "pools", "event_id", lambda owners: _with_line(Pool.objects.filter(event__in=owners)).order_by("mode")
)
_LINES = Question(
    lambda event: _with_line(Pool.objects.filter(event=event)).order_by("pk").values_list("mode", "line")
)
_OWN = Question(
    lambda person, email, events: (
        Registration.objects.standing()
        .filter(event__in=events)
        .at_address(person, email)
        .select_related("event__site", "pool", "person")
    )
)


def shown_to(person: Person, wanted: Finding, at: datetime) -> list[int]:
    """Give the ids of what somebody may know of and looks for, her drafts too, the first first; from now on, unless told."""
    if replace(wanted, start=None, end=None).is_open:
        return _SHOWN(person, today(at=at), start=wanted.start or at, end=wanted.end or EVER)
    rows = within_range(matching(known_to(person, wanted), wanted, at), wanted, at)
    return list(rows.values_list("pk", flat=True))


class About(NamedTuple):
    """What else is told of an event: how many registrations stand in line, by mode, is in ``lines``."""

    kind: str
    spaces: list[str]
    tags: list[str]
    lines: Mapping[str, int]


def told_of(ids: Sequence[int]) -> list[tuple[Event, About]]:
    """Give events by their ids, in that order, with what a program is told in a list; at most five queries."""
    if not ids:
        return []
    found: dict[int, Any] = {event.pk: event for event in _EVENTS(ids=ids)}
    _SITES.bring(found.values())
    _POOLS.bring(found.values())
    rows: Iterable[Any] = _SPACES(events=ids)
    spaces = _by_event((space.event, space.name) for space in rows)
    tags = _by_event(_TAGS(events=ids))
    return [
        (
            found[pk],
            About(
                found[pk].kind_slug,
                spaces[pk],
                tags[pk],
                {pool.mode: pool.line for pool in found[pk].pools.all()},
            ),
        )
        for pk in ids
        if pk in found
    ]


def unmeant_for(person: Person, events: Iterable[Event]) -> set[int]:
    """Tell the ids of those events that a person sees, but in which she may not take part; at most one query."""
    asked = {event.pk for event in events if not surely_for(event, person)}
    if not asked:
        return asked
    return asked - set(Event.objects.meant_for(person).filter(pk__in=asked).values_list("pk", flat=True))


def about(event: Event) -> About:
    """Give what else is told of one event (prefetched rows are used); one query for its lines."""
    places = event.booking.places.all() if event.booking else ()
    return About(
        event.kind.slug,
        [place.space.name for place in places],
        [tag.word for tag in event.tags.all()],
        queue_lengths(event),
    )


def queue_lengths(event: Event) -> dict[str, int]:
    """Tell how many registrations stand in line for the places of an event, by mode; one query."""
    return dict(_LINES(event=event.pk))


def _by_event(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    words: dict[int, list[str]] = defaultdict(list)
    for event, word in rows:
        words[event].append(word)
    return words


def standing_at(person: Person, events: Sequence[int]) -> dict[int, Registration]:
    """Give a person's own registrations to events, by event; one query."""
    own = _OWN(person=person.pk, email=person.email or "", events=events) if events else []
    return {row.event_id: row for row in own}
