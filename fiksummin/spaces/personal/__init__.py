"""What becomes of personal data in this room."""

from fiksummin.spaces.personal import bookings, running, visits

__all__ = ["bookings", "running", "visits"]
