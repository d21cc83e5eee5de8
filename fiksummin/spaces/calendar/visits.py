"""Calendar files of visits (RFC 5545): stable UID, SEQUENCE, the site's own time zone."""

from datetime import UTC

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event, vCalAddress, vText

from fiksummin.spaces.models import Site, Visit


def method_of(visit: Visit) -> str:
    """Say what the file asks of a calendar: REQUEST to keep it, CANCEL to remove it."""
    return "CANCEL" if visit.cancelled_at else "REQUEST"


def uid_of(visit: Visit) -> str:
    """Give the identifier that stays the same through every change."""
    return f"visit-{visit.pk}@{settings.MAIL_DOMAIN}"


def file_of(visit: Visit, language: str, *, named: bool = True) -> bytes:
    """Write a visit as an .ics file in a language (fi, sv or en); ``named`` with the visitor's own address."""
    with translation.override(language):
        calendar = Calendar()
        calendar.add("prodid", "-//Fiksummin//Fiksummin//FI")
        calendar.add("version", "2.0")
        calendar.add("method", method_of(visit))
        calendar.add_component(_event(visit, named=named))
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())


def _event(visit: Visit, *, named: bool) -> Event:
    zone = visit.site.zone
    event = Event()
    event.add("uid", uid_of(visit))
    event.add("sequence", visit.sequence)
    event.add("dtstamp", (visit.cancelled_at or visit.announced_at).astimezone(UTC))
    event.add("dtstart", visit.starts_at.astimezone(zone))
    event.add("dtend", visit.ends_at.astimezone(zone))
    event.add("summary", _("Visit: %(site)s") % {"site": visit.site.name})
    event.add("location", visit.site.address)
    event.add("description", _description(visit))
    event.add("status", "CANCELLED" if visit.cancelled_at else "CONFIRMED")
    event.add("organizer", _organizer())
    if named and visit.person and visit.person.email:
        attendee = vCalAddress(f"MAILTO:{visit.person.email}")
        attendee.params["PARTSTAT"] = vText("ACCEPTED")
        event.add("attendee", attendee)
    return event


def _organizer() -> vCalAddress:
    organizer = vCalAddress(f"MAILTO:fiksummin@{settings.MAIL_DOMAIN}")
    organizer.params["CN"] = vText("Fiksummin")
    return organizer


def _description(visit: Visit) -> str:
    people = ngettext("%(count)d person", "%(count)d people", visit.people) % {"count": visit.people}
    return f"{people}\n{address_of(visit)}"


def address_of(visit: Visit) -> str:
    """Give the full address of the visit's page in the active language."""
    return settings.BASE_URL + reverse("spaces:visit", args=[visit.pk])


def address_of_site(site: Site) -> str:
    """Give the full address of a site's page in the active language."""
    return settings.BASE_URL + reverse("spaces:site", args=[site.slug])
