"""Why not: "" means yes, anything else is the sentence that a person reads."""

from fiksummin.spaces.rules.bookings import (
    why_not_answer_booking,
    why_not_booker,
    why_not_booking,
    why_not_change_booking,
    why_not_change_over,
    why_not_for,
    why_not_more,
)
from fiksummin.spaces.rules.refusals import Refusal, say_day
from fiksummin.spaces.rules.series import why_not_recurrence
from fiksummin.spaces.rules.visits import (
    EARLY_ARRIVAL,
    Wish,
    why_not_another,
    why_not_arrive,
    why_not_change,
    why_not_come,
    why_not_host,
    why_not_leave,
    why_not_manage,
    why_not_wish,
)

__all__ = [
    "EARLY_ARRIVAL",
    "Refusal",
    "Wish",
    "say_day",
    "why_not_another",
    "why_not_answer_booking",
    "why_not_arrive",
    "why_not_booker",
    "why_not_booking",
    "why_not_change",
    "why_not_change_booking",
    "why_not_change_over",
    "why_not_come",
    "why_not_for",
    "why_not_host",
    "why_not_leave",
    "why_not_manage",
    "why_not_more",
    "why_not_recurrence",
    "why_not_wish",
]
