"""What the room of places announces."""

from fiksummin.spaces.facts.bookings import (
    BookingApproved,
    BookingCancelled,
    BookingChanged,
    BookingDeclined,
    BookingMade,
    SeriesBooked,
    SeriesCancelled,
    SeriesChanged,
)
from fiksummin.spaces.facts.visits import (
    ArrivalUndone,
    MessageSent,
    SiteChanged,
    SiteOpened,
    VisitAnnounced,
    VisitCancelled,
    VisitChanged,
    VisitorArrived,
    VisitorLeft,
)

__all__ = [
    "ArrivalUndone",
    "BookingApproved",
    "BookingCancelled",
    "BookingChanged",
    "BookingDeclined",
    "BookingMade",
    "MessageSent",
    "SeriesBooked",
    "SeriesCancelled",
    "SeriesChanged",
    "SiteChanged",
    "SiteOpened",
    "VisitAnnounced",
    "VisitCancelled",
    "VisitChanged",
    "VisitorArrived",
    "VisitorLeft",
]
