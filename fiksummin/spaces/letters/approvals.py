"""What those who answer bookings get by mail: that one waits. Ordinary bookings need no letter to them."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.people.queries import receivers
from fiksummin.spaces import calendar
from fiksummin.spaces.letters.bookings import keepers
from fiksummin.spaces.models import Booking, Series, Site
from fiksummin.ui import when


def ask_hosts(booking: Booking) -> None:
    """Write to those who answer at a site that a booking waits, once for each deadline it gets."""
    if booking.is_waiting and booking.answer_due_at:
        _ask(booking, f"booking-{booking.pk}-waits-{booking.answer_due_at:%Y%m%d%H%M%S%f}", 1)


def ask_hosts_of_series(series: Series, mark: int, at: datetime) -> None:
    """Write to them that dates of a series wait: one letter for all of them."""
    rows = series.bookings.filter(starts_at__gt=at).select_related("site", "person").order_by("starts_at")
    waiting = [row for row in rows.prefetch_related("places__space", "places__layout") if row.is_waiting]
    if waiting:
        _ask(waiting[0], f"series-{series.pk}-waits-{mark}", len(waiting))


def _ask(booking: Booking, key: str, count: int) -> None:
    for reader in _answerers(booking.site, booking.person_id):
        with translation.override(reader.language):
            post(
                to=reader.email or "",
                person=reader.pk,
                key=f"{key}-{reader.pk}",
                subject=_("A booking waits for your answer: %(site)s") % {"site": booking.site.name},
                text=render_to_string(
                    "spaces/mail/approval_asked.txt", _context(booking, reader, count)
                ).strip(),
            )


def _context(booking: Booking, reader: Person, count: int) -> dict[str, object]:
    site, language = booking.site, reader.language
    due = booking.answer_due_at
    return {
        "booking": booking,
        "site": site,
        "spaces": calendar.names_of(booking),
        "more": count - 1,
        "line": when.capital(
            when.spell(booking.starts_at, booking.ends_at, zone=site.zone, language=language)
        ),
        "due": when.spell(due, zone=site.zone, language=language) if due else "",
        "address": settings.BASE_URL + reverse("spaces:approvals", args=[site.slug]),
    }


def _answerers(site: Site, booker: int | None) -> list[Person]:
    """Give the hosts of a site, but not whoever booked; where there are none, those who look after it."""
    hosts = receivers([site.slug], today(site.zone))[site.slug]
    found = {host.pk: host for host in hosts if host.email and host.pk != booker}
    return list(found.values()) or [one for one in keepers(site) if one.pk != booker]
