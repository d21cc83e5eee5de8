"""What this room does when something has happened."""

from fiksummin.events.reactions import events, registrations, spaces

__all__ = ["events", "registrations", "spaces"]
