"""What those who hold a booking get by mail, each in her own language and with a calendar file of her own."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.core.time import now, today
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles
from fiksummin.spaces import calendar, queries
from fiksummin.spaces.choices import Purpose
from fiksummin.spaces.letters import alternatives
from fiksummin.spaces.models import Booking, Site
from fiksummin.ui import when


def tell_booking(booking: Booking, event: str) -> None:
    """Write to all who hold a booking that it was ``made``, ``changed``, ``cancelled``, ``approved`` or ``declined``.

    A booking that waits is ``asked``, one that nobody answered ``lapsed``.
    """
    if event == "made" and booking.is_waiting:
        event = "asked"
    if event == "declined" and not booking.reason:
        event = "lapsed"
    for reader in holders(booking):
        _tell(booking, event, reader)


def tell_removed(booking: Booking, reader: Person) -> None:
    """Write to somebody who holds a booking no more; her calendar is cleared."""
    _tell(booking, "removed", reader)


def tell_overdue(booking: Booking, due: str) -> None:
    """Write to those who look after the site that nobody has answered a booking in time."""
    for reader in keepers(booking.site):
        with translation.override(reader.language):
            post(
                to=reader.email or "",
                person=reader.pk,
                key=f"booking-{booking.pk}-overdue-{due}-{reader.pk}",
                subject=_("A booking waits for an answer: %(site)s") % {"site": booking.site.name},
                text=render_to_string(
                    "spaces/mail/approval_overdue.txt", _context(booking, reader, "overdue")
                ).strip(),
            )


def holders(booking: Booking) -> list[Person]:
    """Give those who hold a booking and have an address, its booker first."""
    members = sorted(booking.members.all(), key=lambda member: member.pk)
    every = [booking.person, *(member.person for member in members)]
    return [person for person in every if person is not None and person.email]


def _tell(booking: Booking, event: str, reader: Person) -> None:
    with translation.override(reader.language):
        context = _context(booking, reader, event)
        if event == "cancelled" and (closure := queries.closure_of(booking)):
            context |= {"closure": closure, **_what_else(booking, reader)}
        post(
            to=reader.email or "",
            person=reader.pk,
            key=f"booking-{booking.pk}-{event}-{booking.sequence}-{reader.pk}",
            subject=_subject(event) % {"site": booking.site.name},
            text=render_to_string("spaces/mail/booking.txt", context).strip(),
            attachments=[_calendar(booking, reader, event)],
        )


def _what_else(booking: Booking, reader: Person) -> dict[str, object]:
    """Give what is free instead, and where to compare all sites; a day behind leads nowhere."""
    site, at = booking.site, now()
    compare = alternatives.comparison(site, booking.starts_at, booking.ends_at, booking.people, Purpose.MEET)
    return {
        "others": alternatives.instead_of(booking, reader, at),
        "compare": compare if booking.starts_at > at else "",
    }


def _subject(event: str) -> str:
    return {
        "made": _("Your booking: %(site)s"),
        "asked": _("Your booking waits for an answer: %(site)s"),
        "changed": _("Your booking was changed: %(site)s"),
        "cancelled": _("Your booking was cancelled: %(site)s"),
        "approved": _("Your booking is approved: %(site)s"),
        "declined": _("Your booking was declined: %(site)s"),
        "lapsed": _("Your booking was not answered in time: %(site)s"),
        "removed": _("You hold a booking no more: %(site)s"),
    }[event]


def _context(booking: Booking, reader: Person, event: str) -> dict[str, object]:
    """Give what every letter says; the time with its year, as a letter may be read later."""
    site, language = booking.site, reader.language
    due = booking.answer_due_at
    return {
        "booking": booking,
        "event": event,
        "places": list(booking.places.all()),
        "spaces": calendar.names_of(booking),
        "line": when.capital(
            when.spell(booking.starts_at, booking.ends_at, zone=site.zone, language=language)
        ),
        "due": when.spell(due, zone=site.zone, language=language) if due else "",
        "gone": event in {"cancelled", "declined", "lapsed", "removed"},
        "by_another": booking.made_by if booking.made_by_id not in {None, reader.pk} else None,
        "address": calendar.address_of_booking(booking),
        "instructions": f"{calendar.address_of_site(site)}#instructions",
        "again": settings.BASE_URL + reverse("spaces:booking_new", args=[site.slug]),
    }


def _calendar(booking: Booking, reader: Person, event: str) -> tuple[str, bytes, str, dict[str, str]]:
    gone = event == "removed"
    invitation = booking.imported_as.filter(person=reader).select_related("space", "person").first()
    if invitation and (booking.starts_at, booking.ends_at) == (invitation.starts_at, invitation.ends_at):
        off = gone or booking.cancelled_at or booking.declined_at
        answer = "DECLINED" if off else "TENTATIVE" if booking.is_waiting else "ACCEPTED"
        return calendar.reply_attachment(invitation, answer, booking.reason)
    parameters = {"method": calendar.booking_method(booking, gone=gone), "charset": "utf-8"}
    file = calendar.booking_file(booking, reader.language, reader, gone=gone)
    return f"booking-{booking.pk}.ics", file, "text/calendar", parameters


def keepers(site: Site) -> Iterable[Person]:
    """Give the managers of a site; where there are none, the owners."""
    day = today(site.zone)
    roles = standing_roles(day).filter(starts_on__lte=day, person__erased_at=None)
    managers = roles.filter(kind=RoleKind.MANAGER, place__in=["", site.slug])
    found = list(managers) or list(roles.filter(kind=RoleKind.OWNER, place=""))
    return {role.person_id: role.person for role in found if role.person.email}.values()
