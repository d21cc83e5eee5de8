"""What this room does when something has happened."""

from fiksummin.spaces.reactions import bookings, visits

__all__ = ["bookings", "visits"]
