"""Reads of the room of events."""

from fiksummin.events.queries.inviting import Visited, counts_for, tour, working_day_after
from fiksummin.events.queries.listing import (
    my_registrations,
    queue_lengths,
    read_anew,
    registrations_for,
    standing_at,
    told,
    with_free_places,
)
from fiksummin.events.queries.pages import coming_events, events_for, with_all, with_event, with_place
from fiksummin.events.queries.standing import (
    pools_of,
    position,
    positions,
    queue_length,
    quota_for,
    standing_guest,
    standing_of,
)
from fiksummin.events.queries.wishes import EventWish, wish_of

__all__ = [
    "EventWish",
    "Visited",
    "coming_events",
    "counts_for",
    "events_for",
    "my_registrations",
    "pools_of",
    "position",
    "positions",
    "queue_length",
    "queue_lengths",
    "quota_for",
    "read_anew",
    "registrations_for",
    "standing_at",
    "standing_guest",
    "standing_of",
    "told",
    "tour",
    "wish_of",
    "with_all",
    "with_event",
    "with_free_places",
    "with_place",
    "working_day_after",
]
