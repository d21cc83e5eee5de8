"""Letters about calendars elsewhere: to those who look after the site."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.spaces.letters.bookings import keepers
from fiksummin.spaces.models import BusyFeed
from fiksummin.ui import when


def tell_silent(feed: BusyFeed, since: str) -> None:
    """Write to those who look after the site that a calendar has not answered for a day."""
    site = feed.space.site
    for reader in keepers(site):
        with translation.override(reader.language):
            asked = (
                when.spell(feed.silent_since, zone=site.zone, language=reader.language)
                if feed.silent_since
                else ""
            )
            words = {
                "feed": feed,
                "since": asked,
                "address": settings.BASE_URL + reverse("spaces:busy_feed", args=[feed.pk]),
            }
            post(
                to=reader.email or "",
                person=reader.pk,
                key=f"busy-feed-{feed.pk}-silent-{since}-{reader.pk}",
                subject=_("A calendar does not answer: %(space)s") % {"space": feed.space.name},
                text=render_to_string("spaces/mail/busy_feed_silent.txt", words).strip(),
            )
