"""What happens to events when their spaces are taken from them or moved."""

from fiksummin.core.facts import on
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Event
from fiksummin.spaces.facts import (
    BookingCancelled,
    BookingChanged,
    BookingDeclined,
    PlaceClosed,
    PlaceReopened,
    SpaceChanged,
)
from fiksummin.spaces.models import Closure


@on(BookingCancelled)
def lose_cancelled_space(fact: BookingCancelled) -> None:
    """An event whose booking was cancelled has no space, and says so at once."""
    _lose(fact.booking)


@on(BookingDeclined)
def lose_declined_space(fact: BookingDeclined) -> None:
    """An event whose booking was not approved has no space, and says so at once."""
    _lose(fact.booking)


@on(BookingChanged)
def keep_changed_space(fact: BookingChanged) -> None:
    """A booking is not moved from under its event."""
    for event in Event.objects.filter(booking=fact.booking):
        actions.keep_space(event=event)


@on(SpaceChanged)
def keep_seats(fact: SpaceChanged) -> None:
    """A space is not made too small for the events that are held there."""
    actions.keep_seats(space=fact.space, at=now())


@on(PlaceClosed)
def lose_shut_site(fact: PlaceClosed) -> None:
    """An event at a site that is shut meanwhile has no place there, be a space booked for it or not."""
    closure = Closure.objects.filter(pk=fact.closure, space=None).first()
    if closure is None:
        return
    for event in queries.without_space(closure.site_id, closure.starts_at, closure.ends_at):
        actions.lose_space(event=event, at=now(), to=closure)


@on(PlaceReopened)
def regain_open_site(fact: PlaceReopened) -> None:
    """An event that lost its place to a closure has it again when that is lifted."""
    for event in Event.objects.filter(lost_to=fact.closure, ends_at__gt=now()).order_by("pk"):
        actions.regain_place(by=fact.by, event=event, at=now())


def _lose(booking: int) -> None:
    for event in Event.objects.filter(booking=booking):
        actions.lose_space(event=event, at=now())
