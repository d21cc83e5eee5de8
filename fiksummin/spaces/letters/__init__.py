"""What goes out by mail, in the reader's own language."""

from fiksummin.spaces.letters.bookings import tell_booking, tell_overdue, tell_removed
from fiksummin.spaces.letters.visits import pass_on, tell

__all__ = ["pass_on", "tell", "tell_booking", "tell_overdue", "tell_removed"]
