"""Small pieces of the pages about queues and about coming to what one booked."""

from typing import Any
from typing import cast as typed

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import rules
from fiksummin.spaces.choices import Feature, WaitingEnd
from fiksummin.spaces.models import Booking, Waiting
from fiksummin.ui import when
from fiksummin.ui.templatetags.ui import badge

register = template.Library()


@register.simple_tag
def length(minutes: int) -> str:
    """Say how long: "1 h 30 min"."""
    return when.length(minutes)


@register.simple_tag
def features(names: list[str]) -> str:
    """Say what a space must have, in a line."""
    return ", ".join(str(Feature(name).label) for name in names if name in Feature.values)


@register.simple_tag
def waiting_state(waiting: Waiting, position: int | None, *, offered: bool = False) -> SafeString:
    """Say where somebody stands in a line: a word with an icon."""
    if offered:
        return badge(_("A place is held for you"), "good")
    if waiting.ended_at is None:
        return badge(_("Your place in the line: %(position)s") % {"position": position}, "wait")
    tone = "good" if waiting.reason == WaitingEnd.ACCEPTED else "off"
    return badge(str(WaitingEnd(waiting.reason).label).capitalize(), tone)


@register.inclusion_tag("spaces/_arrival_acts.html", takes_context=True)
def arrival_acts(context: template.Context, booking: Booking, *, code: str = "") -> dict[str, Any]:
    """Draw what somebody may press about coming to a booking and leaving it; nothing when there is nothing."""
    person, at = typed(Person, context["request"].user), now()
    barred = {
        "arrival": rules.why_not_check_in(booking, person, at),
        "undoing": rules.why_not_undo_arrival(booking, person, at),
        "departure": rules.why_not_leave_booking(booking, person, at),
        "exemption": rules.why_not_exempt(booking, person, at),
        "back": rules.why_not_have_back(booking, person, at),
    }
    return {
        "booking": booking,
        "site": booking.site,
        "code": code,
        "may": {act for act, why in barred.items() if not why},
        "kept_until": None if barred["arrival"] else rules.kept_until(booking),
        "csrf_token": context.get("csrf_token"),
    }
