"""Values of a calendar: days, moments, lengths, time zones by whatever name a program gives them."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from fiksummin.core.errors import Invalid
from fiksummin.core.ical.lines import Line

FIRST_YEAR, LAST_YEAR = 1970, 2200
MOST_VALUES = 3_000
"""Days in one list of exceptions."""
LONGEST = timedelta(days=3_660)
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_LENGTH = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", re.ASCII
)

type Moment = date | datetime
"""A day, or an aware moment by the clock of its own zone."""


def moments(line: Line, home: ZoneInfo, zones: Mapping[str, str]) -> list[Moment]:
    """Read the days or moments of a line; those that float are by the clock of ``home``. Raises Invalid."""
    texts = line.value.split(",", MOST_VALUES)
    if len(texts) > MOST_VALUES:
        raise Invalid(_("An event in the calendar has too many exceptions."))
    zone = zone_of(line.params["TZID"], zones) if "TZID" in line.params else home
    return [_moment(text.strip(), zone) for text in texts]


def length(text: str) -> timedelta:
    """Read a DURATION. Raises Invalid."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        raise Invalid(_("The length of an event cannot be read."))
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return min(timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds), LONGEST)


def zone_of(name: str, zones: Mapping[str, str]) -> ZoneInfo:
    """Find a time zone: by its place, by Windows' name for it, or by the place that its definition names."""
    for candidate in (name, zones.get(name, "")):
        place = _place(candidate.strip().strip('"')[:200])
        if place:
            return ZoneInfo(place)
    raise Invalid(_("The time zone “%(zone)s” is not known here.") % {"zone": name[:60]})


def utc(moment: datetime) -> datetime:
    """Give a moment in UTC; an hour that summer time skips counts by the clock before the change (RFC 5545)."""
    return moment.astimezone(UTC)


@cache
def _places() -> frozenset[str]:
    return frozenset(available_timezones())


def _place(name: str) -> str:
    """Give the place of a zone's name, "" when there is none; some programs put their own words before it."""
    if name in _places():
        return name
    if name == "FLE Standard Time":
        return "Europe/Helsinki"
    if name in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[name]
    parts = name.split("/")
    ends = ("/".join(parts[-number:]) for number in (3, 2))
    return next((end for end in ends if len(parts) > 2 and end in _places()), "")


def _moment(text: str, zone: ZoneInfo) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise Invalid(_("“%(text)s” is not a time of a calendar.") % {"text": text[:30]})
    year, month, day = (int(part) for part in found.groups()[:3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid(_("“%(text)s” is too far away.") % {"text": text[:30]})
    try:
        if found[4] is None:
            return date(year, month, day)
        second = min(int(found[6]), 59)  # RFC 5545 knows leap seconds
        clock = datetime(
            year, month, day, int(found[4]), int(found[5]), second, tzinfo=UTC if found[7] else zone
        )
    except ValueError:
        raise Invalid(_("“%(text)s” is not a time of a calendar.") % {"text": text[:30]}) from None
    return clock
