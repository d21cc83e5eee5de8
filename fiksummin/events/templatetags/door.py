"""Small pieces of the door of an event."""

from datetime import datetime

from django import template
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
