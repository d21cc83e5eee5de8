"""What is announced about closures."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PlaceClosed(Fact):
    """A site or a space was shut for a period; what could not be was called off, each with its own fact."""

    sentence = _("shut a place for a time")
    closure: int


@dataclass(frozen=True, kw_only=True)
class PlaceReopened(Fact):
    """A closure was lifted before its time; its cells are free again."""

    sentence = _("opened a shut place again")
    closure: int
