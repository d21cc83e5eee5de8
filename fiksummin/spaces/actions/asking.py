"""Whether somebody must approve a booking, until when, and whether it holds its spaces meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.core.errors import NotAllowed
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.spaces.choices import Approval
from fiksummin.spaces.models import Booking
from fiksummin.spaces.queries.wishes import BookingWish


@dataclass(frozen=True)
class Asking:
    """By when an answer is due (None: nobody is asked), and whether the spaces are held until then."""

    due_at: datetime | None = None
    holds: bool = True


def asking(wish: BookingWish, at: datetime) -> Asking:
    """Tell what a new booking asks for."""
    asked = [policy for policy in wish.policies if policy.approval != Approval.NONE]
    if not asked:
        return Asking()
    due_at = at + timedelta(hours=min(policy.answer_hours for policy in asked))
    return Asking(due_at, all(policy.approval == Approval.HOLDS for policy in asked))


def ask_anew(*, by: Person | None, booking: Booking, wish: BookingWish, at: datetime) -> bool:
    """Write on a booking about to change whether it waits for an answer; say whether it holds its spaces.

    What stays within what was asked or approved keeps its answer, and so does
    what a host changes; else the answer is asked for anew, and what is held
    stays held. A space that others may book meanwhile is not come by like
    that: raises NotAllowed.
    """
    needs, held = asking(wish, at), booking.hold_id is not None
    if needs.due_at is None:
        booking.answer_due_at = booking.approved_at = booking.approved_by = None
    elif booking.answer_due_at is None or not _within(booking, wish):
        if held and not needs.holds and not _known(booking, wish):
            raise NotAllowed(
                _(
                    "This space is asked for first. Make a new booking, and cancel this one when that is approved."
                )
            )
        booking.answer_due_at = needs.due_at
        host = by if by is not None and by.may(RoleKind.HOST, booking.site.slug) else None
        hosting = host is not None and held and not booking.is_waiting
        booking.approved_at, booking.approved_by = (at, host) if hosting else (None, None)
    return held or needs.holds


def _known(booking: Booking, wish: BookingWish) -> bool:
    """Say whether a booking is under the same policies already."""
    return {policy.pk for policy in wish.policies} <= {p.space.policy_id for p in booking.places.all()}


def _within(booking: Booking, wish: BookingWish) -> bool:
    """Say whether a wish asks for nothing more than the booking has."""
    present = {(place.space_id, place.layout_id) for place in booking.places.all()}
    wanted = {(place.space.pk, place.layout.pk if place.layout else None) for place in wish.places}
    return (
        wanted <= present
        and booking.starts_at <= wish.start
        and wish.end <= booking.ends_at
        and wish.people <= booking.people
    )
