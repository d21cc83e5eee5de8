"""Holding a booking together: people are asked by letter, and hold it when they accept.

Whoever asks cannot tell an address that somebody here has from one that nobody has.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core import addressed
from fiksummin.core.addressed import MOST_LETTERS
from fiksummin.core.errors import Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import letters, queries, rules
from fiksummin.spaces.actions import bookings, claims
from fiksummin.spaces.actions.bookings import MOST_MEMBERS
from fiksummin.spaces.facts import BookingChanged, SeriesChanged
from fiksummin.spaces.models import Booking, BookingMember


def ask_to_share(
    *, by: Person, booking: Booking, addresses: Sequence[str], whole: bool = False, at: datetime | None = None
) -> None:
    """Ask people by their addresses to hold a booking (``whole``: its series) together; once a day each.

    Raises NotAllowed, Invalid.
    """
    at = at or now()
    with transaction.atomic():
        booking = bookings.locked(booking)
        refuse_if(rules.why_not_ask(booking, by, at))
        if booking.members.count() + len(addresses) > MOST_MEMBERS:
            raise Invalid(rules.too_many_members(MOST_MEMBERS), "members")
        if addressed.letters_today(f"share-{by.pk}-", at) + len(addresses) > MOST_LETTERS:
            raise NotAllowed(_("You have asked very many people today. Ask the others tomorrow."))
        letters.ask_to_share(by=by, booking=booking, addresses=addresses, whole=whole, at=at)


def share_booking(
    *, by: Person, booking: Booking, whole: bool, asked_at: datetime, at: datetime | None = None
) -> None:
    """Hold a booking together with those who asked; again, it changes nothing. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        booking = bookings.locked(booking)
        removed = queries.removed_since(booking, by, asked_at)
        refuse_if(rules.why_not_share(booking, at, removed=removed))
        if booking.is_held_by(by):
            return
        if booking.members.count() >= MOST_MEMBERS:
            raise NotAllowed(rules.too_many_members(MOST_MEMBERS))
        series = booking.series if whole else None
        coming = Booking.objects.filter(series=series, starts_at__gt=at).exclude(pk=booking.pk).standing()
        rows = [booking, *(bookings.locked(row) for row in (coming if series else ()))]
        for row in rows:
            BookingMember.objects.get_or_create(booking=row, person=by)
            row.sequence, row.changed_at = row.sequence + 1, at
            row.save(update_fields=["sequence", "changed_at"])
            announce(BookingChanged(by=by.pk, booking=row.pk, sequence=row.sequence, together=bool(series)))
        if series:
            mark = max(row.sequence for row in rows)
            announce(SeriesChanged(by=by.pk, series=series.pk, sequence=mark))


def forget_asking(*, at: datetime) -> None:
    """Forget who asked whom, some days after the letter. Called by the clock."""
    addressed.forget(["share-"], at)
