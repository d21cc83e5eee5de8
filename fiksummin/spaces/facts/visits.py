"""What the room of places announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class SiteOpened(Fact):
    """A site was entered; it can be found and visited."""

    sentence = _("opened a site")
    site: int


@dataclass(frozen=True, kw_only=True)
class SiteChanged(Fact):
    """A site's particulars, hours, exceptions, seats, contacts or instructions were changed."""

    sentence = _("changed a site")
    site: int


@dataclass(frozen=True, kw_only=True)
class VisitAnnounced(Fact):
    """Somebody announced a visit."""

    sentence = _("announced a visit")
    visit: int
    sequence: int = 0


@dataclass(frozen=True, kw_only=True)
class VisitChanged(Fact):
    """The time, the number of people or the note of a visit was changed."""

    sentence = _("changed a visit")
    visit: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class VisitCancelled(Fact):
    """A visit was cancelled; its seats are free again."""

    sentence = _("cancelled a visit")
    visit: int
    sequence: int


@dataclass(frozen=True, kw_only=True)
class VisitorArrived(Fact):
    """A host received a visitor."""

    sentence = _("received a visitor")
    visit: int


@dataclass(frozen=True, kw_only=True)
class ArrivalUndone(Fact):
    """A host took back an arrival that was noted by mistake."""

    sentence = _("took back an arrival")
    visit: int


@dataclass(frozen=True, kw_only=True)
class VisitorLeft(Fact):
    """A visitor left; what remained of the seats' time is free again."""

    sentence = _("noted that a visitor left")
    visit: int


@dataclass(frozen=True, kw_only=True)
class MessageSent(Fact):
    """A host sent a visitor a word."""

    sentence = _("sent a word to a visitor")
    message: int
