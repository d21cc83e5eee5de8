"""What this room does when something has happened."""

from fiksummin.spaces.reactions import (
    arrivals,
    bookings,
    busy,
    lapsing,
    reports,
    roster,
    series,
    visits,
    waiting,
)

__all__ = ["arrivals", "bookings", "busy", "lapsing", "reports", "roster", "series", "visits", "waiting"]
