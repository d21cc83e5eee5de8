"""Why somebody cannot hold a booking together with others."""

from datetime import datetime

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking
from fiksummin.spaces.rules.bookings import why_not_change_at_all, why_not_change_booking


def why_not_ask(booking: Booking, person: Person, at: datetime) -> str:
    """Say why somebody cannot ask others to hold a booking; who made it in another's name may."""
    if booking.made_by_id == person.pk:
        return why_not_change_at_all(booking, at)
    return why_not_change_booking(booking, person, at)


def why_not_share(booking: Booking, at: datetime, *, removed: bool) -> str:
    """Say why somebody who was asked cannot hold a booking now; ``removed``: she was taken off it since."""
    why = why_not_change_at_all(booking, at)
    return why or (
        AsItStands(_("You were taken off this booking. Ask those who hold it.")) if removed else ""
    )


def too_many_members(most: int) -> str:
    """Say that no more people can hold a booking."""
    return _("At most %(most)d people hold a booking together.") % {"most": most}
