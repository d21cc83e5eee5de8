"""What somebody who registered wishes for herself: to be asked before a place is hers, to be seen by the others."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.actions.order import locked_registration
from fiksummin.events.facts import OwnWishChanged
from fiksummin.events.models import Registration
from fiksummin.people.models import Person


def choose_offer(
    *,
    by: Person | None,
    registration: Registration,
    asks_first: bool,
    secret: str = "",
    at: datetime | None = None,
) -> Registration:
    """Say while she waits whether a place is held for her answer or hers at once. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_choose_offer(registration, by, at, secret))
        registration.asks_first = asks_first
        registration.save(update_fields=["asks_first"])
        announce(OwnWishChanged(by=by.pk if by else None, registration=registration.pk))
    return registration


def show_name(
    *,
    by: Person | None,
    registration: Registration,
    is_shown: bool,
    secret: str = "",
    at: datetime | None = None,
) -> Registration:
    """Let the others who have a place see her name, or no more. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_show_name(registration, by, at, secret))
        if bool(registration.shown_at) != is_shown:
            registration.shown_at = at if is_shown else None
            registration.save(update_fields=["shown_at"])
            announce(OwnWishChanged(by=by.pk if by else None, registration=registration.pk))
    return registration
