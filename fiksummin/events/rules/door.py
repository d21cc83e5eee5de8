"""Why somebody cannot be received: by a press, by a code, or without having registered."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.events.choices import Mode, PressKind
from fiksummin.events.models import Event, Registration
from fiksummin.events.rules.places import why_not_at_door, why_not_receive
from fiksummin.events.rules.refusals import Refusal, say_moment
from fiksummin.people.models import Person

OPENS_BEFORE = timedelta(hours=3)
"""How long before the beginning the door opens for codes and for those who come unannounced."""
RECEIVED_BEFORE = timedelta(hours=12)
"""How long before the beginning those who have a place are received at the earliest."""
CLOSES_AFTER = timedelta(hours=12)
"""How long after the end the list stays on the page of the door."""


def why_not_open_door(event: Event, at: datetime) -> str:
    """Say why nobody is received by a code, and nobody unannounced, at this moment."""
    opens = event.starts_at - OPENS_BEFORE
    if at < opens:
        return AsItStands(_("The door opens %(moment)s.") % {"moment": say_moment(opens, event)})
    return AsItStands(_("The event is over.")) if at >= event.ends_at else ""


def shuts_at(event: Event) -> datetime:
    """Give the moment at which the list of the door is put away."""
    return event.ends_at + CLOSES_AFTER


def why_not_receive_yet(event: Event, at: datetime) -> str:
    """Say why nobody is received yet, not even by name: the event is not today, nor soon."""
    begins = event.starts_at - RECEIVED_BEFORE
    if at >= begins:
        return ""
    said = _("People are received from twelve hours before the event begins: %(moment)s at the earliest.")
    return AsItStands(said % {"moment": say_moment(begins, event)})


def why_not_press(
    registration: Registration, kind: PressKind, seats: Iterable[int], at: datetime
) -> Refusal | None:
    """Say what is wrong with a press, whoever pressed; one that takes an arrival back is never too early."""
    wanted = list(seats)
    if not wanted or any(not 0 <= seat < registration.people for seat in wanted):
        return Refusal(_("There are not so many people in this registration."), "seats")
    event = registration.event
    if at < event.made_at:
        return Refusal(_("That moment cannot be right: the event was not there yet."), "at")
    if kind == PressKind.RECEIVED and (early := why_not_receive_yet(event, at)):
        return Refusal(early, "at")
    if at > shuts_at(event):
        words = {"moment": say_moment(shuts_at(event), event)}
        return Refusal(_("The list of the door was put away %(moment)s.") % words, "at")
    return None


def why_not_signed() -> str:
    """Say that a code was not made by this service for whoever has the place now."""
    return _(
        "This code is not valid: it was made up or copied wrong, or the place was handed to somebody else."
    )


def why_not_code(registration: Registration, door: Event, person: Person, at: datetime) -> str:
    """Say why whoever shows a signed code is not received at a door: it is for another one, ended, the wrong day."""
    event = registration.event
    if event.pk != door.pk:
        return _why_not_here(event, person)
    if registration.ended_at:
        return AsItStands(_("This registration has ended: the place was given up or removed."))
    if registration.holds == Mode.VIRTUAL:
        return AsItStands(_("This place is online, not on site."))
    return why_not_receive(registration, person) or why_not_open_door(event, at)


def _why_not_here(event: Event, person: Person) -> str:
    """Name the other event only to somebody who receives people there, too."""
    if why_not_at_door(event, person):
        return _("This code is for another event.")
    words = {"event": event.heading, "time": say_moment(event.starts_at, event)}
    return _("This code is for another event: %(event)s, %(time)s.") % words
