"""Organisers write to those who take part."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import ngettext

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import MessageSent
from fiksummin.events.models import Event, Message
from fiksummin.people.models import Person


def send_message(
    *, by: Person, event: Event, whom: str, subject: str, text: str, reach: int, at: datetime | None = None
) -> Message:
    """Write to those who take part: exactly those whom it reaches now, each once.

    ``reach`` is how many the sender was shown. Raises Invalid, NotAllowed, NotNow (too many letters
    within a day), and Conflict when it reaches others by now, or nobody.
    """
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        sent = queries.lately_sent(event, at - rules.LETTERS_WITHIN)
        refuse_if(rules.why_not_write(event, by, sent, at))
        if refusal := rules.why_not_message(event, whom, subject, text, at):
            raise Invalid(refusal.sentence, refusal.field)
        rows = list(queries.reached(event, whom))
        if len(rows) != reach or not rows:
            said = ngettext(
                "The letter reaches %(reach)d person now. Check it and send it again.",
                "The letter reaches %(reach)d people now. Check it and send it again.",
                len(rows),
            )
            raise Conflict(said % {"reach": len(rows)})
        message = Message.objects.create(
            event=event, whom=whom, subject=" ".join(subject.split()), text=text.strip(), reach=len(rows),
            made_at=at, made_by=by,
        )  # fmt: skip
        message.registrations.set(rows)
        announce(MessageSent(by=by.pk, message=message.pk))
    return message
