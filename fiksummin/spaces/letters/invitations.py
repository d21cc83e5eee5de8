"""Letters about invitations that came by mail and could not be taken: the reason, what is free instead, the answer."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fiksummin.core.mail import post
from fiksummin.people.models import Person
from fiksummin.spaces import calendar
from fiksummin.spaces.models import Space
from fiksummin.spaces.queries import Answer
from fiksummin.ui import when


def decline_invitation(
    *,
    space: Space,
    reply: calendar.Reply,
    stamp: datetime,
    person: Person | None,
    others: Sequence[object] = (),
    stands: bool = False,
) -> None:
    """Answer that a space cannot come; once for a version of an event, in the active language.

    ``stands``: what an earlier version asked for is still booked.
    """
    mark = (
        f"{space.pk}|{reply.organizer}|{reply.uid}|{reply.recurrence}|{reply.sequence}|{stamp:%Y%m%dT%H%M%S}"
    )
    zone, language = space.site.zone, translation.get_language() or settings.LANGUAGE_CODE
    words = {
        "space": space,
        "reason": reply.comment,
        "stands": stands,
        "others": [_line(one, zone, language) for one in others if isinstance(one, Answer)],
        "address": settings.BASE_URL + reverse("spaces:booking_new", args=[space.site.slug]),
    }
    post(
        to=reply.organizer,
        person=person.pk if person else None,
        key=f"invitation-declined-{hashlib.sha256(mark.encode()).hexdigest()[:40]}",
        subject=_("Declined: %(space)s") % {"space": space.name},
        text=render_to_string("spaces/mail/invitation_declined.txt", words).strip(),
        attachments=[calendar.attached(calendar.reply_file(reply, stamp))],
    )


def _line(other: Answer, zone: ZoneInfo, language: str) -> str:
    spelt = when.capital(when.spell(other.start, other.end, zone=zone, language=language))
    return f"{spelt}: {other.name}"
