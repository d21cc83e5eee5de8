"""Reads of the room of events."""

from fiksummin.events.queries.inviting import Visited, counts_for, tour, working_day_after
from fiksummin.events.queries.pages import coming_events, events_for, with_all, with_event, with_place
from fiksummin.events.queries.standing import (
    pools_of,
    position,
    queue_length,
    quota_for,
    standing_guest,
    standing_of,
)

__all__ = [
    "Visited",
    "coming_events",
    "counts_for",
    "events_for",
    "pools_of",
    "position",
    "queue_length",
    "quota_for",
    "standing_guest",
    "standing_of",
    "tour",
    "with_all",
    "with_event",
    "with_place",
    "working_day_after",
]
