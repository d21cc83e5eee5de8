"""Reading a calendar elsewhere: what it says is taken becomes a booking by the rules of all, or is listed with the reason.

Each time is taken, moved or given back in a transaction of its own, so that
a slow or killed reading blocks nobody and loses nothing; the rows say what is
still to be tried. The network is spoken to outside of any transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core import ical
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.facts import announce
from fiksummin.core.fetching import Fetched, Unreachable, fetch
from fiksummin.spaces import queries
from fiksummin.spaces.actions import bookings, claims, holding
from fiksummin.spaces.facts import BusyFeedSilent
from fiksummin.spaces.models import Booking, BusyFeed, ImportedEvent
from fiksummin.spaces.queries.wishes import BookingWish, Place

PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(hours=6)
TRIED_AGAIN = timedelta(hours=1)
"""How long what could not be taken is left alone, unless it changes."""
TOLD_AFTER = timedelta(days=1)
MOST_AT_ONCE = 150
"""Times taken or tried in one go; the others follow within the minute."""


@dataclass(frozen=True)
class Wanted:
    """What a calendar says now: times by UID and date, and what it says that cannot be understood."""

    times: Mapping[tuple[str, str], tuple[datetime, datetime]]
    unread: Mapping[str, str]


def pull_busy_feed(*, feed: BusyFeed, at: datetime) -> None:
    """Read a feed and do what it says; not inside a transaction. Doing it again changes nothing.

    What does not answer, or cannot be read, leaves everything as it was; its
    managers hear of it after a day.
    """
    with translation.override(feed.language):
        if feed.ended_at or feed.space.retired_at:
            _release_all(feed, at)
            return
        try:
            fetched = _fetched(feed, at)
            wanted = _wanted(feed, fetched.body, at) if fetched.body is not None else None
        except (Unreachable, Invalid) as problem:
            _note_silence(feed, problem.reason, at)
            return
        if wanted is not None:
            for row in _settle(feed, wanted, at):
                _release(row, at)
        _try_all(feed, at)
        _note_answer(feed, fetched, at)


def _fetched(feed: BusyFeed, at: datetime) -> Fetched:
    """Ask for what changed; once a day for all, as time brings new dates of what comes again."""
    fresh = feed.read_at is not None and feed.read_at.date() == at.date()
    etag, modified = (feed.etag, feed.modified) if fresh else ("", "")
    return fetch(feed.address, most=ical.MOST_BYTES, etag=etag, modified=modified)


def _wanted(feed: BusyFeed, body: bytes, at: datetime) -> Wanted:
    zone = feed.space.site.zone
    events, unread = ical.events_of(ical.read(body), zone)
    strangers = [event for event in events if not queries.is_own_uid(event.uid)]
    found, refused = ical.instances(strangers, at, at + queries.BUSY_AHEAD, zone, ical.Budget())
    return Wanted(queries.times_taken(feed.space.site, found, at), dict([*unread, *refused]))


def _settle(feed: BusyFeed, wanted: Wanted, at: datetime) -> list[ImportedEvent]:
    """Write down what is wanted now; give the rows that are wanted no more."""
    with transaction.atomic():
        BusyFeed.objects.select_for_update(no_key=True).get(pk=feed.pk)
        feed.events.filter(Q(ends_at__lte=at) | Q(starts_at=None)).delete()
        rows = {(row.uid, row.recurrence): row for row in feed.events.all()}
        moved = []
        for mark, row in rows.items():
            if mark in wanted.times and wanted.times[mark] != (row.starts_at, row.ends_at):
                (row.starts_at, row.ends_at), row.tried_at = wanted.times[mark], None
                moved.append(row)
        ImportedEvent.objects.bulk_update(moved, ["starts_at", "ends_at", "tried_at"], batch_size=200)
        made = [_row(feed, mark, times) for mark, times in wanted.times.items() if mark not in rows]
        made += [
            ImportedEvent(space=feed.space, feed=feed, uid=uid, recurrence="?", refusal=why, tried_at=at)
            for uid, why in wanted.unread.items()
        ]
        ImportedEvent.objects.bulk_create(made, batch_size=200)
    return [row for mark, row in rows.items() if mark not in wanted.times and mark[0] not in wanted.unread]


def _row(feed: BusyFeed, mark: tuple[str, str], times: tuple[datetime, datetime]) -> ImportedEvent:
    return ImportedEvent(
        space=feed.space, feed=feed, uid=mark[0], recurrence=mark[1], starts_at=times[0], ends_at=times[1]
    )


def _try_all(feed: BusyFeed, at: datetime) -> None:
    """Try what is new or changed, and from time to time what was refused; once more what others made room for."""
    due = _to_try(feed, at)
    refused = [row for row in due[:MOST_AT_ONCE] if not _try(row, at)]
    if refused and len(refused) < len(due):
        for row in refused:
            _try(row, at)


def _to_try(feed: BusyFeed, at: datetime) -> list[ImportedEvent]:
    given_up = Q(booking__cancelled_at__isnull=False) | Q(booking__declined_at__isnull=False)
    again = (~Q(refusal="") | given_up) & Q(tried_at__lte=at - TRIED_AGAIN)
    rows = feed.events.filter(Q(tried_at=None) | again, ends_at__gt=at)
    return list(rows.order_by("starts_at", "id")[: MOST_AT_ONCE + 1])


def _try(row: ImportedEvent, at: datetime) -> bool:
    """Take the time of a row, or move what it has there; say whether it has it now."""
    with transaction.atomic():
        fresh = _locked(row)
        if fresh is None or fresh.starts_at is None or fresh.ends_at is None:
            return True
        wish = BookingWish((Place(fresh.space),), fresh.starts_at, fresh.ends_at, title=_("Taken elsewhere"))
        fresh.refusal = ""
        try:
            with transaction.atomic():
                fresh.booking = _booked(fresh, wish, at)
        except NotAllowed as why:
            fresh.refusal = why.reason[:1000]
            fresh.booking = _without(fresh.booking, wish, at)
        fresh.tried_at = at
        fresh.save(update_fields=["booking", "refusal", "tried_at"])
    return not fresh.refusal


def _booked(row: ImportedEvent, wish: BookingWish, at: datetime) -> Booking:
    wish, site = holding.read_anew(wish), row.space.site
    if row.booking is not None:
        had = bookings.locked(row.booking)
        same = (had.starts_at, had.ends_at) == (wish.start, wish.end)
        if not _stands(had) and same:
            raise NotAllowed(_("It was taken back here."))
        if _stands(had):
            return had if same else bookings.change_locked(by=None, booking=had, wish=wish, at=at)
    bookings.refuse_wish(site, wish, at)
    booking = bookings.make_booking(by=None, person=None, site=site, wish=wish, at=at)
    booking.exempted_at = at  # whoever is there checks in elsewhere
    booking.save(update_fields=["exempted_at"])
    return booking


def _without(booking: Booking | None, wish: BookingWish, at: datetime) -> Booking | None:
    """Give back what a refused move leaves behind: elsewhere it is not taken any more."""
    if booking is None:
        return None
    had = bookings.locked(booking)
    if (had.starts_at, had.ends_at) != (wish.start, wish.end) and _stands(had):
        try:
            with transaction.atomic():
                bookings.cancel_locked(by=None, booking=had, reason="", at=at)
        except NotAllowed:
            return had
    return had


def _release(row: ImportedEvent, at: datetime) -> None:
    """Give back what is not taken elsewhere any more."""
    with transaction.atomic():
        fresh = _locked(row)
        if fresh is None:
            return
        if fresh.booking is not None:
            had = bookings.locked(fresh.booking)
            if _stands(had) and had.ends_at > at:
                bookings.cancel_locked(by=None, booking=had, reason="", at=at)
        fresh.delete()


def _release_all(feed: BusyFeed, at: datetime) -> None:
    for row in feed.events.all()[:MOST_AT_ONCE]:
        _release(row, at)


def _stands(booking: Booking) -> bool:
    return not (booking.cancelled_at or booking.declined_at or booking.released_at or booking.left_at)


def _locked(row: ImportedEvent) -> ImportedEvent | None:
    """Read a row anew in the order of those who book at its site; None when it is gone."""
    claims.choose_in_order(row.space.site)
    rows = ImportedEvent.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("space__site", "booking").filter(pk=row.pk).first()


def _note_silence(feed: BusyFeed, problem: str, at: datetime) -> None:
    since = feed.silent_since or at
    telling = feed.told_at is None and at - since >= TOLD_AFTER
    pause = min(max(PAUSE, (at - since) / 2), LONGEST_PAUSE)
    with transaction.atomic():
        BusyFeed.objects.filter(pk=feed.pk).update(
            silent_since=since,
            problem=problem[:300],
            due_at=at + pause,
            told_at=at if telling else feed.told_at,
        )
        if telling:
            announce(BusyFeedSilent(by=None, feed=feed.pk, since=f"{since:%Y-%m-%dT%H:%M:%S}"))


def _note_answer(feed: BusyFeed, fetched: Fetched, at: datetime) -> None:
    more = bool(_to_try(feed, at))
    kept: Iterable[tuple[str, object]] = (
        (("etag", fetched.etag), ("modified", fetched.modified)) if fetched.body is not None else ()
    )
    BusyFeed.objects.filter(pk=feed.pk).update(
        read_at=at, silent_since=None, problem="", told_at=None,
        due_at=at + (timedelta(minutes=1) if more else PAUSE), **dict(kept),
    )  # fmt: skip
