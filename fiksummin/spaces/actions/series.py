"""A booking that comes again: all its dates in one act, tried before, changed and cancelled from one date on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import end_moment, moment, now
from fiksummin.people.models import Person
from fiksummin.spaces import queries, rules
from fiksummin.spaces.actions import asking, bookings, claims, holding
from fiksummin.spaces.facts import SeriesBooked, SeriesCancelled, SeriesChanged
from fiksummin.spaces.models import Booking, Series, Site
from fiksummin.spaces.queries import Answer, BookingWish, Opening, Recurrence


class Scope(StrEnum):
    """Which bookings of a series an act is about; those that have begun are left alone."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True)
class Asked:
    """Who asks, for whom, where and when."""

    by: Person
    person: Person
    site: Site
    at: datetime


@dataclass(frozen=True)
class Occurrence:
    """One date of a series: why it cannot be ("" when it can), and the nearest other answer."""

    date: date
    start: datetime | None = None
    end: datetime | None = None
    reason: str = ""
    skipped: bool = False
    """Left out on wish: a holiday, or another day on which the site is closed."""
    other: Answer | None = None

    @property
    def possible(self) -> bool:
        """Say whether this date can be booked."""
        return not self.reason


def preview_series(
    *, by: Person, site: Site, rule: Recurrence, wish: BookingWish, at: datetime | None = None
) -> list[Occurrence]:
    """Try every date as ``book_series`` would, and take it all back. Raises Invalid for a rule that cannot be.

    The start and end of ``wish`` are replaced by each date's own.
    """
    with transaction.atomic():
        asked = Asked(by, by, site, at or now())
        found = _try(asked, rule, wish)[1]
        transaction.set_rollback(True)
    return [replace(each, other=_other(asked, wish, each)) for each in found]


def book_series(
    *,
    by: Person,
    site: Site,
    rule: Recurrence,
    wish: BookingWish,
    only: Collection[date] | None = None,
    person: Person | None = None,
    members: Sequence[Person] = (),
    at: datetime | None = None,
) -> Series:
    """Book every date of a rule, or ``only`` those chosen; all of them or none.

    Raises Invalid for a rule that cannot be, NotAllowed, and Conflict whose
    alternatives are the Occurrences when a date cannot be.
    """
    asked = Asked(by, person or by, site, at or now())
    with transaction.atomic():
        series, found = _try(asked, rule, wish, only, members)
        hindered = [each for each in found if each.reason and not each.skipped]
        if hindered or not any(each.possible for each in found):
            raise Conflict(_hindrance(hindered), [replace(e, other=_other(asked, wish, e)) for e in found])
        announce(SeriesBooked(by=by.pk, series=series.pk))
    return series


def change_series(
    *, by: Person, booking: Booking, wish: BookingWish, scope: Scope, at: datetime | None = None
) -> int:
    """Change a booking and, by scope, the following or all others alike; answer how many. All or none.

    Days move by as many days, hours are those of the wish by the wall clock.
    Raises as ``change_booking`` does, naming the date.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        rows, wish = _in_scope(booking, scope, at), holding.read_anew(wish)
        step = _local(wish.start, booking).date() - _local(booking.starts_at, booking).date()
        for row in sorted(rows, key=lambda row: row.starts_at, reverse=step > timedelta()):
            start, end = _times(wish, row, step, booking)
            try:
                bookings.change_locked(
                    by=by, booking=row, wish=replace(wish, start=start, end=end), at=at, together=True
                )
            except NotAllowed as refusal:
                raise _named(refusal, row) from refusal
        _announce(SeriesChanged, by, booking, rows)
    return len(rows)


def cancel_series(
    *,
    by: Person,
    booking: Booking,
    scope: Scope,
    reason: str = "",
    at: datetime | None = None,
    together: bool = False,
) -> int:
    """Cancel a booking and, by scope, the following or all others; answer how many. Raises NotAllowed.

    ``together``: something takes their place in the same transaction, and that alone is announced.
    """
    at = at or now()
    with transaction.atomic():
        claims.choose_in_order(booking.site)
        rows = _in_scope(booking, scope, at)
        for row in rows:
            bookings.cancel_locked(by=by, booking=row, reason=reason.strip(), at=at, together=True)
        if not together:
            _announce(SeriesCancelled, by, booking, rows)
    return len(rows)


def _try(
    asked: Asked,
    rule: Recurrence,
    wish: BookingWish,
    only: Collection[date] | None = None,
    members: Sequence[Person] = (),
) -> tuple[Series, list[Occurrence]]:
    """Claim every date, so that each hears why not; then write all down at once."""
    refusal = rules.why_not_recurrence(rule)
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
    wish = bookings.in_turn(asked.person, asked.site, wish)
    days = queries.dates(rule)
    prefetch_related_objects([asked.site], "hours", "special_days")
    openings = queries.openings(asked.site, days[0], days[-1])
    refuse_if(rules.why_not_for(asked.by, asked.person, asked.site))
    series = Series.objects.create(site=asked.site, made_at=asked.at, **queries.written(rule))
    booker = _Booker(asked, series, wish)
    wanted = [day for day in days if only is None or day in only]
    found = booker.book([(_on(day, rule, asked.site, openings[day]), openings[day]) for day in wanted])
    bookings.write_down(drafts=booker.drafts, by=asked.by, members=members)
    return series, found


def _on(day: date, rule: Recurrence, site: Site, opening: Opening) -> Occurrence:
    if rule.skips_holidays and not opening.is_open:
        return Occurrence(day, reason=opening.reason or _("The site is closed."), skipped=True)
    try:
        return Occurrence(day, moment(day, rule.starts, site.zone), end_moment(day, rule.ends, site.zone))
    except ValueError:
        return Occurrence(day, reason=_("The clock is moved forward: that hour does not exist."))


class _Booker:
    """Claims the dates of a series, the earliest first, and keeps what is to be written of them."""

    def __init__(self, asked: Asked, series: Series, wish: BookingWish) -> None:
        self.asked, self.series, self.wish = asked, series, wish
        self.drafts: list[bookings.Draft] = []
        self.ahead = queries.Ahead(asked.person, asked.at)
        self.left: queries.Added = {}

    def book(self, wanted: Sequence[tuple[Occurrence, Opening]]) -> list[Occurrence]:
        """Claim each date, or say why not: all at once when nothing is in the way, else one by one."""
        if self._is_plain():
            try:
                return self._book_at_once(wanted)
            except holding.Taken:
                self.ahead = queries.Ahead(self.asked.person, self.asked.at)
        return [self._book_one(each, opening) for each, opening in wanted]

    def _is_plain(self) -> bool:
        """Say whether all are held, in spaces that are never rearranged: then no date depends on another."""
        cells = queries.cells_of(place.space for place in self.wish.places)
        holds = asking.asking(self.wish, self.asked.at).holds and not self.wish.extra_seats
        return holds and not queries.is_furnished(cells)

    def _book_at_once(self, wanted: Sequence[tuple[Occurrence, Opening]]) -> list[Occurrence]:
        found = []
        for each, opening in wanted:
            judged = self._judged(each, opening)
            if judged.possible:
                self.ahead.add(self._wish(judged))
            found.append(judged)
        possible = [each for each in found if each.possible]
        held = holding.hold_each([self._wish(each) for each in possible]) if possible else []
        for each, kept in zip(possible, held, strict=True):
            self._keep(each, kept)
        return found

    def _book_one(self, each: Occurrence, opening: Opening) -> Occurrence:
        judged = self._judged(each, opening)
        if not judged.possible:
            return judged
        try:
            with transaction.atomic():
                held = self._hold(self._wish(judged))
        except holding.Taken as taken:
            return replace(judged, reason=taken.reason)
        self._keep(judged, held)
        self.ahead.add(self._wish(judged))
        return judged

    def _judged(self, each: Occurrence, opening: Opening) -> Occurrence:
        return replace(each, reason=self._why_not(self._wish(each), opening)) if each.possible else each

    def _wish(self, each: Occurrence) -> BookingWish:
        """Give the wish for a date; one that cannot be has no moments."""
        return replace(self.wish, start=each.start or self.wish.start, end=each.end or self.wish.end)

    def _keep(self, each: Occurrence, held: holding.Held) -> None:
        asked = self.asked
        row = bookings.new_booking(
            by=asked.by, person=asked.person, site=asked.site, wish=self._wish(each), hold=held.hold,
            at=asked.at,
        )  # fmt: skip
        row.series, row.series_date = self.series, each.date
        self.drafts.append(bookings.Draft(row, held.places))

    def _why_not(self, wish: BookingWish, opening: Opening) -> str:
        asked = self.asked
        refusal = rules.why_not_booking(asked.site, wish, opening, asked.at)
        return (
            refusal.sentence if refusal else bookings.why_not_hers(asked.person, asked.site, wish, self.ahead)
        )

    def _hold(self, wish: BookingWish) -> holding.Held:
        if not asking.asking(wish, self.asked.at).holds:
            return bookings.plan(wish)
        held = holding.hold_places(self.asked.site, wish, added=self.left)
        self.left = holding.left_by(wish)
        return held


def _other(asked: Asked, wish: BookingWish, each: Occurrence) -> Answer | None:
    if each.possible or each.start is None or each.end is None:
        return None
    others = queries.other_answers(asked.site, replace(wish, start=each.start, end=each.end), asked.at)
    return others[0] if others else None


def _hindrance(hindered: Sequence[Occurrence]) -> str:
    if not hindered:
        return _("None of the dates can be booked.")
    first = hindered[0]
    return _("Not every date can be booked. The first that cannot is %(day)s: %(reason)s") % {
        "day": rules.say_day(first.date),
        "reason": first.reason,
    }


def _in_scope(booking: Booking, scope: Scope, at: datetime) -> list[Booking]:
    if scope == Scope.THIS or booking.series_id is None:
        return [bookings.locked(booking)]
    rows = Booking.objects.filter(series=booking.series_id, starts_at__gt=at).standing()
    if scope == Scope.FOLLOWING:
        rows = rows.filter(starts_at__gte=booking.starts_at)
    found = [bookings.locked(row) for row in rows.order_by("starts_at")]
    if not found:
        raise NotAllowed(_("There are no bookings of the series to come."))
    return found


def _times(wish: BookingWish, row: Booking, step: timedelta, booking: Booking) -> tuple[datetime, datetime]:
    day, zone = _local(row.starts_at, row).date() + step, booking.site.zone
    starts, ends = _local(wish.start, booking).time(), _local(wish.end, booking).time()
    try:
        return moment(day, starts, zone), moment(day, ends, zone)
    except ValueError:
        raise Invalid(_("The clock is moved forward: that hour does not exist."), "start") from None


def _local(at: datetime, booking: Booking) -> datetime:
    return at.astimezone(booking.site.zone)


def _named(refusal: NotAllowed, row: Booking) -> NotAllowed:
    """Say also which date it is about."""
    day = rules.say_day(_local(row.starts_at, row).date())
    refusal.reason = f"{day}: {refusal.reason}"
    return refusal


def _announce(
    fact: type[SeriesChanged | SeriesCancelled], by: Person, booking: Booking, rows: Sequence[Booking]
) -> None:
    if booking.series_id is not None:
        mark = max(row.sequence for row in rows)
        announce(fact(by=by.pk, series=booking.series_id, sequence=mark))
