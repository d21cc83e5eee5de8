"""What the database knows of seats: an event has no more places on site than its space has seats as it is furnished.

A layout or a space that is changed later is held to it by the action, not by the database: what is over
stays as it was, and only the clock tells what is over.
"""

from fiksummin.core.db.limits import Never
from fiksummin.events.choices import Mode

_SEATS = (
    "SELECT SUM(COALESCE(layout.seats, space.seats)) FROM spaces_bookedspace AS booked"
    " JOIN spaces_space AS space ON space.id = booked.space_id"
    " LEFT JOIN spaces_layout AS layout ON layout.id = booked.layout_id"
)
PLACES_FIT = Never(
    name="events_pool_fits",
    fields=("event", "mode", "capacity"),
    found=(
        f"SELECT 1 WHERE NEW.mode = '{Mode.ON_SITE.value}' AND NEW.capacity > ({_SEATS}"
        " JOIN events_event AS held ON held.booking_id = booked.booking_id WHERE held.id = NEW.event_id)"
    ),
)
"""Places are not more than the seats of what is booked."""
SPACE_FITS = Never(
    name="events_event_fits",
    fields=("booking",),
    found=(
        f"SELECT 1 FROM events_pool AS pool WHERE pool.event_id = NEW.id AND pool.mode = '{Mode.ON_SITE.value}'"  # noqa: S608 -- words of this module alone
        f" AND pool.capacity > ({_SEATS} WHERE booked.booking_id = NEW.booking_id)"
    ),
)
"""What is booked has seats for all places."""
