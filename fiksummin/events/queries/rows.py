"""The rows of a list of events, read quickly: first which, then those of one page with what a row says."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from fiksummin.core.db.questions import Belongings, Question
from fiksummin.core.time import today
from fiksummin.events.models import Event, Pool
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries.finding import Finding, known_to, matching, within_range
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from fiksummin.spaces.models import BookedSpace

FEW = 4
LONG = (
    "text", "texts", "access", "reason", "spoken", "dimensions", "lottery_seed", "online_link", "outside_link",
)  # fmt: skip
"""What only the page of an event says."""
SAID_OF_IT = (
    "title", "titles", "language", "place", "starts_at", "ends_at", "opens_at", "closes_at", "audience",
    "allocation", "drawn_at", "published_at", "cancelled_at", "lost_space_at", "lost_to", "booking__id",
)  # fmt: skip
"""What a row of a list says of the event itself."""
SAID = (
    *SAID_OF_IT, "kind__name_fi", "kind__name_sv", "kind__name_en",
    "site__slug", "site__name_fi", "site__name_sv", "site__name_en", "site__timezone",
)  # fmt: skip
"""What a row of a list says."""


@dataclass(frozen=True)
class Found:
    """Which events were found, in their order, and what they are about."""

    ids: tuple[int, ...] = ()
    themes: frozenset[int] = frozenset()


def _standing(reader: Person | None) -> EventQuerySet:
    return Event.objects.visible_to(reader).standing()


_PUBLIC = Question(lambda at: _standing(None).filter(ends_at__gt=at).values_list("pk", "theme"))
_SEEN = ReadersQuestion(
    lambda reader, at: _standing(reader).filter(ends_at__gt=at).values_list("pk", "theme")
)
_NEXT = Question(lambda at: _standing(None).filter(ends_at__gt=at).values_list("pk")[:FEW])
_NEXT_AT = Question(
    lambda at, site: _standing(None).filter(ends_at__gt=at, site=site, lost_to=None).values_list("pk")[:FEW]
)
_ROWS = Question(
    lambda ids: Event.objects.filter(pk__in=ids).select_related("kind", "site", "booking").only(*SAID)
)
POOLS = Belongings("pools", "event_id", lambda owners: Pool.objects.filter(event__in=owners).order_by("mode"))
_PLACES = Belongings(
    "places",
    "booking_id",
    lambda owners: (
        BookedSpace.objects.filter(booking__in=owners).select_related("space", "layout").order_by("space__pk")
    ),
)


def found_for(reader: Person | None, wanted: Finding | None, at: datetime) -> Found:
    """Find the events that a reader may come to and looks for, the first first; one query.

    From now on, unless she asks for others; none, when what she asks for cannot be read (None).
    """
    if wanted is None:
        return Found()
    if wanted.is_open:
        return _found(_SEEN(reader, today(at=at), at=at) if reader else _PUBLIC(at=at))
    rows = within_range(matching(known_to(reader, wanted).standing(), wanted, at), wanted, at)
    return _found(list(rows.values_list("pk", "theme")))


def next_public(at: datetime, site: int | None = None) -> list[Event]:
    """Give the next few public events, of a site if it is named: nothing that only some may see; four queries at most."""
    return rows_of([pk for (pk,) in (_NEXT_AT(at=at, site=site) if site else _NEXT(at=at))])


def rows_of(ids: Iterable[int]) -> list[Event]:
    """Give events by their ids, in that order, with what a row of a list says; at most three queries.

    For few at a time: each number of them is a question of its own.
    """
    wanted = list(ids)
    found = {event.pk: event for event in _ROWS(ids=wanted)} if wanted else {}
    bring_places(found.values())
    return [found[pk] for pk in wanted if pk in found]


def bring_places(events: Collection[Event]) -> None:
    """Bring the places of events, and the spaces of theirs that are booked; at most two queries."""
    POOLS.bring(events)
    _PLACES.bring([event.booking for event in events if event.booking])


def _found(rows: Sequence[tuple[int, int | None]]) -> Found:
    return Found(tuple(pk for pk, _theme in rows), frozenset(theme for _pk, theme in rows if theme))
