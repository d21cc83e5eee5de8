"""Calendar files of a host's shifts."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.core.calendars import Entry
from fiksummin.people.models import Person
from fiksummin.spaces.models import Shift, Site


def address_of_roster(site: Site) -> str:
    """Give the full address of a site's roster in the active language."""
    return settings.BASE_URL + reverse("spaces:roster", args=[site.slug])


def shift_entry(shift: Shift, reader: Person, at: datetime, *, gone: bool = False) -> Entry:
    """Give a shift for the calendar of its host; ``gone`` takes it out of there."""
    return Entry(
        uid=f"shift-{shift.pk}@{settings.MAIL_DOMAIN}",
        sequence=shift.sequence,
        stamp=at,
        start=shift.starts_at,
        end=shift.ends_at,
        zone=shift.site.zone,
        summary=_("Shift as a host: %(site)s") % {"site": shift.site.name},
        location=shift.site.address,
        description=address_of_roster(shift.site),
        status="CANCELLED" if gone else "CONFIRMED",
        attendee=reader.email or "",
    )
