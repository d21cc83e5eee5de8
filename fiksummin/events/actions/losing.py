"""An event whose space was taken from it stops advertising it, in the same transaction."""

from datetime import datetime

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.events import queries, rules
from fiksummin.events.actions.order import locked
from fiksummin.events.choices import Mode
from fiksummin.events.facts import EventChanged, EventLostSpace
from fiksummin.events.models import Event
from fiksummin.spaces.models import Closure


def lose_space(*, event: Event, at: datetime, to: Closure | None = None) -> None:
    """Take the space from an event that is on or to come; doing it again changes nothing.

    It loses the whole place ``to`` a closure, and has it again when that is lifted: without the space, if one was booked.
    """
    event = locked(event)
    if event.cancelled_at or at >= event.ends_at:
        return
    if event.lost_space_at:
        if to is not None and event.lost_to_id is None:
            event.lost_to, event.sequence, event.changed_at = to, event.sequence + 1, at
            event.save(update_fields=["lost_to", "sequence", "changed_at"])
        return
    booking, event.booking, event.lost_space_at = event.booking_id, None, at
    event.lost_to, event.sequence = to, event.sequence + 1
    event.save(update_fields=["booking", "lost_space_at", "lost_to", "sequence"])
    announce(EventLostSpace(by=None, event=event.pk, booking=booking))


def regain_place(*, by: int | None, event: Event, at: datetime) -> None:
    """Let an event be where it was, the closure being lifted; another that stands in its time keeps it from there.

    One whose booking was cancelled has its site again, but no space there.
    """
    event = locked(event)
    if event.lost_to_id is None or event.cancelled_at:
        return
    event.lost_to = queries.shutting(event)
    if event.lost_to is not None:
        event.save(update_fields=["lost_to"])
        return
    what = "" if queries.lost_booking(event) else "back"
    event.lost_space_at = None if what else event.lost_space_at
    event.sequence, event.changed_at = event.sequence + 1, at
    event.save(update_fields=["lost_space_at", "lost_to", "sequence", "changed_at"])
    announce(EventChanged(by=by, event=event.pk, sequence=event.sequence, moved=True, what=what))


def keep_space(*, event: Event) -> None:
    """Refuse that the booking of an event no longer covers it: the event is moved instead. Raises NotAllowed."""
    event = locked(event)
    refuse_if(rules.why_not_leave_event(event))


def keep_seats(*, space: int, at: datetime) -> None:
    """Refuse that a space has fewer seats than an event that is on or to come has places there. Raises Invalid."""
    for event in queries.held_in(space, at):
        seats = queries.seats_of(event)
        pool = event.pool(Mode.ON_SITE)
        last = queries.last_in(event, Mode.ON_SITE, pool.taken - seats) if pool and seats else []
        refuse_field((rules.why_not_so_few_seats(event, seats, last), "seats"))
