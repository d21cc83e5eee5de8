"""What those who wait get by mail, and those who did not come to what they booked; each in her own language."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.spaces.letters import alternatives
from fiksummin.spaces.models import Booking, Offer, Waiting
from fiksummin.ui import when


def tell_offer(offer: Offer, event: str) -> None:
    """Write to who is first in line that a place is offered (``made``), went on (``lapsed``) or was ``called_off``."""
    waiting, booking = offer.waiting, offer.booking
    with translation.override(waiting.person.language):
        subjects = {
            "made": _("A place is held for you: %(site)s"),
            "lapsed": _("The place held for you went to the next in line: %(site)s"),
            "called_off": _("The place held for you was called off: %(site)s"),
        }
        context = {
            "event": event,
            "site": waiting.site,
            "line": _line(booking.starts_at, booking.ends_at, waiting),
            "due": _moment(offer.answer_due_at, waiting),
            "places": _places(booking),
            "address": _address("spaces:offer", offer.pk),
            "waiting_address": _address("spaces:waiting", waiting.pk),
            "new_address": _address("spaces:waiting_new", waiting.site.slug),
        }
        mark = f"offer-{offer.pk}-{event}"
        _post(waiting.person, mark, subjects[event], "offer", context)


def tell_passed(waiting: Waiting) -> None:
    """Write to who waited in vain that the time has passed."""
    with translation.override(waiting.person.language):
        context = {
            "site": waiting.site,
            "waiting": waiting,
            "line": _line(waiting.window_starts_at, waiting.window_ends_at, waiting),
            "new_address": _address("spaces:waiting_new", waiting.site.slug),
        }
        subject = _("No place was free: %(site)s")
        _post(waiting.person, f"waiting-{waiting.pk}-passed", subject, "waiting_passed", context)


def tell_called_off(waiting: Waiting, at: datetime) -> None:
    """Write to who waited that the space was taken out of use, and what else is free."""
    with translation.override(waiting.person.language):
        context = {
            "site": waiting.site,
            "waiting": waiting,
            "line": _line(waiting.window_starts_at, waiting.window_ends_at, waiting),
            "others": alternatives.instead_of_waiting(waiting, at),
            "search_address": _address("spaces:booking_search"),
            "new_address": _address("spaces:waiting_new", waiting.site.slug),
        }
        subject = _("The space for which you waited is out of use: %(site)s")
        _post(waiting.person, f"waiting-{waiting.pk}-retired", subject, "waiting_retired", context)


def tell_release(booking: Booking) -> None:
    """Write to the booker that nobody came, and that the rest of the time was given back."""
    person, site = booking.person, booking.site
    if person is None or booking.released_at is None:
        return
    with translation.override(person.language):
        time = when.spell(booking.starts_at, booking.ends_at, zone=site.zone, language=person.language)
        context = {
            "site": site,
            "line": when.capital(time),
            "places": _places(booking),
            "then": when.clock(booking.released_at, zone=site.zone, language=person.language),
            "site_address": _address("spaces:site", site.slug),
        }
        mark = f"booking-{booking.pk}-released-{booking.released_at:%Y%m%d%H%M%S}"
        _post(person, mark, _("Nobody came to your booking: %(site)s"), "booking_released", context)


def _post(person: Person, key: str, subject: str, template: str, context: dict[str, Any]) -> None:
    if person.email:
        text = render_to_string(f"spaces/mail/{template}.txt", context).strip()
        subject %= {"site": context["site"].name}
        post(to=person.email, person=person.pk, key=key, subject=subject, text=text)


def _line(start: datetime, end: datetime, waiting: Waiting) -> str:
    return when.capital(when.spell(start, end, zone=waiting.site.zone, language=waiting.person.language))


def _moment(moment: datetime, waiting: Waiting) -> str:
    return when.spell(moment, zone=waiting.site.zone, language=waiting.person.language)


def _places(booking: Booking) -> str:
    return " + ".join(row.space.name for row in booking.places.all())


def _address(name: str, *args: object) -> str:
    return settings.BASE_URL + reverse(name, args=args)
