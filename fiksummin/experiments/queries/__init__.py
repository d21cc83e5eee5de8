"""Reads of the room of experiments."""

from fiksummin.experiments.queries.batons import batons_for, holder, late_holds, seldom_reached, whole_baton
from fiksummin.experiments.queries.experiments import (
    Tried,
    attached_to,
    experiments_for,
    receptions_of,
    tried,
    whole_experiment,
)
from fiksummin.experiments.queries.links import hold_by, hold_token, lesson_by, lesson_token
from fiksummin.experiments.queries.models import model_of, seen_model, words_for_model
from fiksummin.experiments.queries.wishes import BatonWish, EndingWish, ExperimentWish, Receiver

__all__ = [
    "BatonWish",
    "EndingWish",
    "ExperimentWish",
    "Receiver",
    "Tried",
    "attached_to",
    "batons_for",
    "experiments_for",
    "hold_by",
    "hold_token",
    "holder",
    "late_holds",
    "lesson_by",
    "lesson_token",
    "model_of",
    "receptions_of",
    "seen_model",
    "seldom_reached",
    "tried",
    "whole_baton",
    "whole_experiment",
    "words_for_model",
]
