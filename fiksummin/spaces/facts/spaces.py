"""What is announced about spaces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class SpaceAdded(Fact):
    """A space was entered; it can be found and booked."""

    sentence = _("added a space")
    space: int


@dataclass(frozen=True, kw_only=True)
class SpaceChanged(Fact):
    """A space's particulars, parts, layouts or change-over times were changed."""

    sentence = _("changed a space")
    space: int


@dataclass(frozen=True, kw_only=True)
class SpaceRetired(Fact):
    """A space was taken out of use."""

    sentence = _("took a space out of use")
    space: int
