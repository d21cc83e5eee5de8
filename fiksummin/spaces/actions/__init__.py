"""The only writers of this room."""

from fiksummin.spaces.actions.forgetting import forget_visits
from fiksummin.spaces.actions.hosting import (
    check_in,
    check_out,
    note_walk_in,
    send_message,
    undo_check_in,
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
    "announce_visit",
    "cancel_visit",
    "change_site",
    "change_visit",
    "check_in",
    "check_out",
    "forget_visits",
    "note_walk_in",
    "open_site",
    "send_message",
    "set_contacts",
    "set_hours",
    "set_instructions",
    "set_seats",
    "set_special_day",
    "undo_check_in",
    "unset_special_day",
]
