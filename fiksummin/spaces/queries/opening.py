"""When a site is open: weekly hours, public holidays, dated exceptions; the last word is the exception's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import chain
from zoneinfo import ZoneInfo

import holidays
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.core.db.questions import Belongings
from fiksummin.core.time import MIDNIGHT
from fiksummin.spaces.models import Booking, Hours, Site, SpecialDay, Visit

FURTHEST_NEXT_OPENING = 60
"""Days within which the next opening is looked for."""
_HOURS = Belongings("hours", "site_id", lambda owners: Hours.objects.filter(site__in=owners))
_SPECIAL_DAYS = Belongings(
    "special_days",
    "site_id",
    lambda owners, since: SpecialDay.objects.filter(site__in=owners, date__gte=since),
)
_HOLIDAY_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}


@dataclass(frozen=True)
class Opening:
    """One day at a site. ``opens_at`` and ``closes_at`` are UTC moments, or None when closed; a reason says why."""

    date: date
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    reason: str = ""
    ordinary: bool = False
    """Closed as on every such day of the week: nothing to explain."""

    @property
    def is_open(self) -> bool:
        """Say whether the door opens at all that day."""
        return self.opens_at is not None

    def holds(self, start: datetime, end: datetime) -> bool:
        """Say whether a range fits between opening and closing."""
        return (
            self.opens_at is not None
            and self.closes_at is not None
            and self.opens_at <= start < end <= self.closes_at
        )


@dataclass(frozen=True)
class OpenState:
    """Whether a site is open at a moment, and when that changes. Moments in UTC."""

    is_open: bool
    today: Opening
    closes_at: datetime | None
    next: Opening | None


def bring_hours(sites: Iterable[Site], since: date = date.min) -> None:
    """Bring the hours and the special days (from a day on) to sites that do not have them at hand; two queries."""
    sites = list(sites)
    _HOURS.bring(sites)
    _SPECIAL_DAYS.bring(sites, since=since)


def openings(site: Site, first: date, last: date) -> dict[date, Opening]:
    """Give every day from first to last (inclusive) with its hours, in two queries (none when prefetched)."""
    return {day.date: day for day in _from(site, first, last)}


def _from(site: Site, first: date, last: date) -> Iterator[Opening]:
    weekly = {hours.weekday: hours for hours in _HOURS.of(site)}
    exceptions = sorted(_SPECIAL_DAYS.of(site, since=first), key=lambda day: day.closure_id is not None)
    special = {day.date: day for day in exceptions}  # a closure has the last word
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        exception = special.get(day)
        if exception:
            yield _between(site, day, exception.opens, exception.closes, exception.reason)
        elif site.closed_on_holidays and (feast := holiday(day)):
            yield Opening(day, reason=feast)
        elif hours := weekly.get(day.weekday()):
            yield _between(site, day, hours.opens, hours.closes)
        else:
            yield Opening(day, reason=_("not open on this day of the week"), ordinary=True)


def opening(site: Site, day: date) -> Opening:
    """Give one day."""
    return openings(site, day, day)[day]


def outside_hours(site: Site, at: datetime) -> int:
    """Count the coming visits and bookings that are not within the opening hours; four queries."""
    coming = {"site": site, "ends_at__gt": at}
    bookings = Booking.objects.standing().filter(**coming, released_at=None, left_at=None)
    visits = Visit.objects.standing().filter(**coming, left_at=None)
    times = [*visits.values_list("starts_at", "ends_at"), *bookings.values_list("starts_at", "ends_at")]
    if not times:
        return 0
    days = [start.astimezone(site.zone).date() for start, _end in times]
    hours = openings(site, min(days), max(days))
    return sum(not hours[day].holds(*time) for day, time in zip(days, times, strict=True))


def next_opening(site: Site, at: datetime) -> Opening | None:
    """Give the first day whose door opens after a moment; None when there is none within sixty days."""
    return open_state(site, at).next


def open_state(site: Site, at: datetime) -> OpenState:
    """Say whether the door is open at a moment (UTC), until when, and when it opens next."""
    first = at.astimezone(site.zone).date()
    days = _from(site, first, first + timedelta(days=FURTHEST_NEXT_OPENING))
    today = next(days)
    is_open = bool(today.opens_at and today.closes_at and today.opens_at <= at < today.closes_at)
    coming = next((day for day in chain([today], days) if day.opens_at and day.opens_at > at), None)
    return OpenState(is_open, today, today.closes_at if is_open else None, coming)


def holiday(day: date) -> str:
    """Name the Finnish public holiday in the active language, as within a sentence; "" on other days."""
    language = _HOLIDAY_LANGUAGES.get((get_language() or "fi")[:2], "fi")
    name = str(_holidays(day.year, language).get(day, ""))
    return name if language == "en_US" else name[:1].lower() + name[1:]


@cache
def _holidays(year: int, language: str) -> holidays.HolidayBase:
    return holidays.country_holidays("FI", years=year, language=language)


def _between(site: Site, day: date, opens: time | None, closes: time | None, reason: str = "") -> Opening:
    if opens is None or closes is None:
        return Opening(day, reason=reason)
    last = day + timedelta(days=1) if closes == MIDNIGHT else day
    return Opening(day, _wall(day, opens, site.zone), _wall(last, closes, site.zone), reason)


def _wall(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)
