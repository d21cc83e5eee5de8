"""What this room does when something has happened to a booking: those who hold it are told."""

from fiksummin.core.facts import later
from fiksummin.people.models import Person
from fiksummin.spaces import letters
from fiksummin.spaces.facts import (
    ApprovalOverdue,
    BookingApproved,
    BookingCancelled,
    BookingChanged,
    BookingDeclined,
    BookingMade,
    MemberRemoved,
)
from fiksummin.spaces.models import Booking


@later(BookingMade)
def confirm_booking(fact: BookingMade) -> None:
    """Those who hold it get a confirmation with a calendar file; who answers it hears that it waits."""
    if not fact.together:
        _tell(fact.booking, "made", ask=True)


@later(BookingChanged)
def confirm_booking_change(fact: BookingChanged) -> None:
    """Those who hold it get the new time, and their calendars move with it; who answers it hears that it waits."""
    if not fact.together:
        _tell(fact.booking, "changed", ask=True)


@later(BookingCancelled)
def confirm_booking_cancellation(fact: BookingCancelled) -> None:
    """Those who held it get a word, and their calendars are cleared."""
    if not fact.together:
        _tell(fact.booking, "cancelled")


@later(BookingApproved)
def tell_approval(fact: BookingApproved) -> None:
    """Those who asked hear that it is theirs."""
    _tell(fact.booking, "approved")


@later(BookingDeclined)
def tell_refusal(fact: BookingDeclined) -> None:
    """Those who asked hear why not, and their calendars are cleared."""
    _tell(fact.booking, "declined")


@later(MemberRemoved)
def tell_member_removed(fact: MemberRemoved) -> None:
    """Who holds it no more hears so, and her calendar is cleared."""
    booking = _booking(fact.booking)
    reader = Person.objects.get_queryset().filter(pk=fact.person, email__isnull=False).first()
    if booking and reader:
        letters.tell_removed(booking, reader)


@later(ApprovalOverdue)
def tell_overdue(fact: ApprovalOverdue) -> None:
    """Those who look after the site hear that a booking waits for its answer."""
    booking = _booking(fact.booking)
    if booking and booking.is_waiting:
        letters.tell_overdue(booking, fact.due)


def _tell(booking_id: int, event: str, *, ask: bool = False) -> None:
    booking = _booking(booking_id)
    if booking:
        letters.tell_booking(booking, event)
        if ask:
            letters.ask_hosts(booking)


def _booking(booking_id: int) -> Booking | None:
    """Read a booking with all that a letter says; what is only offered to somebody has letters of its own."""
    rows = Booking.objects.not_offered().select_related("site", "person", "made_by__organisation")
    return (
        rows.prefetch_related("places__space", "places__layout", "members__person")
        .filter(pk=booking_id)
        .first()
    )
