"""Rules that come again (RRULE), bounded: what would come every second is refused, nothing runs to the end of time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any

from dateutil import rrule
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid
from fiksummin.core.ical.values import Moment

FREQUENCIES = {"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
MOST_VALUES = 62
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,4}", re.ASCII)


@dataclass(frozen=True)
class Rule:
    """A rule: how often, until when or how many times, and on which days (BYDAY and its like)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    """Which of a period (0: each), and the day of the week (Monday 0)."""
    numbers: tuple[tuple[str, tuple[int, ...]], ...] = ()
    week_start: int = 0

    def clocks(self, first: datetime, end: datetime) -> Iterator[datetime]:
        """Go through the wall-clock times from ``first`` to before ``end``, both without a zone."""
        given: dict[str, Any] = {name.lower(): list(values) for name, values in self.numbers}
        if self.weekdays:
            every = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
            given["byweekday"] = [every[day](nth) if nth else every[day] for nth, day in self.weekdays]
        until = min(end, _clock(self.until, first)) if self.until is not None else end
        found = rrule.rrule(
            FREQUENCIES[self.frequency],
            dtstart=first,
            interval=self.interval,
            until=until,
            wkst=self.week_start,
            **given,
        )
        return (clock for clock in islice(found, self.count) if clock < end)


def read_rule(text: str, zone_of_until: Any) -> Rule:
    """Read an RRULE; ``zone_of_until`` brings its end to the clock of the event. Raises Invalid."""
    given: dict[str, str] = {}
    for part in text.strip().strip(";").split(";"):
        name, equals, value = part.strip().upper().partition("=")
        if not equals or name in given:
            raise _unreadable()
        given[name] = value
    if given.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"} or {"BYHOUR", "BYMINUTE", "BYSECOND"} & set(
        given
    ):
        raise Invalid(_("The event comes again more often than once a day."))
    known = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *NUMBERS}
    if given.get("FREQ") not in FREQUENCIES or not set(given) <= known or {"COUNT", "UNTIL"} <= set(given):
        raise _unreadable()
    return Rule(
        frequency=given["FREQ"],
        interval=_whole(given.get("INTERVAL", "1"), 1000),
        count=_whole(given["COUNT"], 100_000) if "COUNT" in given else None,
        until=zone_of_until(given["UNTIL"]) if "UNTIL" in given else None,
        weekdays=_weekdays(given["BYDAY"]) if "BYDAY" in given else (),
        numbers=tuple((name, _numbers(given[name], most)) for name, most in NUMBERS.items() if name in given),
        week_start=_week_start(given.get("WKST", "MO")),
    )


def _clock(until: Moment, first: datetime) -> datetime:
    """Give the end of a rule by the clock without a zone; the whole of a last day counts."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return until.replace(tzinfo=None)


def by_clock(until: Moment, start: Moment) -> Moment:
    """Bring a rule's end to the clock of its beginning; one that is given as a day stays one."""
    if isinstance(until, datetime) and isinstance(start, datetime):
        return until.astimezone(start.tzinfo or UTC)
    if isinstance(until, datetime):
        return date(until.year, until.month, until.day)
    return until


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = [_DAY.fullmatch(part) for part in text.split(",", MOST_VALUES)]
    if not all(found) or len(found) > MOST_VALUES:
        raise _unreadable()
    return tuple((int(one[1] or 0), DAYS.index(one[2])) for one in found if one)


def _numbers(text: str, most: int) -> tuple[int, ...]:
    parts = text.split(",", MOST_VALUES)
    if len(parts) > MOST_VALUES or not all(_NUMBER.fullmatch(part) for part in parts):
        raise _unreadable()
    found = tuple(int(part) for part in parts)
    if not all(1 <= abs(number) <= most for number in found):
        raise _unreadable()
    return found


def _whole(text: str, most: int) -> int:
    if not _NUMBER.fullmatch(text) and not (text.isascii() and text.isdecimal() and len(text) <= 6):
        raise _unreadable()
    if not 1 <= int(text) <= most:
        raise _unreadable()
    return int(text)


def _week_start(text: str) -> int:
    if text not in DAYS:
        raise _unreadable()
    return DAYS.index(text)


def _unreadable() -> Invalid:
    return Invalid(_("The rule by which the event comes again cannot be read."))
