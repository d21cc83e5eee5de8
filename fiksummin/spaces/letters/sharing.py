"""A letter that asks somebody to hold a booking together, whether or not she uses the service."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.people.queries import people_by_email
from fiksummin.spaces import calendar, queries
from fiksummin.spaces.models import Booking
from fiksummin.spaces.queries import ShareInvitation
from fiksummin.ui import when


def ask_to_share(
    *, by: Person, booking: Booking, addresses: Sequence[str], whole: bool, at: datetime
) -> None:
    """Write to each address, in the reader's own language where it is known; once a day."""
    known = {person.email: person for person in people_by_email(addresses)}
    day, invitation = at.date(), ShareInvitation(booking.pk, whole, at)
    for address in addresses:
        reader = known.get(address)
        digest = hashlib.sha256(address.encode()).hexdigest()[:32]
        with translation.override(reader.language if reader else by.language):
            post(
                to=address,
                person=reader.pk if reader else None,
                key=f"share-{by.pk}-{booking.pk}-{int(whole)}-{day:%Y%m%d}-{digest}",
                subject=_("Hold a booking together: %(site)s") % {"site": booking.site.name},
                text=render_to_string(
                    "spaces/mail/booking_sharing.txt", _words(by, booking, invitation, address)
                ).strip(),
            )


def _words(by: Person, booking: Booking, invitation: ShareInvitation, address: str) -> dict[str, object]:
    language, zone = translation.get_language() or settings.LANGUAGE_CODE, booking.site.zone
    token = queries.share_token(invitation, address)
    return {
        "by": by,
        "whole": invitation.whole,
        "to": address,
        "site": booking.site,
        "spaces": calendar.names_of(booking),
        "line": when.capital(when.spell(booking.starts_at, booking.ends_at, zone=zone, language=language)),
        "address": settings.BASE_URL + reverse("spaces:booking_sharing", args=[token]),
    }
