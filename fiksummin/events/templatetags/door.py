"""Small pieces of the door of an event."""

from datetime import datetime
from hashlib import sha256

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from fiksummin.events.choices import AnswerKind
from fiksummin.events.models import Event, Question, Registration
from fiksummin.events.queries.codes import code_address, code_of
from fiksummin.events.queries.door import Seat
from fiksummin.ui import qr, when
from fiksummin.ui.templatetags.ui import badge

register = template.Library()


@register.simple_tag
def arrived(at: datetime, event: Event) -> SafeString:
    """Say when somebody was received: words with an icon."""
    clock = when.clock(at, zone=event.zone, language=get_language() or "fi")
    return badge(_("Received %(time)s") % {"time": clock}, "good")


@register.filter
def numbers(seats: tuple[Seat, ...]) -> str:
    """Give the numbers of seats, as in "0,1,2"."""
    return ",".join(str(seat.number) for seat in seats)


@register.simple_tag
def own_code(registration: Registration) -> dict[str, str]:
    """Give the code that is shown at the door: in letters, and as a picture that holds its address."""
    address = code_address(registration)
    return {"words": code_of(registration), "picture": SafeString(qr.svg(address))}


@register.simple_tag
def answer_of(registration: Registration, question: Question) -> str:
    """Give what somebody answered to a question, in words (prefetched ``answers`` are used)."""
    value = next((row.value for row in registration.answers.all() if row.question_id == question.pk), "")
    if question.kind == AnswerKind.YES_NO:
        return {"yes": _("Yes"), "no": _("No")}.get(value, "")
    return value


@register.filter
def code_mark(registration: Registration) -> str:
    """Give the beginning of the hash of a code: enough for a phone to know it again, too little to make it."""
    return sha256(code_of(registration).encode()).hexdigest()[:20]


@register.filter
def milliseconds(at: datetime) -> int:
    """Give a moment as browsers count: in milliseconds since 1970."""
    return int(at.timestamp() * 1000)


@register.simple_tag
def door_words() -> SafeString:
    """Give the sentences that the door says by itself, as attributes."""
    words = {
        "online": _("Connected. Everything is with the service."),
        "sending": _("Connected. On their way: {count}."),
        "offline": _("No connection. Go on: what you press waits on this phone ({count}) and is brought later."),
        "out": _("You are not signed in any more, or this door is not yours. Sign in and load the page again: what waits on this phone ({count}) is kept."),
        "kept": _("Received {time}, waits on this phone"),
        "valid": _("The code is valid: {}"),
        "unknown": _("This code is not on the list of this phone: it is for another event, quite new, or made up."),
        "found": _("Found: {}"),
    }  # fmt: skip
    return format_html_join(" ", 'data-{}="{}"', words.items())
