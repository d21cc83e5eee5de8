"""The only writers of experiments and batons."""

from fiksummin.experiments.actions.batons import (
    accept_baton,
    claim_baton,
    free_baton,
    hand_over_baton,
    pass_baton_on,
    show_holder,
    throw_baton,
    throw_many,
    try_with_baton,
)
from fiksummin.experiments.actions.experiments import (
    answer_lesson,
    end_experiment,
    leave_lesson_anew,
    note_experiment,
    prolong_experiment,
    start_experiment,
    take_lesson,
)
from fiksummin.experiments.actions.modelling import make_model
from fiksummin.experiments.actions.questions import answer_question, ask_team
from fiksummin.experiments.actions.repeating import tell_repetition
from fiksummin.experiments.actions.rewording import reword_experiment
from fiksummin.experiments.actions.team import (
    decline_team,
    invite_to_team,
    join_team,
    leave_team,
    uninvite_from_team,
)

__all__ = [
    "accept_baton",
    "answer_lesson",
    "answer_question",
    "ask_team",
    "claim_baton",
    "decline_team",
    "end_experiment",
    "free_baton",
    "hand_over_baton",
    "invite_to_team",
    "join_team",
    "leave_lesson_anew",
    "leave_team",
    "make_model",
    "note_experiment",
    "pass_baton_on",
    "prolong_experiment",
    "reword_experiment",
    "show_holder",
    "start_experiment",
    "take_lesson",
    "tell_repetition",
    "throw_baton",
    "throw_many",
    "try_with_baton",
    "uninvite_from_team",
]
