"""Invitations to hold a booking together: an address of a page that only the person invited can open."""

from dataclasses import dataclass
from datetime import UTC, datetime

from fiksummin.core import addressed
from fiksummin.core.models import Entry
from fiksummin.people.models import Person
from fiksummin.spaces.facts import MemberRemoved
from fiksummin.spaces.models import Booking

_SALT = "fiksummin.spaces.sharing"


@dataclass(frozen=True)
class ShareInvitation:
    """Which booking somebody is asked to hold, with its whole series or alone, and since when."""

    booking: int
    whole: bool
    asked_at: datetime

    @property
    def words(self) -> str:
        """What is signed, without the address that it is for."""
        return f"{self.booking}.{int(self.whole)}.{int(self.asked_at.timestamp())}"


def share_token(invitation: ShareInvitation, address: str) -> str:
    """Give what stands in the address of an invitation; it does not tell to whom it is."""
    return addressed.token(_SALT, invitation.words, address)


def read_share_token(token: str, person: Person) -> ShareInvitation | None:
    """Read an invitation; None for one that we did not sign for this very person's address."""
    words = addressed.read(_SALT, token, person.email)
    if words is None:
        return None
    booking, whole, at = words.split(".")
    return ShareInvitation(int(booking), whole == "1", datetime.fromtimestamp(int(at), UTC))


def shared_booking(pk: int) -> Booking | None:
    """Find the booking that somebody is asked to hold, with what its page shows; not what is only offered."""
    rows = Booking.objects.not_offered().select_related("site", "person", "offer")
    return rows.prefetch_related("places__space").filter(pk=pk).first()


def removed_since(booking: Booking, person: Person, at: datetime) -> bool:
    """Say whether somebody was taken off a booking after a moment."""
    rows = Entry.objects.filter(fact=MemberRemoved.name(), at__gt=at, data__booking=booking.pk)
    return rows.filter(data__person=person.pk).exists()
