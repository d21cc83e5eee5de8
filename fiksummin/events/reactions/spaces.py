"""What happens to events when their spaces are taken from them or moved."""

from fiksummin.core.facts import on
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.choices import Mode
from fiksummin.events.models import Event
from fiksummin.spaces.facts import (
    BookingCancelled,
    BookingChanged,
    BookingDeclined,
    PlaceClosed,
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
    here = Event.objects.filter(
        site=closure.site_id, booking=None, cancelled_at=None, pools__mode=Mode.ON_SITE
    )
    for event in here.within(closure.starts_at, closure.ends_at).order_by("pk"):
        actions.lose_space(event=event, at=now())


def _lose(booking: int) -> None:
    for event in Event.objects.filter(booking=booking):
        actions.lose_space(event=event, at=now())
