"""What this room does when something has happened."""

from fiksummin.events.reactions import (
    after,
    events,
    inviting,
    messages,
    registrations,
    spaces,
    successors,
    wording,
)

__all__ = ["after", "events", "inviting", "messages", "registrations", "spaces", "successors", "wording"]
