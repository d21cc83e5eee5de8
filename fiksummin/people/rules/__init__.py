"""Why not: "" means yes, anything else is the sentence that a person reads."""

from fiksummin.people.rules.entry import why_not_accept, why_not_address, why_not_enter, why_not_sign_up
from fiksummin.people.rules.guests import (
    GUEST_DAYS,
    INVITATION_DAYS,
    OPEN_INVITATIONS,
    why_not_another_guest,
    why_not_invite,
    why_not_invite_to,
    why_not_last_day,
    why_not_withdraw,
)
from fiksummin.people.rules.inviting import (
    MOST_INVITED,
    why_answered,
    why_no_address,
    why_nobody,
    why_not_addresses,
    why_not_uninvite,
)
from fiksummin.people.rules.running import (
    why_not_end_role,
    why_not_erase,
    why_not_grant,
    why_not_hold,
    why_not_run,
    why_not_without_owner,
)

__all__ = [
    "GUEST_DAYS",
    "INVITATION_DAYS",
    "MOST_INVITED",
    "OPEN_INVITATIONS",
    "why_answered",
    "why_no_address",
    "why_nobody",
    "why_not_accept",
    "why_not_address",
    "why_not_addresses",
    "why_not_another_guest",
    "why_not_end_role",
    "why_not_enter",
    "why_not_erase",
    "why_not_grant",
    "why_not_hold",
    "why_not_invite",
    "why_not_invite_to",
    "why_not_last_day",
    "why_not_run",
    "why_not_sign_up",
    "why_not_uninvite",
    "why_not_withdraw",
    "why_not_without_owner",
]
