"""Why something cannot be done with experiments and batons: "" or the sentence that a person reads."""

from fiksummin.experiments.rules.batons import (
    why_not_accept,
    why_not_baton,
    why_not_branch,
    why_not_claim,
    why_not_free,
    why_not_hand_over,
    why_not_pass_on,
    why_not_receive,
    why_not_show,
    why_not_throw,
    why_not_throw_many,
    why_not_try,
)
from fiksummin.experiments.rules.experiments import (
    why_not_answer_lesson,
    why_not_end,
    why_not_ending,
    why_not_last_day,
    why_not_note,
    why_not_prolong,
    why_not_start,
    why_not_take_lesson,
    why_not_wish,
)
from fiksummin.experiments.rules.modelling import why_not_model
from fiksummin.experiments.rules.questions import why_not_answer_question, why_not_ask
from fiksummin.experiments.rules.repeating import why_copied, why_not_repetition
from fiksummin.experiments.rules.team import heir_of, why_not_invite, why_not_join, why_not_leave

__all__ = [
    "heir_of",
    "why_copied",
    "why_not_accept",
    "why_not_answer_lesson",
    "why_not_answer_question",
    "why_not_ask",
    "why_not_baton",
    "why_not_branch",
    "why_not_claim",
    "why_not_end",
    "why_not_ending",
    "why_not_free",
    "why_not_hand_over",
    "why_not_invite",
    "why_not_join",
    "why_not_last_day",
    "why_not_leave",
    "why_not_model",
    "why_not_note",
    "why_not_pass_on",
    "why_not_prolong",
    "why_not_receive",
    "why_not_repetition",
    "why_not_show",
    "why_not_start",
    "why_not_take_lesson",
    "why_not_throw",
    "why_not_throw_many",
    "why_not_try",
    "why_not_wish",
]
