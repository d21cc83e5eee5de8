"""What the trail announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class TrailGrew(Fact):
    """Something came of something: all who had a part in the earlier thing are to hear of it."""

    sentence = _("added a step to the trail")
    link: int


@dataclass(frozen=True, kw_only=True)
class TrailUndone(Fact):
    """A step turned out not to be one."""

    sentence = _("took a step off the trail")
    link: int


@dataclass(frozen=True, kw_only=True)
class PromiseMade(Fact):
    """Somebody answers for what comes next, by a day."""

    sentence = _("promised the next step")
    node: int
    owner: int


@dataclass(frozen=True, kw_only=True)
class PromiseOverdue(Fact):
    """The day of a promise is past, and nothing has happened."""

    sentence = _("was not done by the day that was promised")
    overdue: int
