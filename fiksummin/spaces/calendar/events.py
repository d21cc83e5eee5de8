"""What every calendar file of this room says alike (RFC 5545): stable UID, SEQUENCE, the site's own time zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event, vCalAddress, vText

from fiksummin.spaces.models import Site


@dataclass(frozen=True)
class Entry:
    """One event of a calendar, in words of the active language."""

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    end: datetime
    site: Site
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
    return _file(entry.method, [entry])


def file_of_many(entries: Iterable[Entry]) -> bytes:
    """Write an .ics file with many events; RFC 5546 lets only PUBLISH carry several."""
    return _file("PUBLISH", entries)


def _file(method: str, entries: Iterable[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Fiksummin//Fiksummin//FI")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for entry in entries:
        calendar.add_component(event_of(entry))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event_of(entry: Entry) -> Event:
    """Give the event itself, for a file of one or a feed of many."""
    zone, event = entry.site.zone, Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", _by_the_clock(entry.start, zone))
    event.add("dtend", _by_the_clock(entry.end, zone))
    event.add("summary", entry.summary)
    event.add("location", entry.location)
    event.add("description", entry.description)
    event.add("status", entry.status)
    event.add("organizer", _organizer())
    if entry.attendee:
        event.add("attendee", _attendee(entry))
    return event


def _by_the_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Give a moment by a site's clock; the second of two repeated hours in UTC, for a clock means the first."""
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def address_of_site(site: Site) -> str:
    """Give the full address of a site's page in the active language."""
    return settings.BASE_URL + reverse("spaces:site", args=[site.slug])


def _organizer() -> vCalAddress:
    organizer = vCalAddress(f"MAILTO:fiksummin@{settings.MAIL_DOMAIN}")
    organizer.params["CN"] = vText("Fiksummin")
    return organizer


def _attendee(entry: Entry) -> vCalAddress:
    attendee = vCalAddress(f"MAILTO:{entry.attendee}")
    attendee.params["PARTSTAT"] = vText("TENTATIVE" if entry.status == "TENTATIVE" else "ACCEPTED")
    return attendee
