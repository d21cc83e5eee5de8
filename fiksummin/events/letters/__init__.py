"""What goes out by mail, in the reader's own language."""

from fiksummin.events.letters.after import (
    tell_asked,
    tell_digest,
    tell_missing,
    tell_step,
    tell_takeaway_removed,
)
from fiksummin.events.letters.events import (
    tell_cancelled,
    tell_changed,
    tell_near,
    tell_part,
    tell_unlucky,
)
from fiksummin.events.letters.inviting import (
    tell_answered,
    tell_chosen,
    tell_invited,
    tell_late,
    tell_new_day,
    tell_target_removed,
    tell_withdrawn,
)
from fiksummin.events.letters.links import tell_link
from fiksummin.events.letters.losing import tell_lost_space, tell_place_back
from fiksummin.events.letters.messages import tell_message
from fiksummin.events.letters.registrations import tell_handed, tell_registration, tell_taken
from fiksummin.events.letters.successors import tell_handed_on

__all__ = [
    "tell_answered",
    "tell_asked",
    "tell_cancelled",
    "tell_changed",
    "tell_chosen",
    "tell_digest",
    "tell_handed",
    "tell_handed_on",
    "tell_invited",
    "tell_late",
    "tell_link",
    "tell_lost_space",
    "tell_message",
    "tell_missing",
    "tell_near",
    "tell_new_day",
    "tell_part",
    "tell_place_back",
    "tell_registration",
    "tell_step",
    "tell_takeaway_removed",
    "tell_taken",
    "tell_target_removed",
    "tell_unlucky",
    "tell_withdrawn",
]
