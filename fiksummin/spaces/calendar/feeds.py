"""A calendar feed: what a secret address answers, in its owner's language."""

from dataclasses import replace
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.calendars import Entry, feed_of, own_entries
from fiksummin.spaces import queries
from fiksummin.spaces.calendar.bookings import booking_entry
from fiksummin.spaces.calendar.visits import visit_entry
from fiksummin.spaces.choices import FeedDetail
from fiksummin.spaces.models import Booking, Feed
from fiksummin.spaces.queries.feeds import AHEAD, BEHIND


def feed_file(feed: Feed, at: datetime) -> tuple[bytes, datetime | None]:
    """Write all that a feed shows, and say when the latest of it changed.

    Nobody is named, and others' private bookings are only taken times.
    """
    with translation.override(feed.person.language):
        entries = _entries(feed, at)
        return feed_of(_name(feed), entries), max((entry.stamp for entry in entries), default=None)


def _entries(feed: Feed, at: datetime) -> list[Entry]:
    own = not (feed.space_id or feed.site_id)
    entries = [_of_booking(booking, own=own) for booking in queries.bookings_in(feed, at)]
    entries += [visit_entry(visit, named=False) for visit in queries.visits_in(feed, at)]
    entries += own_entries(feed.person_id, at - BEHIND, at + AHEAD) if own else []
    if feed.detail == FeedDetail.BUSY:
        entries = [replace(entry, summary=_("Taken"), description="") for entry in entries]
    return sorted(entries, key=lambda entry: (entry.start, entry.uid))


def _of_booking(booking: Booking, *, own: bool) -> Entry:
    entry = booking_entry(booking, None)
    if own:
        return entry
    title = booking.title if booking.is_public else ""
    return replace(entry, summary=title or _("Booked"), description="")


def _name(feed: Feed) -> str:
    if feed.space:
        return f"{feed.space.name}, {feed.space.site.name}"
    return feed.site.name if feed.site else _("My bookings, visits and events")
