"""What is announced about registrations. ``sequence`` tells one change of a registration from the next."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PlaceConfirmed(Fact):
    """Somebody has a place: at once, from the queue, by lot, or by accepting an offer."""

    sentence = _("got a place")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class EventQueueJoined(Fact):
    """Somebody stands in line for a place, or for the lottery."""

    sentence = _("joined a queue")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class PlaceOffered(Fact):
    """A freed place is held for who is first in line, until a deadline."""

    sentence = _("offered a place at an event")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(Fact):
    """A held place was declined by who also stands in line for one of the other mode; her turn there stays."""

    sentence = _("declined an offered place, and waits on in another queue")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class OfferLapsed(Fact):
    """A held place was not taken in time by who also stands in line for one of the other mode; her turn there stays."""

    sentence = _("did not answer in time, and waits on in another queue")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class RegistrationChanged(Fact):
    """How many come, or who, was changed. ``handed_by``: the id of whoever handed it to a colleague."""

    sentence = _("changed a registration")
    registration: int
    sequence: int
    handed_by: int | None = None


@dataclass(frozen=True, kw_only=True)
class RegistrationEnded(Fact):
    """A registration was cancelled, declined, removed, or its offer lapsed; what it held is free."""

    sentence = _("gave up a place")
    registration: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class OwnWishChanged(Fact):
    """Somebody said whether she is asked before a place is hers, or whether the others see her name."""

    sentence = _("changed what she wishes of her registration")
    registration: int


@dataclass(frozen=True, kw_only=True)
class PriorityGiven(Fact):
    """Somebody was put at the head of the queue; the reason is kept with the registration."""

    sentence = _("gave priority in a queue")
    registration: int


@dataclass(frozen=True, kw_only=True)
class ParticipantArrived(Fact):
    """Somebody came to an event."""

    sentence = _("came to an event")
    registration: int


@dataclass(frozen=True, kw_only=True)
class GroupOutgrown(Fact):
    """A group that waits became larger than all places, or than a quota of its: it keeps its turn, but is not served as things are."""

    sentence = _("waits with more people than there are places for")
    registration: int
    sequence: int
