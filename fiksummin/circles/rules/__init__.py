"""Why something cannot be done with a community: "" or the sentence that a person reads."""

from fiksummin.circles.rules.circles import (
    why_not_change,
    why_not_end,
    why_not_found,
    why_not_words,
)
from fiksummin.circles.rules.joining import (
    why_not_answer,
    why_not_ask,
    why_not_invite,
    why_not_join,
    why_not_leave,
    why_not_make_keeper,
    why_not_remove,
    why_not_say,
)

__all__ = [
    "why_not_answer",
    "why_not_ask",
    "why_not_change",
    "why_not_end",
    "why_not_found",
    "why_not_invite",
    "why_not_join",
    "why_not_leave",
    "why_not_make_keeper",
    "why_not_remove",
    "why_not_say",
    "why_not_words",
]
