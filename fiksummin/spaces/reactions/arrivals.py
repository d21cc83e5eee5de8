"""What this room does when nobody came to a booking: its holder hears what became of it."""

from fiksummin.core.facts import later
from fiksummin.spaces import letters
from fiksummin.spaces.facts import BookingReleased
from fiksummin.spaces.models import Booking


@later(BookingReleased)
def tell_release(fact: BookingReleased) -> None:
    """The holder hears that the rest of the time was given back, and whom to ask."""
    rows = Booking.objects.select_related("site", "person").prefetch_related("places__space")
    booking = rows.filter(pk=fact.booking, released_at__isnull=False).first()
    if booking:
        letters.tell_release(booking)
