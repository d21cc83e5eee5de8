"""An agreement ends, an organisation too, a guest's days pass: what such people had ahead of them is free again."""

from datetime import datetime

from django.db import transaction
from django.utils import translation

from fiksummin.core.facts import announce
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import bookings, claims
from fiksummin.spaces.actions.visits import call_off_lapsed_visit
from fiksummin.spaces.facts import BookingCancelled
from fiksummin.spaces.models import Booking


def call_off_lapsed(*, at: datetime) -> None:
    """Cancel the coming visits and bookings of those who may not come any more; they hear why by mail.

    A booking that somebody else holds too, who may come, stays. Doing it again changes nothing.
    """
    for visit in queries.visits_that_may_lapse(at):
        call_off_lapsed_visit(visit, at)
    for booking in queries.bookings_that_may_lapse(at):
        if _why_nobody_comes(booking):
            _call_off(booking, at)


def _call_off(booking: Booking, at: datetime) -> None:
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = bookings.locked(booking)
        reason = _why_nobody_comes(booking)
        if not reason or booking.cancelled_at or booking.declined_at or booking.arrived_at:
            return
        bookings.give_back(booking)
        booking.cancelled_at, booking.reason, booking.sequence = at, reason, booking.sequence + 1
        booking.save(update_fields=["hold", "cancelled_at", "reason", "sequence"])
        announce(BookingCancelled(by=None, booking=booking.pk, sequence=booking.sequence))


def _why_nobody_comes(booking: Booking) -> str:
    """Say in the booker's language why she may not come; "" when she or anybody who holds it with her may."""
    day = booking.starts_at.astimezone(booking.site.zone).date()
    others = [member.person for member in booking.members.all()]
    if booking.person is None or not all(rules.why_not_come(one, booking.site, day) for one in others):
        return ""
    with translation.override(booking.person.language):
        return rules.why_not_come(booking.person, booking.site, day)
