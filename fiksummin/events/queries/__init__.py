"""Reads of the room of events."""

from fiksummin.events.queries.standing import (
    pools_of,
    position,
    queue_length,
    quota_for,
    standing_guest,
    standing_of,
)

__all__ = ["pools_of", "position", "queue_length", "quota_for", "standing_guest", "standing_of"]
