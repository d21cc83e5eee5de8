"""What is announced about links in letters, and about reminders."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class LinkMade(Fact):
    """A link goes out by mail: to confirm an address, to invite a guest, to hand a place to a colleague."""

    sentence = _("sent a link by mail")
    link: int


@dataclass(frozen=True, kw_only=True)
class EventNear(Fact):
    """An event begins soon: those who have a place are reminded, once for a time."""

    sentence = _("reminded of an event")
    event: int
    reminder: int
