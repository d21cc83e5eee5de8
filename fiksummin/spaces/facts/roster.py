"""What is announced about the roster of hosts."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ShiftAdded(Fact):
    """A host has a shift at a site."""

    sentence = _("added a shift to the roster")
    shift: int
    site: int


@dataclass(frozen=True, kw_only=True)
class ShiftChanged(Fact):
    """A shift has another time or another host."""

    sentence = _("changed a shift of the roster")
    shift: int
    site: int


@dataclass(frozen=True, kw_only=True)
class ShiftRemoved(Fact):
    """A shift was taken off the roster; its time may be a gap now."""

    sentence = _("removed a shift from the roster")
    shift: int
    site: int
