"""What is announced about those who wait for a place."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class QueueJoined(Fact):
    """Somebody waits for a place."""

    sentence = _("joined a queue")
    waiting: int


@dataclass(frozen=True, kw_only=True)
class QueueLeft(Fact):
    """Somebody waits no longer."""

    sentence = _("left a queue")
    waiting: int


@dataclass(frozen=True, kw_only=True)
class WaitingPassed(Fact):
    """The time for which somebody waited has passed without a place."""

    sentence = _("waited until the time had passed")
    waiting: int


@dataclass(frozen=True, kw_only=True)
class OfferMade(Fact):
    """A free place is held for who is first in line."""

    sentence = _("was offered a place")
    offer: int


@dataclass(frozen=True, kw_only=True)
class OfferAccepted(Fact):
    """An offered place became a booking."""

    sentence = _("accepted an offered place")
    offer: int


@dataclass(frozen=True, kw_only=True)
class OfferDeclined(Fact):
    """An offered place was not wanted; it is free for the next in line."""

    sentence = _("declined an offered place")
    offer: int


@dataclass(frozen=True, kw_only=True)
class OfferLapsed(Fact):
    """Nobody answered an offer in time; its place is free for the next in line."""

    sentence = _("did not answer an offer in time")
    offer: int


@dataclass(frozen=True, kw_only=True)
class WaitingCalledOff(Fact):
    """The space for which somebody waited was taken out of use."""

    sentence = _("took a space out of use for which somebody waited")
    waiting: int
