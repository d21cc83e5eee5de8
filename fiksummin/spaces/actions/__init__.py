"""The only writers of this room."""

from fiksummin.spaces.actions.approvals import (
    approve_booking,
    climb_overdue,
    decline_booking,
    lapse_unanswered,
)
from fiksummin.spaces.actions.bookings import (
    book,
    cancel_booking,
    change_booking,
    note_changeover,
    set_members,
)
from fiksummin.spaces.actions.forgetting import forget_bookings, forget_visits
from fiksummin.spaces.actions.hosting import (
    check_in,
    check_out,
    note_walk_in,
    send_message,
    undo_check_in,
)
from fiksummin.spaces.actions.series import (
    Occurrence,
    Scope,
    book_series,
    cancel_series,
    change_series,
    preview_series,
)
from fiksummin.spaces.actions.sites import (
    change_site,
    open_site,
    set_contacts,
    set_hours,
    set_instructions,
    set_seats,
    set_special_day,
    unset_special_day,
)
from fiksummin.spaces.actions.visits import announce_visit, cancel_visit, change_visit

__all__ = [
    "Occurrence",
    "Scope",
    "announce_visit",
    "approve_booking",
    "book",
    "book_series",
    "cancel_booking",
    "cancel_series",
    "cancel_visit",
    "change_booking",
    "change_series",
    "change_site",
    "change_visit",
    "check_in",
    "check_out",
    "climb_overdue",
    "decline_booking",
    "forget_bookings",
    "forget_visits",
    "lapse_unanswered",
    "note_changeover",
    "note_walk_in",
    "open_site",
    "preview_series",
    "send_message",
    "set_contacts",
    "set_hours",
    "set_instructions",
    "set_members",
    "set_seats",
    "set_special_day",
    "undo_check_in",
    "unset_special_day",
]
