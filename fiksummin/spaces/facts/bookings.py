"""What is announced about bookings."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class BookingMade(Fact):
    """Somebody booked spaces; they are claimed, or wait for an approval."""

    sentence = _("made a booking")
    booking: int
    sequence: int = 0
    together: bool = False
    """One of many in one act: a letter tells of them all."""


@dataclass(frozen=True, kw_only=True)
class BookingChanged(Fact):
    """A booking was moved, extended or reworded; what it no longer needs is free."""

    sentence = _("changed a booking")
    booking: int
    sequence: int
    together: bool = False
    """One of many in one act: a letter tells of them all."""


@dataclass(frozen=True, kw_only=True)
class BookingCancelled(Fact):
    """A booking was cancelled; its spaces are free again."""

    sentence = _("cancelled a booking")
    booking: int
    sequence: int
    together: bool = False
    """One of many in one act: a letter tells of them all."""


@dataclass(frozen=True, kw_only=True)
class BookingApproved(Fact):
    """A booking was approved; its spaces are claimed."""

    sentence = _("approved a booking")
    booking: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class BookingDeclined(Fact):
    """A booking was declined; what it held is free again."""

    sentence = _("declined a booking")
    booking: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class ApprovalOverdue(Fact):
    """Nobody answered a booking in time; ``due`` is the deadline that passed."""

    sentence = _("found a booking without an answer")
    booking: int
    due: str


@dataclass(frozen=True, kw_only=True)
class MemberRemoved(Fact):
    """Somebody holds a booking with the others no more."""

    sentence = _("took somebody off a booking")
    booking: int
    person: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class SeriesBooked(Fact):
    """A booking that comes again was made, all its dates in one act."""

    sentence = _("booked a series")
    series: int
    sequence: int = 0


@dataclass(frozen=True, kw_only=True)
class SeriesChanged(Fact):
    """Several bookings of a series were changed in one act."""

    sentence = _("changed a series")
    series: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class SeriesCancelled(Fact):
    """Several bookings of a series were cancelled."""

    sentence = _("cancelled bookings of a series")
    series: int
    sequence: int
