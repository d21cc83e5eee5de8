"""The bookings on a host's day."""

from datetime import date, datetime
from typing import Any

from fiksummin.spaces import queries
from fiksummin.spaces.models import Site


def bookings_of(site: Site, day: date, at: datetime) -> dict[str, Any]:
    """Give the bookings of a day by beginning, each with its state, and how many wait for an answer at the site."""
    return {
        "bookings": [(booking, booking.state(at)) for booking in queries.bookings_of_day(site, day)],
        "to_answer": queries.count_to_answer(site, at),
    }
