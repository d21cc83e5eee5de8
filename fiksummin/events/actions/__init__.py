"""The only writers of the room of events."""

from fiksummin.events.actions.door import receive, undo_receive, walk_in
from fiksummin.events.actions.forgetting import forget_answers, forget_participants, forget_registrant
from fiksummin.events.actions.losing import keep_space, lose_space
from fiksummin.events.actions.offers import (
    accept_place,
    decline_place,
    draw_due_lots,
    draw_lots,
    lapse_places,
    lot,
)
from fiksummin.events.actions.places import (
    cancel_registration,
    change_registration,
    give_priority,
    register,
    switch_mode,
    transfer_registration,
)
from fiksummin.events.actions.planning import (
    cancel_event,
    change_event,
    plan_event,
    publish_event,
    set_people,
)

__all__ = [
    "accept_place",
    "cancel_event",
    "cancel_registration",
    "change_event",
    "change_registration",
    "decline_place",
    "draw_due_lots",
    "draw_lots",
    "forget_answers",
    "forget_participants",
    "forget_registrant",
    "give_priority",
    "keep_space",
    "lapse_places",
    "lose_space",
    "lot",
    "plan_event",
    "publish_event",
    "receive",
    "register",
    "set_people",
    "switch_mode",
    "transfer_registration",
    "undo_receive",
    "walk_in",
]
