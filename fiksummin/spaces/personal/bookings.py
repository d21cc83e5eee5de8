"""What becomes of what a booker leaves."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fiksummin.core.personal import Rows, declare
from fiksummin.core.time import now
from fiksummin.spaces.actions import claims
from fiksummin.spaces.models import (
    BookedSpace,
    Booking,
    BookingMember,
    BusyFeed,
    Feed,
    ImportedEvent,
    Offer,
    Waiting,
)

_ROLES = ("made_by", "approved_by", "declined_by", "cancelled_by", "arrived_by", "exempted_by", "left_by")


def _bookings(person: int) -> Rows:
    own = Booking.objects.filter(Q(person=person) | Q(members__person=person)).distinct()
    fields = ("starts_at", "ends_at", "people", "title", "note", "reason", "made_at", "cancelled_at")
    return [dict(row) for row in own.values("site__name_fi", *fields)]


def _forget_bookings(person: int) -> None:
    """Give back what is to come; what has begun or is behind keeps its time and place, and nothing of her."""
    own = Booking.objects.filter(person=person)
    for booking in own.filter(ends_at__gt=now(), arrived_at=None).select_related("hold"):
        claims.release(booking.hold)
        booking.delete()
    own.update(person=None, title="", note="", reason="")
    for role in _ROLES:
        Booking.objects.filter(**{role: person}).update(**{role: None})


def _shared(person: int) -> Rows:
    return [dict(row) for row in BookingMember.objects.filter(person=person).values("booking_id")]


def _forget_shared(person: int) -> None:
    BookingMember.objects.filter(person=person).delete()


def _forget_changeovers(person: int) -> None:
    BookedSpace.objects.filter(changed_over_by=person).update(changed_over_by=None)


def _waitings(person: int) -> Rows:
    fields = ("window_starts_at", "window_ends_at", "minutes", "people", "title", "asked_at", "ended_at")
    return [dict(row) for row in Waiting.objects.filter(person=person).values("site__name_fi", *fields)]


def _forget_waitings(person: int) -> None:
    for offer in Offer.objects.filter(waiting__person=person).select_related("booking__hold"):
        claims.release(offer.booking.hold)
    Waiting.objects.filter(person=person).delete()


def _feeds(person: int) -> Rows:
    return [dict(row) for row in Feed.objects.filter(person=person).values("detail", "made_at", "used_on")]


def _forget_feeds(person: int) -> None:
    Feed.objects.filter(person=person).delete()


def _invitations(person: int) -> Rows:
    rows = ImportedEvent.objects.filter(person=person)
    return [dict(row) for row in rows.values("uid", "starts_at", "ends_at", "came_at")]


def _forget_invitations(person: int) -> None:
    ImportedEvent.objects.filter(person=person).delete()


def _forget_busy_feeds(person: int) -> None:
    for role in ("made_by", "ended_by"):
        BusyFeed.objects.filter(**{role: person}).update(**{role: None})


declare(
    "spaces.Booking",
    purpose=_("Keeping the spaces you booked; after a set time your name is taken off"),
    export=_bookings,
    erase=_forget_bookings,
)
declare(
    "spaces.BookingMember",
    purpose=_("Sharing a booking with its other holders"),
    export=_shared,
    erase=_forget_shared,
)
declare(
    "spaces.BookedSpace",
    purpose=_("Who rearranged a space"),
    export=None,
    erase=_forget_changeovers,
)
declare(
    "spaces.Waiting",
    purpose=_("Offering you a place when one is free"),
    export=_waitings,
    erase=_forget_waitings,
)
declare(
    "spaces.Feed",
    purpose=_("Showing your bookings in your own calendar"),
    export=_feeds,
    erase=_forget_feeds,
)
declare(
    "spaces.ImportedEvent",
    purpose=_("Keeping a booking in step with the event in your own calendar that made it"),
    export=_invitations,
    erase=_forget_invitations,
)
declare(
    "spaces.BusyFeed",
    purpose=_("Who had another calendar read for a space"),
    export=None,
    erase=_forget_busy_feeds,
)
