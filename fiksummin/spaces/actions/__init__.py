"""The only writers of this room."""

from fiksummin.spaces.actions.approvals import (
    approve_booking,
    climb_overdue,
    decline_booking,
    lapse_unanswered,
)
from fiksummin.spaces.actions.arrivals import (
    check_in_booking,
    exempt_booking,
    leave_booking,
    release_no_shows,
    renew_code,
    undo_booking_check_in,
    undo_release,
)
from fiksummin.spaces.actions.bookings import (
    book,
    cancel_booking,
    change_booking,
    note_changeover,
    set_members,
)
from fiksummin.spaces.actions.closures import close_place, reopen_place
from fiksummin.spaces.actions.forgetting import forget_bookings, forget_visits
from fiksummin.spaces.actions.hosting import (
    check_in,
    check_out,
    note_walk_in,
    send_message,
    undo_check_in,
)
from fiksummin.spaces.actions.roster import (
    add_shift,
    change_shift,
    copy_week,
    remove_shift,
    remove_shifts_without_role,
)
from fiksummin.spaces.actions.series import (
    Occurrence,
    Scope,
    book_series,
    cancel_series,
    change_series,
    preview_series,
)
from fiksummin.spaces.actions.serving import (
    answer_due,
    serve_waiting,
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
from fiksummin.spaces.actions.waiting import (
    accept_offer,
    ask_for_place,
    decline_offer,
    end_waiting,
    forget_waiting,
    lapse_offers,
    leave_queue,
    serve_all,
)

__all__ = [
    "Occurrence",
    "Scope",
    "accept_offer",
    "add_shift",
    "announce_visit",
    "answer_due",
    "approve_booking",
    "ask_for_place",
    "book",
    "book_series",
    "cancel_booking",
    "cancel_series",
    "cancel_visit",
    "change_booking",
    "change_series",
    "change_shift",
    "change_site",
    "change_visit",
    "check_in",
    "check_in_booking",
    "check_out",
    "climb_overdue",
    "close_place",
    "copy_week",
    "decline_booking",
    "decline_offer",
    "end_waiting",
    "exempt_booking",
    "forget_bookings",
    "forget_visits",
    "forget_waiting",
    "lapse_offers",
    "lapse_unanswered",
    "leave_booking",
    "leave_queue",
    "note_changeover",
    "note_walk_in",
    "open_site",
    "preview_series",
    "release_no_shows",
    "remove_shift",
    "remove_shifts_without_role",
    "renew_code",
    "reopen_place",
    "send_message",
    "serve_all",
    "serve_waiting",
    "set_contacts",
    "set_hours",
    "set_instructions",
    "set_members",
    "set_seats",
    "set_special_day",
    "undo_booking_check_in",
    "undo_check_in",
    "undo_release",
    "unset_special_day",
]
