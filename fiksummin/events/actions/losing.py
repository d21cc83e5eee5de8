"""An event whose space was taken from it stops advertising it, in the same transaction."""

from datetime import datetime

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.events import rules
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import EventLostSpace
from fiksummin.events.models import Event


def lose_space(*, event: Event, at: datetime) -> None:
    """Take the space from an event; doing it again changes nothing.

    One without a booking loses the whole place that was shut.
    """
    event = locked(event)
    if event.lost_space_at or event.cancelled_at:
        return
    booking, event.booking, event.lost_space_at = event.booking_id, None, at
    event.sequence += 1
    event.save(update_fields=["booking", "lost_space_at", "sequence"])
    announce(EventLostSpace(by=None, event=event.pk, booking=booking))


def keep_space(*, event: Event) -> None:
    """Refuse that the booking of an event no longer covers it: the event is moved instead. Raises NotAllowed."""
    event = locked(event)
    refuse_if(rules.why_not_leave_event(event))
