"""What is announced about events."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class EventPlanned(Fact):
    """Somebody wrote down an event, with its space and places; it is a draft until it is published."""

    sentence = _("planned an event")
    event: int


@dataclass(frozen=True, kw_only=True)
class PartGiven(Fact):
    """Somebody was named to hold an event together with others, or to receive people at it. ``sequence`` is the event's then."""

    sentence = _("named who holds an event or receives people at it")
    event: int
    person: int
    part: str
    sequence: int


@dataclass(frozen=True, kw_only=True)
class EventPublished(Fact):
    """An event can be seen by those for whom it is."""

    sentence = _("published an event")
    event: int


@dataclass(frozen=True, kw_only=True)
class EventHandedOn(Fact):
    """The only organiser of an event to come left; somebody who runs its place or the lab holds it."""

    sentence = _("became the organiser of an event whose only one left")
    event: int
    person: int


@dataclass(frozen=True, kw_only=True)
class EventWithdrawn(Fact):
    """An event is a draft again; nobody had registered."""

    sentence = _("made a draft of an event again")
    event: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class EventChanged(Fact):
    """An event was moved or reworded. ``moved``: its time or place is another.

    ``what`` names what those who take part must know: ``time``, ``place``, ``link``, ``online`` (instead of on site), ``back`` (where it was to be); ``was`` is
    the time before, two moments in ISO 8601, when the time is another.
    """

    sentence = _("changed an event")
    event: int
    sequence: int
    moved: bool = False
    what: str = ""
    was: str = ""


@dataclass(frozen=True, kw_only=True)
class EventCancelled(Fact):
    """An event will not be held; its space is free."""

    sentence = _("cancelled an event")
    event: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class EventLostSpace(Fact):
    """The space of an event was taken from it; it advertises the space no more."""

    sentence = _("took the space from an event")
    event: int
    booking: int | None = None
    """What was lost; None when the whole site was shut and no space was booked."""


@dataclass(frozen=True, kw_only=True)
class LotteryDrawn(Fact):
    """The places of an event were given by lot; the seed is kept."""

    sentence = _("gave places by lot")
    event: int
