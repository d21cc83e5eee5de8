"""Experiments with their team, log and lesson; batons with their turns."""

from fiksummin.experiments.models.baton import Baton, Hold
from fiksummin.experiments.models.experiment import Experiment, Note, Reception, TeamMember

__all__ = ["Baton", "Experiment", "Hold", "Note", "Reception", "TeamMember"]
