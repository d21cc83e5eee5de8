"""Why somebody cannot come to a booking, leave it, or have it back; why it is not given to others yet."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking
from fiksummin.spaces.rules.refusals import say_clock, say_moment

EARLY_CHECK_IN = timedelta(minutes=30)
"""How long before its beginning those who booked may come."""


def why_not_check_in(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a person cannot note that those who booked are there."""
    if not _may_come(booking, person):
        return _("Only those who hold the booking, and the hosts, can check in.")
    if booking.arrived_at:
        return AsItStands(_("The arrival has been noted already."))
    if at < booking.starts_at - EARLY_CHECK_IN:
        begins = _("The booking begins %(moment)s. You can check in half an hour before.")
        return AsItStands(begins % {"moment": say_moment(booking.starts_at, booking.site)})
    return _why_not_standing(booking, at)


def why_not_undo_arrival(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a person cannot take back an arrival."""
    if not _hosts(booking, person):
        return _("Only a host of this site can do this.")
    if not booking.arrived_at or booking.left_at or at >= booking.ends_at:
        return AsItStands(_("There is no arrival to take back."))
    return ""


def why_not_exempt(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a host cannot keep a booking for latecomers."""
    if not _hosts(booking, person):
        return _("Only a host of this site can do this.")
    if booking.exempted_at:
        return AsItStands(_("The booking is kept for latecomers already."))
    if booking.arrived_at:
        return AsItStands(_("The arrival has been noted already."))
    return _why_not_standing(booking, at)


def why_not_leave_booking(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a person cannot give back the rest of a booking."""
    if not _may_come(booking, person):
        return _("Only those who hold the booking, and the hosts, can give back the rest of it.")
    if at < booking.starts_at:
        return AsItStands(_("The booking has not begun. Cancel it, if nobody comes."))
    return _why_not_standing(booking, at)


def why_not_have_back(booking: Booking, person: Person, at: datetime) -> str:
    """Say why a host cannot give a released booking its time back (others may have it, besides)."""
    if not _hosts(booking, person):
        return _("Only a host of this site can do this.")
    if not booking.released_at or booking.cancelled_at:
        return AsItStands(_("The booking has not been given to others."))
    return AsItStands(_("The booking is over.")) if at >= booking.ends_at else ""


def why_not_release(booking: Booking, at: datetime) -> str:
    """Say why a booking to which nobody has come is not given to others (with its places and their policies)."""
    if booking.arrived_at:
        return _("The arrival has been noted already.")
    if booking.exempted_at:
        return _("The booking is kept for latecomers.")
    return _why_not_standing(booking, at) or _why_not_yet(booking, at)


def grace_of(booking: Booking) -> timedelta:
    """Tell how long a booking is kept when nobody comes: the longest of its spaces; zero keeps it for good."""
    minutes = [place.space.policy.grace_minutes for place in booking.places.all()]
    return timedelta(minutes=max(minutes)) if minutes and all(minutes) else timedelta(0)


def kept_until(booking: Booking) -> datetime | None:
    """Tell until when a booking is kept for those who have not come; None when it is kept for good.

    What was booked, or moved to another beginning, as late as that before it (or after it)
    is kept: who has just settled on a time is not taken for somebody who forgot it.
    """
    grace = grace_of(booking)
    late = (booking.moved_at or booking.made_at) > booking.starts_at - grace
    return (
        None if late or not grace or booking.arrived_at or booking.exempted_at else booking.starts_at + grace
    )


def _why_not_yet(booking: Booking, at: datetime) -> str:
    if not grace_of(booking):
        return _("The booking is kept whether anybody comes or not.")
    until = kept_until(booking)
    if until is None:
        return _("It was booked or moved so late that it is kept.")
    return _("It is kept until %(time)s.") % {"time": say_clock(until, booking.site)} if at < until else ""


def _why_not_standing(booking: Booking, at: datetime) -> AsItStands:
    """Say why a booking does not stand: cancelled, waiting, over, given to others."""
    return AsItStands(_not_standing(booking, at))


def _not_standing(booking: Booking, at: datetime) -> str:
    if booking.cancelled_at:
        return _("The booking has been cancelled already.")
    if booking.declined_at:
        return _("The booking was declined. Make a new one.")
    if booking.is_offered:
        return _("The place is only offered. Accept it first.")
    if booking.is_waiting:
        return _("The booking waits for approval.")
    if booking.released_at:
        return _("Nobody came, and the rest of the time was given back. Ask the host if it is still free.")
    return _("The booking is over.") if booking.left_at or at >= booking.ends_at else ""


def _may_come(booking: Booking, person: Person) -> bool:
    return booking.is_held_by(person) or _hosts(booking, person)


def _hosts(booking: Booking, person: Person) -> bool:
    return person.may(RoleKind.HOST, booking.site.slug)
