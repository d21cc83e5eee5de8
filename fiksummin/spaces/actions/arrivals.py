"""Coming to what one booked: check-in, leaving early, and what becomes of bookings to which nobody comes."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import claims, holding
from fiksummin.spaces.actions.bookings import locked
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.facts import (
    BookerArrivalUndone,
    BookerArrived,
    BookingExempted,
    BookingLeft,
    BookingReleased,
    CodeRenewed,
    ReleaseUndone,
)
from fiksummin.spaces.models import BookedSpace, Booking, Space
from fiksummin.spaces.queries.wishes import BookingWish, Place


def check_in_booking(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Note that those who booked are there: by one of them, or by a host. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_check_in(booking, by, at))
        booking.arrived_at, booking.arrived_by = at, by
        booking.save(update_fields=["arrived_at", "arrived_by"])
        announce(BookerArrived(by=by.pk, booking=booking.pk))
    return booking


def undo_booking_check_in(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Take back an arrival noted by mistake. Raises NotAllowed."""
    with transaction.atomic():
        booking = locked(booking)
        refuse_if(rules.why_not_undo_arrival(booking, by, at or now()))
        booking.arrived_at = booking.arrived_by = None
        booking.save(update_fields=["arrived_at", "arrived_by"])
        announce(BookerArrivalUndone(by=by.pk, booking=booking.pk))
    return booking


def exempt_booking(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Keep a booking for those who come late: it is never given to others. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_exempt(booking, by, at))
        booking.exempted_at, booking.exempted_by = at, by
        booking.save(update_fields=["exempted_at", "exempted_by"])
        announce(BookingExempted(by=by.pk, booking=booking.pk))
    return booking


def leave_booking(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Give back the rest of a booking; what was used stays in the history. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_leave_booking(booking, by, at))
        claims.release(booking.hold, at=at + _airing(booking))
        booking.left_at, booking.left_by = at, by
        booking.save(update_fields=["left_at", "left_by"])
        announce(BookingLeft(by=by.pk, booking=booking.pk))
    return booking


def release_no_shows(*, at: datetime) -> int:
    """Give the rest of those bookings to others to which nobody came in time; doing it again changes nothing."""
    rows = list(queries.maybe_no_shows(at))
    return sum(_release(booking, at) for booking in rows if not rules.why_not_release(booking, at))


def undo_release(*, by: Person, booking: Booking, at: datetime | None = None) -> Booking:
    """Give a released booking its time back, and keep it for latecomers.

    Raises NotAllowed, and Conflict when others have it by now.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        refuse_if(rules.why_not_have_back(booking, by, at))
        _hold_again(booking)
        booking.released_at, booking.exempted_at, booking.exempted_by = None, at, by
        booking.save(update_fields=["hold", "released_at", "exempted_at", "exempted_by"])
        announce(ReleaseUndone(by=by.pk, booking=booking.pk))
    return booking


def renew_code(*, by: Person, space: Space, version: int) -> Space:
    """Give a space a new code in place of that of a ``version``: the old ones lead nowhere.

    Renewing the same version again changes nothing. Raises NotAllowed.
    """
    with transaction.atomic():
        space = (
            Space.objects.select_for_update(no_key=True, of=("self",)).select_related("site").get(pk=space.pk)
        )
        refuse_if(rules.why_not_manage(by, space.site))
        if space.code_version == version:
            space.code_version += 1
            space.save(update_fields=["code_version"])
            announce(CodeRenewed(by=by.pk, space=space.pk))
    return space


def _release(booking: Booking, at: datetime) -> int:
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = locked(booking)
        if rules.why_not_release(booking, at):
            return 0
        claims.release(booking.hold, at=at)
        booking.released_at = at
        booking.save(update_fields=["released_at"])
        announce(BookingReleased(by=None, booking=booking.pk))
    return 1


def _hold_again(booking: Booking) -> None:
    places = tuple(Place(row.space, row.layout) for row in booking.places.all())
    wish = BookingWish(
        places, booking.starts_at, booking.ends_at, booking.people, extra_seats=booking.extra_seats
    )
    try:
        with transaction.atomic():
            booking.hold = holding.hold_places(booking.site, wish, booking).hold
    except holding.Taken as taken:
        raise Conflict(_("The rest of the time has been given to others.")) from taken


def _airing(booking: Booking) -> timedelta:
    """Tell how long the spaces stay held after those who booked have left: the buffer, and clearing the seats."""
    return timedelta(minutes=max((_after(place) for place in booking.places.all()), default=0))


def _after(place: BookedSpace) -> int:
    seats = any(cell.kind == CellKind.SEAT for cell in place.space.cells.all())
    return max(place.buffer_minutes, queries.clearing(place.layout) if seats else 0)
