"""An event that was published too early is a draft again, as long as nobody has registered."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions import holding
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import EventWithdrawn
from fiksummin.events.models import Event
from fiksummin.people.models import Person


def withdraw_event(*, by: Person, event: Event, at: datetime | None = None) -> Event:
    """Make a draft of an event again; its space stays booked. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([event.site])
        event = locked(event)
        refuse_if(rules.why_not_withdraw(event, by, at, queries.has_registrations(event)))
        event.published_at = event.published_by = None
        event.sequence += 1
        event.save(update_fields=["published_at", "published_by", "sequence"])
        announce(EventWithdrawn(by=by.pk, event=event.pk, sequence=event.sequence))
    return event
