"""What is announced about coming to what one booked, and about leaving it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class BookerArrived(Fact):
    """Those who booked are in the space."""

    sentence = _("arrived at a booked space")
    booking: int


@dataclass(frozen=True, kw_only=True)
class BookerArrivalUndone(Fact):
    """A host took back an arrival that was noted by mistake."""

    sentence = _("took back an arrival at a booked space")
    booking: int


@dataclass(frozen=True, kw_only=True)
class BookingExempted(Fact):
    """A host keeps a booking for those who come late: it is not given to others."""

    sentence = _("kept a booking for latecomers")
    booking: int


@dataclass(frozen=True, kw_only=True)
class BookingReleased(Fact):
    """Nobody came; what remains of the time is free again."""

    sentence = _("gave back a booking to which nobody came")
    booking: int


@dataclass(frozen=True, kw_only=True)
class ReleaseUndone(Fact):
    """A host gave a released booking its time back."""

    sentence = _("gave a booking its time back")
    booking: int


@dataclass(frozen=True, kw_only=True)
class BookingLeft(Fact):
    """Those who booked left early; what remains of the time is free again."""

    sentence = _("left a booked space early")
    booking: int


@dataclass(frozen=True, kw_only=True)
class CodeRenewed(Fact):
    """A space has a new code on its door; the old ones lead nowhere."""

    sentence = _("renewed the code of a space")
    space: int
