"""Calendar files (RFC 5545) of what this room keeps."""

from fiksummin.core.calendars import FEED_TYPE, file_of_many
from fiksummin.spaces.calendar.bookings import (
    address_of_booking,
    booking_entry,
    booking_file,
    booking_method,
    names_of,
)
from fiksummin.spaces.calendar.feeds import feed_file
from fiksummin.spaces.calendar.replies import Reply, attached, reply_attachment, reply_file
from fiksummin.spaces.calendar.shifts import address_of_roster, shift_entry
from fiksummin.spaces.calendar.sites import address_of_site
from fiksummin.spaces.calendar.visits import address_of, file_of, method_of, uid_of, visit_entry

__all__ = [
    "FEED_TYPE",
    "Reply",
    "address_of",
    "address_of_booking",
    "address_of_roster",
    "address_of_site",
    "attached",
    "booking_entry",
    "booking_file",
    "booking_method",
    "feed_file",
    "file_of",
    "file_of_many",
    "method_of",
    "names_of",
    "reply_attachment",
    "reply_file",
    "shift_entry",
    "uid_of",
    "visit_entry",
]
