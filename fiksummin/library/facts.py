"""What the room of the library announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ItemPublished(Fact):
    """A model, a tool, a tip or a method is there for others."""

    sentence = _("added something to the library")
    item: int


@dataclass(frozen=True, kw_only=True)
class ItemChanged(Fact):
    """A thing of the library has a new version, which says what changed and why."""

    sentence = _("changed something in the library")
    version: int


@dataclass(frozen=True, kw_only=True)
class KeeperAdded(Fact):
    """Somebody was asked to keep a thing of the library up, too."""

    sentence = _("asked somebody to keep something in the library up, too")
    keeper: int


@dataclass(frozen=True, kw_only=True)
class ItemChecked(Fact):
    """Somebody looked at it, and it still holds."""

    sentence = _("checked that something in the library still holds")
    check: int


@dataclass(frozen=True, kw_only=True)
class ReviewFell(Fact):
    """Nobody checked it in time, so others are to: those who keep it up, then a host."""

    sentence = _("was not checked in time")
    item: int


@dataclass(frozen=True, kw_only=True)
class ItemRetired(Fact):
    """A thing of the library is out of use, with its reason and perhaps what replaces it."""

    sentence = _("took something in the library out of use")
    retirement: int


@dataclass(frozen=True, kw_only=True)
class ItemReturned(Fact):
    """A thing that was out of use is in use again."""

    sentence = _("took something in the library back into use")
    item: int


@dataclass(frozen=True, kw_only=True)
class Adopted(Fact):
    """Somebody uses it, and says where and how."""

    sentence = _("took something from the library into use")
    adoption: int


@dataclass(frozen=True, kw_only=True)
class AdoptionTold(Fact):
    """Who uses it told anew how it goes."""

    sentence = _("told how something from the library works")
    adoption: int


@dataclass(frozen=True, kw_only=True)
class RulingSaid(Fact):
    """An agency permits a tool, or does not."""

    sentence = _("told whether an agency permits a tool")
    ruling: int


@dataclass(frozen=True, kw_only=True)
class LabModelChanged(Fact):
    """The lab works otherwise than before, and says because of what."""

    sentence = _("changed the operating model of the lab")
    version: int


@dataclass(frozen=True, kw_only=True)
class LabLessonTold(Fact):
    """The lab learnt something about itself."""

    sentence = _("wrote down a lesson of the lab")
    lesson: int
