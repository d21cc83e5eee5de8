"""Who comes to an event is received at the door; who comes unannounced takes a real place."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import rules
from fiksummin.events.actions.order import locked, locked_registration
from fiksummin.events.actions.places import write_registration
from fiksummin.events.actions.queue import give_place
from fiksummin.events.choices import Mode
from fiksummin.events.facts import ParticipantArrived
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person


def receive(
    *, by: Person, registration: Registration, people: int | None = None, at: datetime | None = None
) -> Registration:
    """Check somebody in; doing it again changes nothing. ``people``: how many of them came. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_receive(registration, by))
        if registration.arrived_at is None:
            came = registration.people if people is None else max(1, min(people, registration.people))
            _note_arrival(registration, came, by, at)
    return registration


def undo_receive(*, by: Person, registration: Registration, at: datetime | None = None) -> Registration:
    """Take back an arrival noted by mistake; doing it again changes nothing. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_receive(registration, by))
        registration.arrived_at = registration.arrived_by = None
        registration.arrived = 0
        registration.save(update_fields=["arrived_at", "arrived_by", "arrived"])
    return registration


def walk_in(
    *, by: Person, event: Event, name: str = "", people: int = 1, at: datetime | None = None
) -> Registration:
    """Write down somebody who came without registering. Raises Invalid, NotAllowed, and Conflict when it is full."""
    at = at or now()
    wish = PlaceWish(mode=Mode.ON_SITE, people=people, guest_name=name.strip())
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_walk_in(event, by))
        refusal = rules.why_not_place(event, wish)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        pool = event.pool(Mode.ON_SITE)
        if pool is None or pool.free < people:
            raise Conflict(_("Every place on site is taken. Remove somebody who does not come first."))
        registration = write_registration(by=by, event=event, wish=wish, at=at, is_walk_in=True)
        give_place(registration, pool, at, at_once=True)
        _note_arrival(registration, people, by, at)
    return registration


def _note_arrival(registration: Registration, people: int, by: Person, at: datetime) -> None:
    registration.arrived_at, registration.arrived_by, registration.arrived = at, by, people
    registration.save(update_fields=["arrived_at", "arrived_by", "arrived"])
    announce(ParticipantArrived(by=by.pk, registration=registration.pk))
