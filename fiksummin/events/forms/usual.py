"""What a form of an event begins from: hours as a clock on a wall says them, what is usual of a kind."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fiksummin.core.time import HELSINKI, MIDNIGHT, moment
from fiksummin.events.models import EventKind


def written(start: datetime, end: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Give a range of moments as the form says it, by a clock on a wall."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    ends = last.date() - timedelta(days=1) if last.time() == MIDNIGHT else last.date()
    return {
        "day": first.date(), "start": first.time(), "end": last.time(),
        "last_day": ends if ends != first.date() else None,
    }  # fmt: skip


def usual_of(kind: EventKind, day: date | None, start: time | None) -> dict[str, Any]:
    """Give what a kind of event proposes; when it begins is known, also when it ends."""
    found: dict[str, Any] = {
        "kind": kind.pk, "places": kind.places or None, "virtual_places": kind.virtual_places or None,
        "allocation": kind.allocation, "audience": kind.audience, "keep_answers_days": kind.keep_answers_days,
    }  # fmt: skip
    if kind.is_external:
        found |= {"site": "", "space": ""}
    if day is not None and start is not None:
        try:
            begins = moment(day, start, HELSINKI)
        except ValueError:
            return found
        found["end"] = (begins + timedelta(minutes=kind.minutes)).astimezone(HELSINKI).time()
    return found
