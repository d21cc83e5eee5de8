"""Who comes to an event is received at the door; who comes unannounced takes a real place.

Each press has its own moment and key. Brought twice, it is one; brought late
and in any order, it counts at the moment at which it was pressed.
"""

from collections.abc import Iterable
from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.auditing import note
from fiksummin.events.actions.order import locked, locked_registration
from fiksummin.events.actions.places import new_registration, write_registration
from fiksummin.events.actions.queue import end_registration, serve_queue
from fiksummin.events.choices import Audited, Mode, PressKind, RegistrationEnd
from fiksummin.events.facts import ParticipantArrived
from fiksummin.events.models import Event, Pool, Press, Registration
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.people.models import Person


def receive(
    *,
    by: Person,
    registration: Registration,
    people: int | None = None,
    seats: Iterable[int] | None = None,
    key: str = "",
    at: datetime | None = None,
) -> Registration:
    """Check somebody in; doing it again changes nothing.

    ``people``: how many of them came, the first ones, or ``seats``: which ones (0 for whoever registered);
    all, unless told. ``at``: when it was pressed. Raises Invalid, NotAllowed, NotNow.
    """
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_receive(registration, by))
        came = registration.people if people is None else max(1, min(people, registration.people))
        _press(registration, PressKind.RECEIVED, range(came) if seats is None else seats, by, key=key, at=at)
    return registration


def undo_receive(
    *,
    by: Person,
    registration: Registration,
    seats: Iterable[int] | None = None,
    key: str = "",
    at: datetime | None = None,
) -> Registration:
    """Take back an arrival noted by mistake; doing it again changes nothing.

    A walk-in of whom nobody is left gives the place back. Raises Invalid, NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        if key and Press.objects.filter(event=registration.event, key=key).exists():
            return registration
        refuse_if(rules.why_not_receive(registration, by))
        gone = range(registration.people) if seats is None else seats
        _press(registration, PressKind.UNDONE, gone, by, key=key, at=at)
        if registration.is_walk_in and not registration.arrived:
            end_registration(by=by, registration=registration, end=RegistrationEnd.REMOVED, at=at)
            serve_queue(registration.event, at)
    return registration


def walk_in(
    *,
    by: Person,
    event: Event,
    name: str = "",
    people: int = 1,
    is_another: bool = False,
    key: str = "",
    at: datetime | None = None,
) -> Registration:
    """Write down somebody who came without registering; the same ``key`` again is the same person.

    ``is_another`` says that somebody on the list only has the same name. Raises Invalid, NotAllowed, NotNow,
    and Conflict when it is full, or when such a name is on the list already (its registration is the alternative).
    """
    name = " ".join(name.split())
    wish = PlaceWish(mode=Mode.ON_SITE, people=people, guest_name=name)
    with transaction.atomic():
        event = locked(event)
        known = Press.objects.select_related("registration__event").filter(event=event, key=key).first()
        if key and known:
            return known.registration
        moment = at or now()
        refuse_if(rules.why_not_walk_in(event, by) or rules.why_not_open_door(event, moment))
        pool = _place_for(event, wish, is_another=is_another)
        registration = new_registration(by=by, event=event, wish=wish, at=moment, is_walk_in=True)
        write_registration(registration, wish, pool, moment)
        _press(registration, PressKind.RECEIVED, range(people), by, key=key, at=moment)
        note(what=Audited.WALK_IN, registration=registration, by=by, at=moment)
    return registration


def _place_for(event: Event, wish: PlaceWish, *, is_another: bool) -> Pool:
    if refusal := rules.why_not_place(event, wish):
        raise Invalid(refusal.sentence, refusal.field)
    same = None if is_another else queries.named_like(event, wish.guest_name)
    if same:
        said = _("%(name)s is on the list already. Receive her there, or say that this is another person.")
        raise Conflict(said % {"name": wish.guest_name}, [same.pk])
    pool = event.pool(Mode.ON_SITE)
    if pool is None or pool.free < wish.people:
        raise Conflict(_("Every place on site is taken. Remove somebody who does not come first."))
    return pool


def _press(
    registration: Registration,
    kind: PressKind,
    seats: Iterable[int],
    by: Person,
    *,
    key: str,
    at: datetime | None,
) -> None:
    """Write a press down, and count anew what all of them say."""
    moment, wanted = at or now(), sorted(set(seats))
    if refusal := rules.why_not_press(registration, kind, wanted, moment):
        raise Invalid(refusal.sentence, refusal.field)
    Press.objects.get_or_create(
        event=registration.event, key=key or token_urlsafe(16),
        defaults={
            "registration": registration, "kind": kind, "seats": wanted, "pressed_at": moment, "made_by": by
        },
    )  # fmt: skip
    here = queries.seats_here(Press.objects.filter(registration=registration).select_related("made_by"))
    first = min(here.values(), key=lambda press: press.pressed_at, default=None)
    was = registration.arrived
    registration.arrived = min(len(here), registration.people)
    registration.arrived_at = first.pressed_at if first else None
    registration.arrived_by = first.made_by if first else None
    registration.save(update_fields=["arrived_at", "arrived_by", "arrived"])
    if registration.arrived and not was:
        announce(ParticipantArrived(by=by.pk, registration=registration.pk))
