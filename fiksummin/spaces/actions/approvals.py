"""Hosts answer bookings that wait. Approving is the same claim as booking; what nobody answers climbs, then lapses."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims
from fiksummin.spaces.actions.bookings import give_back, held_for, locked, write_places
from fiksummin.spaces.facts import ApprovalOverdue, BookingApproved, BookingDeclined
from fiksummin.spaces.models import Booking
from fiksummin.spaces.models.visit import LONGEST_NOTE

REMEMBERED = timedelta(days=14)
"""How long after its deadline an unanswered booking still climbs."""


def approve_booking(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Approve a booking; what held nothing claims its spaces now.

    Raises NotAllowed, and Conflict with other answers when it cannot be any
    more: then it still waits, and can be declined with a word about these.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_answer_booking(booking, by, at))
        if booking.hold is None:
            _claim(booking, at)
        booking.approved_at, booking.approved_by = at, by
        booking.sequence += 1
        booking.save(update_fields=["hold", "approved_at", "approved_by", "sequence"])
        announce(BookingApproved(by=by.pk, booking=booking.pk, sequence=booking.sequence))
    return booking


def decline_booking(*, by: Person, booking: Booking, reason: str, at: datetime | None = None) -> Booking:
    """Decline a booking; the reason is kept and told. What it held is free. Raises Invalid, NotAllowed."""
    at, reason = at or now(), reason.strip()
    if not reason:
        raise Invalid(_("Write the reason: whoever booked reads it."), "reason")
    if len(reason) > LONGEST_NOTE:
        raise Invalid(
            _("The reason is too long: at most %(most)d characters.") % {"most": LONGEST_NOTE}, "reason"
        )
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_answer_booking(booking, by, at))
        _decline(booking, by, reason, at)
    return booking


def lapse_unanswered(*, at: datetime) -> None:
    """Decline what nobody answered before its time came; the system does, without a reason of its own."""
    due = queries.unanswered().filter(starts_at__lte=at).select_related("site")
    for booking in due.order_by("starts_at", "id"):
        with transaction.atomic():
            claims.choose_in_order(booking.site)
            fresh = locked(booking)
            if fresh.is_waiting and fresh.starts_at <= at:
                _decline(fresh, None, "", at)


def climb_overdue(*, at: datetime) -> None:
    """Announce once for each deadline that nobody has answered yet; managers and owners are told."""
    due = queries.unanswered().filter(answer_due_at__lte=at, answer_due_at__gt=at - REMEMBERED)
    for booking in due.filter(starts_at__gt=at).order_by("answer_due_at", "id"):
        fact = ApprovalOverdue(
            by=None, booking=booking.pk, due=f"{booking.answer_due_at:%Y-%m-%dT%H:%M:%S.%f}"
        )
        with transaction.atomic():
            told = Entry.objects.filter(
                fact=fact.name(), data__booking=booking.pk, data__due=fact.due
            ).exists()
            if not told:
                announce(fact)


def _claim(booking: Booking, at: datetime) -> None:
    """Claim what a booking asked for, as if it was made now by the rules of the moment it was asked."""
    wish = queries.wish_of(booking)
    opening = queries.opening(booking.site, wish.start.astimezone(booking.site.zone).date())
    refusal = rules.why_not_booking(booking.site, wish, opening, min(booking.made_at, at))
    if refusal:
        raise Conflict(refusal.sentence, queries.other_answers(booking.site, wish, at))
    held = held_for(booking.site, wish, at, booking)
    booking.hold = held.hold
    booking.places.all().delete()
    write_places([(booking, held.places)])


def _decline(booking: Booking, by: Person | None, reason: str, at: datetime) -> None:
    give_back(booking)
    booking.declined_at, booking.declined_by, booking.reason = at, by, reason
    booking.sequence += 1
    booking.save(update_fields=["hold", "declined_at", "declined_by", "reason", "sequence"])
    announce(BookingDeclined(by=by.pk if by else None, booking=booking.pk, sequence=booking.sequence))
