"""Reads of the room of events."""

from fiksummin.events.queries.inviting import Visited, counts_for, tour, working_day_after
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
    "counts_for",
    "pools_of",
    "position",
    "queue_length",
    "quota_for",
    "standing_guest",
    "standing_of",
    "tour",
    "working_day_after",
]
