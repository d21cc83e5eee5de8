"""Calendar files of visits."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.calendars import Entry, file_with
from fiksummin.spaces.models import Visit


def method_of(visit: Visit) -> str:
    """Say what the file asks of a calendar: REQUEST to keep it, CANCEL to remove it."""
    return "CANCEL" if visit.cancelled_at else "REQUEST"


def uid_of(visit: Visit) -> str:
    """Give the identifier that stays the same through every change."""
    return f"visit-{visit.pk}@{settings.MAIL_DOMAIN}"


def file_of(visit: Visit, language: str, *, named: bool = True) -> bytes:
    """Write a visit as an .ics file in a language (fi, sv or en); ``named`` with the visitor's own address."""
    with translation.override(language):
        return file_with(visit_entry(visit, named=named))


def visit_entry(visit: Visit, *, named: bool) -> Entry:
    return Entry(
        uid=uid_of(visit),
        sequence=visit.sequence,
        stamp=visit.cancelled_at or visit.changed_at or visit.announced_at,
        start=visit.starts_at,
        end=visit.ends_at,
        zone=visit.site.zone,
        summary=_("Visit: %(site)s") % {"site": visit.site.name},
        location=visit.site.address,
        description=_description(visit),
        status="CANCELLED" if visit.cancelled_at else "CONFIRMED",
        attendee=(visit.person.email or "") if named and visit.person else "",
    )


def _description(visit: Visit) -> str:
    people = ngettext("%(count)d person", "%(count)d people", visit.people) % {"count": visit.people}
    return f"{people}\n{address_of(visit)}"


def address_of(visit: Visit) -> str:
    """Give the full address of the visit's page in the active language."""
    return settings.BASE_URL + reverse("spaces:visit", args=[visit.pk])
