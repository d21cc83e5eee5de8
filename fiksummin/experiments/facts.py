"""What the room of experiments announces."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fiksummin.core.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ExperimentStarted(Fact):
    """Somebody tries something out."""

    sentence = _("started an experiment")
    experiment: int


@dataclass(frozen=True, kw_only=True)
class ExperimentNoted(Fact):
    """Something was written into the log of an experiment."""

    sentence = _("wrote into the log of an experiment")
    note: int


@dataclass(frozen=True, kw_only=True)
class ExperimentProlonged(Fact):
    """The team of an experiment gave it another last day, and said why in its log."""

    sentence = _("gave an experiment another last day")
    note: int
    overdue: int | None
    """What told last that it was past its last day, if anything did."""


@dataclass(frozen=True, kw_only=True)
class ExperimentReworded(Fact):
    """The team of an experiment says it otherwise; a line of its log keeps what it said before."""

    sentence = _("changed the words of an experiment")
    note: int


@dataclass(frozen=True, kw_only=True)
class ExperimentEnded(Fact):
    """An experiment has its answer and its lesson."""

    sentence = _("ended an experiment and wrote down its lesson")
    experiment: int


@dataclass(frozen=True, kw_only=True)
class LessonTaken(Fact):
    """Somebody said that it is she who tells what becomes of a lesson."""

    sentence = _("took a lesson to tell what becomes of it")
    reception: int
    former: int | None = None
    """Who answered for it until then, if she is known."""


@dataclass(frozen=True, kw_only=True)
class LessonLeftAnew(Fact):
    """A lesson that nobody had answered was left to somebody else."""

    sentence = _("left a lesson to somebody else")
    reception: int
    former: int | None
    """Who answered for it until then, if she is known."""
    overdue: int | None = None
    """What told last that it was past its day, if anything did."""


@dataclass(frozen=True, kw_only=True)
class LessonAnswered(Fact):
    """Who was to receive a lesson said what became of it."""

    sentence = _("told what became of a lesson")
    reception: int


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Fact):
    """Somebody asks those who tried something out."""

    sentence = _("asked the team of an experiment")
    question: int


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(Fact):
    """One of the team answered a question."""

    sentence = _("answered a question about an experiment")
    question: int


@dataclass(frozen=True, kw_only=True)
class TeamInvited(Fact):
    """Somebody was invited to the team of an experiment, by a letter."""

    sentence = _("invited somebody to the team of an experiment")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class TeamJoined(Fact):
    """Who was invited to the team of an experiment takes part."""

    sentence = _("joined the team of an experiment")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class TeamDeclined(Fact):
    """Who was invited to the team of an experiment does not take part."""

    sentence = _("does not join the team of an experiment")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class TeamUninvited(Fact):
    """Whoever invited somebody to the team of an experiment withdrew it."""

    sentence = _("withdrew an invitation to the team of an experiment")
    invitation: int


@dataclass(frozen=True, kw_only=True)
class TeamLeft(Fact):
    """Somebody left the team of an experiment."""

    sentence = _("left the team of an experiment")
    experiment: int


@dataclass(frozen=True, kw_only=True)
class BatonHanded(Fact):
    """A baton is offered to somebody: it was launched, handed on or passed on."""

    sentence = _("handed the experiment baton on")
    hold: int


@dataclass(frozen=True, kw_only=True)
class BatonTaken(Fact):
    """Somebody took a baton that was offered to her, to her organisation or by letter."""

    sentence = _("took the experiment baton")
    hold: int


@dataclass(frozen=True, kw_only=True)
class BatonFreed(Fact):
    """A baton that stood still was taken from its holder."""

    sentence = _("freed the experiment baton")
    hold: int
