"""Experiments with their team, log and lesson; batons with their turns."""

from fiksummin.experiments.models.baton import Baton, Hold
from fiksummin.experiments.models.experiment import (
    Attachment,
    Experiment,
    Note,
    Reception,
    TeamMember,
    Wording,
)
from fiksummin.experiments.models.question import Question
from fiksummin.experiments.models.team import TeamInvitation

__all__ = [
    "Attachment",
    "Baton",
    "Experiment",
    "Hold",
    "Note",
    "Question",
    "Reception",
    "TeamInvitation",
    "TeamMember",
    "Wording",
]
