"""Calendar files of bookings: for those who hold them, with their title; each copy names its reader alone."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.calendars import Entry, file_with
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking


def booking_file(booking: Booking, language: str, reader: Person | None, *, gone: bool = False) -> bytes:
    """Write a booking as an .ics file in a language; ``gone`` takes it out of the reader's calendar."""
    with translation.override(language):
        return file_with(booking_entry(booking, reader, gone=gone))


def booking_method(booking: Booking, *, gone: bool = False) -> str:
    """Say what the file asks of a calendar: REQUEST to keep it, CANCEL to remove it."""
    return "CANCEL" if gone or booking.cancelled_at or booking.declined_at else "REQUEST"


def booking_entry(booking: Booking, reader: Person | None, *, gone: bool = False) -> Entry:
    """Give a booking as an event in the active language."""
    spaces = names_of(booking)
    return Entry(
        uid=f"booking-{booking.pk}@{settings.MAIL_DOMAIN}",
        sequence=booking.sequence,
        stamp=_stamp(booking),
        start=booking.starts_at,
        end=booking.ends_at,
        zone=booking.site.zone,
        summary=booking.title or _("Booking: %(spaces)s") % {"spaces": spaces},
        location=f"{spaces}, {booking.site.name}, {booking.site.address}",
        description=address_of_booking(booking),
        status=_status(booking, gone=gone),
        attendee=(reader.email or "") if reader else "",
    )


def names_of(booking: Booking) -> str:
    """Name the spaces of a booking, as in "Sali A + Sali B"."""
    return " + ".join(place.space.name for place in booking.places.all())


def address_of_booking(booking: Booking) -> str:
    """Give the full address of a booking's page in the active language."""
    return settings.BASE_URL + reverse("spaces:booking", args=[booking.pk])


def _stamp(booking: Booking) -> datetime:
    """Give the moment of the latest change of what the file says."""
    changes = (booking.changed_at, booking.approved_at, booking.declined_at, booking.cancelled_at)
    return max([booking.made_at, *(at for at in changes if at)])


def _status(booking: Booking, *, gone: bool) -> str:
    if booking_method(booking, gone=gone) == "CANCEL":
        return "CANCELLED"
    return "TENTATIVE" if booking.is_waiting else "CONFIRMED"
