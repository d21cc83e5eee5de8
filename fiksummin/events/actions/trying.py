"""Whether the space of an event could be had: tried as the act itself would, and taken back."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from fiksummin.core.time import now
from fiksummin.events.actions import holding
from fiksummin.events.actions.order import locked
from fiksummin.events.choices import Mode
from fiksummin.events.models import Event
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import Person


def try_space(*, by: Person, wish: EventWish, event: Event | None = None, at: datetime | None = None) -> None:
    """Do nothing when the space could be had, for a new event or one that moves; nothing is ever written.

    Raises as ``plan_event`` does about its space: Invalid, NotAllowed, Conflict with other answers.
    """
    at = at or now()
    with transaction.atomic():
        holding.choose_in_order([wish.site, event.site if event else None])
        if event is None:
            holding.refuse_shut(wish)
            holding.book_space(by=by, wish=wish, at=at)
        else:
            known = locked(event)
            pool = known.pool(Mode.ON_SITE)
            wish = replace(wish, places=max(wish.places, pool.taken if pool else 0))
            holding.move_space(by=by, event=known, wish=wish, booking=known.booking, at=at)
        transaction.set_rollback(True)
