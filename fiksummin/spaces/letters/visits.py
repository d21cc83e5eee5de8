"""What the visitor gets by mail, in her own language."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.spaces import calendar, queries, rules
from fiksummin.spaces.choices import Purpose
from fiksummin.spaces.letters import alternatives
from fiksummin.spaces.models import Message, Visit
from fiksummin.ui import when


def tell(visit: Visit, event: str) -> None:
    """Write to the visitor that her visit was ``announced``, ``changed`` or ``cancelled``; calendar file within.

    Nothing is written for a walk-in, who has no address.
    """
    person = visit.person
    if person is None or not person.email:
        return
    with translation.override(person.language):
        subjects = {
            "announced": _("Your visit to %(site)s"),
            "changed": _("Your visit to %(site)s was changed"),
            "cancelled": _("Your visit to %(site)s was cancelled"),
        }
        context = {"event": event, **_context(visit, person.language)}
        if event == "cancelled":
            context |= {"closure": queries.closure_of(visit), "others": other_times(visit)}
            context |= {
                "why": _why_called_off(visit, person),
                "by_host": visit.cancelled_by_id not in {None, person.pk},
            }
        post(
            to=person.email,
            person=person.pk,
            key=f"visit-{visit.pk}-{event}-{visit.sequence}",
            subject=subjects[event] % {"site": visit.site.name},
            text=render_to_string("spaces/mail/visit.txt", context).strip(),
            attachments=[_calendar(visit, person.language)],
        )


def _why_called_off(visit: Visit, person: Person) -> str:
    """Say why a visit was cancelled by nobody: she may not come on that day."""
    day = visit.starts_at.astimezone(visit.site.zone).date()
    return "" if visit.cancelled_by_id else rules.why_not_come(person, visit.site, day)


def other_times(visit: Visit) -> dict[str, str]:
    """Give the addresses at which somebody finds another time here, or another place at that time."""
    hours = (visit.starts_at, visit.ends_at, visit.people)
    return {
        "time": settings.BASE_URL + reverse("spaces:visit_new", args=[visit.site.slug]),
        "site": alternatives.comparison(visit.site, *hours, Purpose.FOCUS),
    }


def pass_on(message: Message) -> None:
    """Send the host's word to the visitor."""
    visit, person = message.visit, message.visit.person
    if person is None or not person.email:
        return
    with translation.override(person.language):
        context = {"message": message, **_context(visit, person.language)}
        post(
            to=person.email,
            person=person.pk,
            key=f"message-{message.pk}",
            subject=_("A word from the host: your visit to %(site)s") % {"site": visit.site.name},
            text=render_to_string("spaces/mail/message.txt", context).strip(),
        )


def _context(visit: Visit, language: str) -> dict[str, object]:
    """Give what every letter says; the time with its year, as a letter may be read later."""
    time = when.spell(visit.starts_at, visit.ends_at, zone=visit.site.zone, language=language)
    return {
        "visit": visit,
        "time": time,
        "line": when.capital(time),
        "address": calendar.address_of(visit),
        "instructions": f"{calendar.address_of_site(visit.site)}#instructions",
    }


def _calendar(visit: Visit, language: str) -> tuple[str, bytes, str, dict[str, str]]:
    parameters = {"method": calendar.method_of(visit), "charset": "utf-8"}
    return f"visit-{visit.pk}.ics", calendar.file_of(visit, language), "text/calendar", parameters
