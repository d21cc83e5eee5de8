"""Reads of the room of experiments."""

from fiksummin.experiments.queries.batons import (
    Branch,
    Thrown,
    batons_for,
    has_branches,
    holder,
    late_holds,
    seldom_reached,
    thrown,
    tree,
    whole_baton,
)
from fiksummin.experiments.queries.cells import cells
from fiksummin.experiments.queries.experiments import (
    Tried,
    attached_to,
    experiments_for,
    log_of,
    receptions_of,
    trials,
    tried,
    tried_each,
    whole_experiment,
)
from fiksummin.experiments.queries.finding import Finding, find_experiments, trying
from fiksummin.experiments.queries.links import (
    hold_by,
    hold_token,
    invitation_by,
    lesson_by,
    lesson_token,
    team_token,
)
from fiksummin.experiments.queries.models import model_of, seen_model, words_for_model
from fiksummin.experiments.queries.spread import Spread, pass_on_number, passed_by_each, spread
from fiksummin.experiments.queries.team import in_team, invitations_to, sent_by, team_of
from fiksummin.experiments.queries.wishes import (
    BatonWish,
    EndingWish,
    ExperimentWish,
    Receiver,
    RepetitionWish,
)

__all__ = [
    "BatonWish",
    "Branch",
    "EndingWish",
    "ExperimentWish",
    "Finding",
    "Receiver",
    "RepetitionWish",
    "Spread",
    "Thrown",
    "Tried",
    "attached_to",
    "batons_for",
    "cells",
    "experiments_for",
    "find_experiments",
    "has_branches",
    "hold_by",
    "hold_token",
    "holder",
    "in_team",
    "invitation_by",
    "invitations_to",
    "late_holds",
    "lesson_by",
    "lesson_token",
    "log_of",
    "model_of",
    "pass_on_number",
    "passed_by_each",
    "receptions_of",
    "seen_model",
    "seldom_reached",
    "sent_by",
    "spread",
    "team_of",
    "team_token",
    "thrown",
    "tree",
    "trials",
    "tried",
    "tried_each",
    "trying",
    "whole_baton",
    "whole_experiment",
    "words_for_model",
]
