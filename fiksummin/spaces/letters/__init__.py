"""What goes out by mail, in the reader's own language."""

from fiksummin.spaces.letters.approvals import ask_hosts, ask_hosts_of_series
from fiksummin.spaces.letters.bookings import tell_booking, tell_overdue, tell_removed
from fiksummin.spaces.letters.busy import tell_silent
from fiksummin.spaces.letters.invitations import decline_invitation
from fiksummin.spaces.letters.reports import (
    call_host,
    pass_report_on,
    tell_of_answer,
    tell_overdue_report,
)
from fiksummin.spaces.letters.roster import tell_shifts
from fiksummin.spaces.letters.series import tell_series
from fiksummin.spaces.letters.sharing import ask_to_share
from fiksummin.spaces.letters.visits import pass_on, tell
from fiksummin.spaces.letters.waiting import (
    tell_called_off,
    tell_offer,
    tell_passed,
    tell_release,
)

__all__ = [
    "ask_hosts",
    "ask_hosts_of_series",
    "ask_to_share",
    "call_host",
    "decline_invitation",
    "pass_on",
    "pass_report_on",
    "tell",
    "tell_booking",
    "tell_called_off",
    "tell_of_answer",
    "tell_offer",
    "tell_overdue",
    "tell_overdue_report",
    "tell_passed",
    "tell_release",
    "tell_removed",
    "tell_series",
    "tell_shifts",
    "tell_silent",
]
