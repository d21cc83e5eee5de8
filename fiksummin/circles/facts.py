"""What the room of communities announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CircleFounded(Fact):
    """A community is there."""

    sentence = _("founded a community")
    circle: int


@dataclass(frozen=True, kw_only=True)
class CircleChanged(Fact):
    """What a community says of itself, or how one joins it, is otherwise."""

    sentence = _("changed what a community says of itself")
    circle: int


@dataclass(frozen=True, kw_only=True)
class CircleEnded(Fact):
    """A community has ended, and says why."""

    sentence = _("ended a community")
    circle: int


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Fact):
    """Somebody is a member."""

    sentence = _("joined a community")
    circle: int
    person: int


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Fact):
    """Somebody is a member no longer: she left, or somebody who keeps the community took her off."""

    sentence = _("left a community")
    circle: int
    person: int


@dataclass(frozen=True, kw_only=True)
class KeeperMade(Fact):
    """Somebody keeps the community from now on; by nobody, when it would have been left without."""

    sentence = _("made somebody a keeper of a community")
    circle: int
    person: int


@dataclass(frozen=True, kw_only=True)
class JoiningAsked(Fact):
    """Somebody asks to become a member."""

    sentence = _("asked to join a community")
    asking: int


@dataclass(frozen=True, kw_only=True)
class JoiningAnswered(Fact):
    """A request to join has its answer."""

    sentence = _("answered a request to join a community")
    asking: int


@dataclass(frozen=True, kw_only=True)
class MemberInvited(Fact):
    """Somebody who keeps a community invites somebody to it."""

    sentence = _("invited somebody to a community")
    asking: int
