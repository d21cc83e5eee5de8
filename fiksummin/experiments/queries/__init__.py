"""Reads of the room of experiments."""

from fiksummin.experiments.queries.batons import batons_for, holder, late_holds, whole_baton
from fiksummin.experiments.queries.experiments import (
    Tried,
    experiments_for,
    receptions_of,
    tried,
    whole_experiment,
)
from fiksummin.experiments.queries.models import model_of, seen_model, words_for_model
from fiksummin.experiments.queries.wishes import BatonWish, EndingWish, ExperimentWish

__all__ = [
    "BatonWish",
    "EndingWish",
    "ExperimentWish",
    "Tried",
    "batons_for",
    "experiments_for",
    "holder",
    "late_holds",
    "model_of",
    "receptions_of",
    "seen_model",
    "tried",
    "whole_baton",
    "whole_experiment",
    "words_for_model",
]
