"""Invitations that come by mail become bookings, series, changes and cancellations, by the actions of everybody.

A newer version of an event replaces an older one in one transaction: nothing
is given back unless what takes its place holds. Replays and older versions do
nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core import ical
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.ical.instances import key_of, times
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import bookings, claims
from fiksummin.spaces.actions.series import Scope, book_series, cancel_series
from fiksummin.spaces.choices import Frequency
from fiksummin.spaces.models import Booking, ImportedEvent, Series, Site, Space
from fiksummin.spaces.queries.recurrence import MOST_DATES, Recurrence, dates
from fiksummin.spaces.queries.wishes import BookingWish, Place
from fiksummin.spaces.rules.bookings import LONGEST_TITLE

FAR = timedelta(days=4 * 366)
FREQUENCIES = {"DAILY": Frequency.DAILY, "WEEKLY": Frequency.WEEKLY, "MONTHLY": Frequency.MONTHLY_DATE}


@dataclass(frozen=True)
class Invited:
    """Who sent an invitation, whose it is, for which space, and when it came."""

    by: Person
    person: Person
    space: Space
    at: datetime

    @property
    def site(self) -> Site:
        """The site of the space."""
        return self.space.site

    @property
    def actor(self) -> Person:
        """Who acts: the person herself, also through somebody who may book in her name."""
        return self.by if rules.why_not_for(self.by, self.person, self.site) else self.person


@dataclass(frozen=True)
class Declined:
    """An event that could not be booked, and why, with what is free instead."""

    event: ical.Event
    row: ImportedEvent
    refusal: NotAllowed


def answer_request(*, invited: Invited, events: Sequence[ical.Event]) -> list[Declined]:
    """Book, move or replace what events of one UID ask for; give those that cannot be.

    Of a refused change the booking stands as it was. Those that hold it hear of what was done by letter.
    """
    with transaction.atomic():
        claims.choose_in_order(invited.site)
        whole = [event for event in events if event.recurrence is None]
        dated = [event for event in events if event.recurrence is not None]
        if whole:
            done = [_answer(invited, max(whole, key=lambda event: event.version), dated)]
        else:
            done = [_answer(invited, event, ()) for event in sorted(dated, key=lambda event: event.version)]
    return [declined for declined in done if declined is not None]


def answer_cancellation(*, invited: Invited, events: Iterable[ical.Event]) -> None:
    """Cancel what events of one UID say is off, as far as it is still ahead; replays do nothing."""
    with transaction.atomic():
        claims.choose_in_order(invited.site)
        for event in events:
            row = _row(invited, event)
            if not _is_newer(invited, event, row):
                continue
            _cancel(invited, row, row.booking or _of_date(invited, event))
            _note(row, event, booking=None, series=None)


def _answer(invited: Invited, event: ical.Event, changed: Sequence[ical.Event]) -> Declined | None:
    row = _row(invited, event)
    if not _is_newer(invited, event, row):
        return None
    booking, series, refusal = row.booking, row.series, None
    try:
        with transaction.atomic():
            booking, series = _book(invited, event, row, changed)
    except NotAllowed as why:
        refusal = why
    _note(row, event, booking=booking, series=series)
    return Declined(event, row, refusal) if refusal else None


def _book(
    invited: Invited, event: ical.Event, row: ImportedEvent, changed: Sequence[ical.Event]
) -> tuple[Booking | None, Series | None]:
    if event.cancelled:
        raise Invalid(_("The invitation says itself that the event is cancelled."))
    if event.rule is not None or event.extra:
        _cancel(invited, row, row.booking, together=True)
        return None, _book_series(invited, event, changed)
    wish, booking = _wish(invited, event), row.booking or _of_date(invited, event)
    if row.series is not None:
        _cancel(invited, row, None, together=True)
    if booking is not None and _stands(booking):
        return bookings.change_booking(by=invited.actor, booking=booking, wish=wish, at=invited.at), None
    return _book_one(invited, wish), None


def _book_one(invited: Invited, wish: BookingWish) -> Booking:
    return bookings.book(by=invited.by, person=invited.person, site=invited.site, wish=wish, at=invited.at)


def _book_series(invited: Invited, event: ical.Event, changed: Sequence[ical.Event]) -> Series:
    rule = _recurrence(event, invited.site)
    wish, zone = _wish(invited, event), invited.site.zone
    moved = {key_of(one.recurrence) for one in changed if one.recurrence is not None}
    ahead = [one for one in times(event, invited.at + FAR, ical.Budget()) if isinstance(one, datetime)]
    if rule.count is None and rule.until is None:
        ahead = []  # the rule of series says what is missing
    elif len(found := dates(rule)) <= MOST_DATES:
        skipped = {key_of(one) for one in event.left_out}
        theirs = {one.astimezone(zone).date() for one in ahead}
        if theirs != {day for day in found if _key(day, rule, event, zone) not in skipped}:
            raise Invalid(_("A series by this rule cannot be booked by mail. Book it in the service."))
    only = {one.astimezone(zone).date() for one in ahead if key_of(one) not in moved}
    if len(changed) > MOST_DATES:
        raise Invalid(_("The series has too many changed dates."))
    made = book_series(
        by=invited.by, person=invited.person, site=invited.site, rule=rule, wish=wish,
        only=only or None, at=invited.at,
    )  # fmt: skip
    for one in changed:
        row = _row(invited, one)
        booking = None if one.cancelled else _book_one(invited, _wish(invited, one))
        _note(row, one, booking=booking, series=None)
    return made


def _key(day: date, rule: Recurrence, event: ical.Event, zone: object) -> str:
    start = event.start
    if not isinstance(start, datetime):
        return ""
    return key_of(datetime.combine(day, rule.starts, tzinfo=start.astimezone(zone).tzinfo))  # type: ignore[arg-type]  # a ZoneInfo


def _recurrence(event: ical.Event, site: Site) -> Recurrence:
    """Give the rule of an event as a series knows it; the caller proves that both mean the same dates."""
    rule = event.rule
    if (
        rule is None
        or event.extra
        or not isinstance(event.start, datetime)
        or not isinstance(event.end, datetime)
    ):
        raise Invalid(_("A series by this rule cannot be booked by mail. Book it in the service."))
    start, end = event.start.astimezone(site.zone), event.end.astimezone(site.zone)
    days = tuple(sorted({day for _nth, day in rule.weekdays}))
    frequency = FREQUENCIES.get(rule.frequency)
    if frequency is None or start.date() != end.date():
        raise Invalid(_("A series by this rule cannot be booked by mail. Book it in the service."))
    if rule.frequency == "DAILY" and days:
        frequency = Frequency.WEEKLY
    if rule.frequency == "MONTHLY" and days:
        frequency, days = Frequency.MONTHLY_WEEKDAY, ()
    until = rule.until
    return Recurrence(
        frequency=frequency,
        first=start.date(),
        starts=start.time(),
        ends=end.time(),
        interval=rule.interval,
        weekdays=days,
        until=until.astimezone(site.zone).date() if isinstance(until, datetime) else until,
        count=rule.count,
        skips_holidays=False,
    )


def _wish(invited: Invited, event: ical.Event) -> BookingWish:
    """Ask for the space as it usually stands, for those invited, as many as it seats: others take part from afar."""
    space, start, end = invited.space, event.start, event.end
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        start, end = queries.whole_days(invited.site, start, end)
    place = Place(space, space.layouts.filter(is_usual=True).first())
    people = {address for address, person in event.attendees if person and address != space.mailbox}
    wanted = max(len(people | {event.organizer[0]}), 1)
    return BookingWish(
        (place,), ical.utc(start), ical.utc(end), min(wanted, place.seats),
        title=event.summary[: LONGEST_TITLE],
    )  # fmt: skip


def _row(invited: Invited, event: ical.Event) -> ImportedEvent:
    """Read what is known of an event, or begin anew (not saved yet)."""
    key = key_of(event.recurrence) if event.recurrence is not None else ""
    mark = {
        "space": invited.space,
        "person": invited.person,
        "uid": event.uid,
        "recurrence": key,
        "feed": None,
    }
    found = ImportedEvent.objects.filter(**mark).select_related("booking__site", "series").first()
    return found or ImportedEvent(**mark, came_at=invited.at)


def _is_newer(invited: Invited, event: ical.Event, row: ImportedEvent) -> bool:
    """Say whether nothing as new is known of an event; a date of a series that is off comes after its end only."""
    if not row.pk and event.recurrence is not None:
        whole = _row(invited, replace(event, recurrence=None))
        if whole.pk and whole.booking is None and whole.series is None:
            row = whole
    return not row.pk or event.version > (row.sequence, row.stamp or event.stamp)


def _of_date(invited: Invited, event: ical.Event) -> Booking | None:
    """Find the booking of one date of a series that came by mail before."""
    if event.recurrence is None:
        return None
    whole = _row(invited, replace(event, recurrence=None))
    moment = event.recurrence
    day = moment.astimezone(invited.site.zone).date() if isinstance(moment, datetime) else moment
    if whole.series is None:
        return None
    rows = Booking.objects.filter(series=whole.series, series_date=day).standing()
    return rows.select_related("site").first()


def _cancel(invited: Invited, row: ImportedEvent, booking: Booking | None, *, together: bool = False) -> None:
    """Give back what an event has: its booking, its series, the changed dates of it; what is over stays.

    ``together``: what takes their place is announced, they are not.
    """
    coming = [booking] if booking is not None else []
    if row.recurrence == "" and row.pk:
        dated = ImportedEvent.objects.filter(
            space=row.space, person=row.person, uid=row.uid, feed=None
        ).exclude(recurrence="").select_related("booking__site")  # fmt: skip
        coming += [one.booking for one in dated if one.booking is not None]
        dated.delete()
    for one in coming:
        if _stands(one) and one.ends_at > invited.at:
            locked = bookings.locked(one)
            bookings.cancel_locked(
                by=invited.actor, booking=locked, reason="", at=invited.at, together=together
            )
    if row.series is not None and row.recurrence == "":
        left = Booking.objects.filter(series=row.series, starts_at__gt=invited.at).standing()
        if first := left.select_related("site").order_by("starts_at").first():
            cancel_series(by=invited.actor, booking=first, scope=Scope.ALL, at=invited.at, together=together)


def _note(row: ImportedEvent, event: ical.Event, *, booking: Booking | None, series: Series | None) -> None:
    row.sequence, row.stamp = event.version
    row.booking, row.series = booking, series
    if booking is not None:
        row.starts_at, row.ends_at = booking.starts_at, booking.ends_at
    row.save()


def _stands(booking: Booking) -> bool:
    return not (booking.cancelled_at or booking.declined_at or booking.released_at or booking.left_at)
