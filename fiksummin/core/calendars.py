"""Calendar files (RFC 5545): stable UID, SEQUENCE, the time zone of the place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vText

type Source = Callable[[int, datetime, datetime], list[Entry]]

FEED_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
RENEWED = timedelta(minutes=15)
"""How often a calendar should read a feed again."""


@dataclass(frozen=True)
class Entry:
    """One event of a calendar, in words of the active language. ``zone``: by which clock it is told."""

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    end: datetime
    zone: ZoneInfo
    summary: str
    location: str
    description: str
    status: str = "CONFIRMED"
    attendee: str = ""
    """The reader's own address, or "" where nobody is named."""

    @property
    def method(self) -> str:
        """Say what a file asks of a calendar: REQUEST to keep it, CANCEL to remove it."""
        return "CANCEL" if self.status == "CANCELLED" else "REQUEST"


def file_with(entry: Entry) -> bytes:
    """Write an .ics file with one event."""
    return _written(_calendar(entry.method), [entry])


def file_of_many(entries: Iterable[Entry]) -> bytes:
    """Write an .ics file with many events; RFC 5546 lets only PUBLISH carry several."""
    return _written(_calendar("PUBLISH"), entries)


def feed_of(name: str, entries: Iterable[Entry]) -> bytes:
    """Write a feed that a calendar reads again and again, under a name."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", RENEWED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    return _written(calendar, entries)


def event_of(entry: Entry) -> Event:
    """Give the event itself, for a file of one or a feed of many."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", _by_the_clock(entry.start, entry.zone))
    event.add("dtend", _by_the_clock(entry.end, entry.zone))
    event.add("summary", entry.summary)
    event.add("location", entry.location)
    event.add("description", entry.description)
    event.add("status", entry.status)
    event.add("organizer", _organizer())
    if entry.attendee:
        event.add("attendee", _attendee(entry))
    return event


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Fiksummin//Fiksummin//FI")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _written(calendar: Calendar, entries: Iterable[Entry]) -> bytes:
    for entry in entries:
        calendar.add_component(event_of(entry))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _by_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Give a moment by the clock of a zone; the second of two repeated hours in UTC, for a clock means the first."""
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def _organizer() -> vCalAddress:
    organizer = vCalAddress(f"MAILTO:fiksummin@{settings.MAIL_DOMAIN}")
    organizer.params["CN"] = vText("Fiksummin")
    return organizer


def _attendee(entry: Entry) -> vCalAddress:
    attendee = vCalAddress(f"MAILTO:{entry.attendee}")
    attendee.params["PARTSTAT"] = vText("TENTATIVE" if entry.status == "TENTATIVE" else "ACCEPTED")
    return attendee


_sources: list[Source] = []


def in_own_calendar(source: Source) -> Source:
    """Say what a room adds to somebody's own calendar: a function of her number and a half-open range of moments."""
    if source not in _sources:
        _sources.append(source)
    return source


def own_entries(person: int, start: datetime, end: datetime) -> list[Entry]:
    """Give what all rooms add to somebody's own calendar, in the active language."""
    return [entry for source in _sources for entry in source(person, start, end)]
