"""Why not: "" means yes, anything else is the sentence that a person reads."""

from fiksummin.spaces.rules.arrivals import (
    EARLY_CHECK_IN,
    grace_of,
    kept_until,
    why_not_check_in,
    why_not_exempt,
    why_not_have_back,
    why_not_leave_booking,
    why_not_release,
    why_not_undo_arrival,
)
from fiksummin.spaces.rules.bookings import (
    may_use,
    why_not_answer_booking,
    why_not_booker,
    why_not_booking,
    why_not_change_booking,
    why_not_change_over,
    why_not_for,
    why_not_more,
    why_not_repeat,
)
from fiksummin.spaces.rules.closures import why_not_close, why_not_reopen
from fiksummin.spaces.rules.refusals import Refusal, say_day, why_not_open, why_not_there
from fiksummin.spaces.rules.reports import (
    why_not_answer_with,
    why_not_handle,
    why_not_report,
)
from fiksummin.spaces.rules.roster import (
    why_not_change_shift,
    why_not_host_on,
    why_not_roster,
    why_not_shift,
    why_not_twice,
)
from fiksummin.spaces.rules.said import policy_said
from fiksummin.spaces.rules.searching import asker, for_booker
from fiksummin.spaces.rules.series import why_not_recurrence
from fiksummin.spaces.rules.spaces import (
    why_not_minutes,
    why_not_space,
    why_not_without,
    why_not_without_parts,
)
from fiksummin.spaces.rules.visits import (
    EARLY_ARRIVAL,
    Wish,
    why_not_another,
    why_not_arrive,
    why_not_cancel,
    why_not_change,
    why_not_come,
    why_not_host,
    why_not_leave,
    why_not_manage,
    why_not_wish,
)
from fiksummin.spaces.rules.waiting import (
    why_not_answer_offer,
    why_not_leave_queue,
    why_not_wait,
    why_not_wait_more,
)

__all__ = [
    "EARLY_ARRIVAL",
    "EARLY_CHECK_IN",
    "Refusal",
    "Wish",
    "asker",
    "for_booker",
    "grace_of",
    "kept_until",
    "may_use",
    "policy_said",
    "say_day",
    "why_not_another",
    "why_not_answer_booking",
    "why_not_answer_offer",
    "why_not_answer_with",
    "why_not_arrive",
    "why_not_booker",
    "why_not_booking",
    "why_not_cancel",
    "why_not_change",
    "why_not_change_booking",
    "why_not_change_over",
    "why_not_change_shift",
    "why_not_check_in",
    "why_not_close",
    "why_not_come",
    "why_not_exempt",
    "why_not_for",
    "why_not_handle",
    "why_not_have_back",
    "why_not_host",
    "why_not_host_on",
    "why_not_leave",
    "why_not_leave_booking",
    "why_not_leave_queue",
    "why_not_manage",
    "why_not_minutes",
    "why_not_more",
    "why_not_open",
    "why_not_recurrence",
    "why_not_release",
    "why_not_reopen",
    "why_not_repeat",
    "why_not_report",
    "why_not_roster",
    "why_not_shift",
    "why_not_space",
    "why_not_there",
    "why_not_twice",
    "why_not_undo_arrival",
    "why_not_wait",
    "why_not_wait_more",
    "why_not_wish",
    "why_not_without",
    "why_not_without_parts",
]
