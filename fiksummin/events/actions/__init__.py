"""The only writers of the room of events."""

from fiksummin.events.actions.after import (
    STEP,
    add_outcome,
    follow_event,
    give_feedback,
    publish_digest,
    remove_outcome,
    settle_outcome,
    unfollow_event,
)
from fiksummin.events.actions.asking import ask_takeaways, climb_invitations, remind_organisers
from fiksummin.events.actions.changing import change_event
from fiksummin.events.actions.copying import (
    Scope,
    cancel_events,
    change_events,
    make_template,
    plan_like,
    remove_template,
    repeat_event,
    try_again,
)
from fiksummin.events.actions.details import (
    set_materials,
    set_programme,
    set_questions,
    set_quotas,
    set_speakers,
)
from fiksummin.events.actions.door import receive, undo_receive, walk_in
from fiksummin.events.actions.forgetting import (
    forget_answers,
    forget_links,
    forget_participants,
    forget_registrant,
    forget_voices,
)
from fiksummin.events.actions.inviting import (
    ANSWER_WORKING_DAYS,
    accept_invitation,
    choose_target,
    decline_invitation,
    invite_lab,
    propose_target,
    remove_target,
    reword_target,
    schedule_invitation,
    seek_new_day,
    vote_for_target,
    withdraw_invitation,
    withdraw_vote,
)
from fiksummin.events.actions.keeping import (
    change_series,
    make_series,
    plan_season,
    save_kind,
    save_season,
    save_theme,
    set_kind_questions,
)
from fiksummin.events.actions.links import (
    ask_as_guest,
    confirm_guest,
    hand_over,
    invite_guest,
    invite_guests,
    take_over,
    withdraw_guest,
)
from fiksummin.events.actions.losing import keep_seats, keep_space, lose_space, regain_place
from fiksummin.events.actions.messages import send_message
from fiksummin.events.actions.moving import hold_online
from fiksummin.events.actions.near import remind_participants
from fiksummin.events.actions.offers import (
    accept_place,
    decline_place,
    draw_due_lots,
    lapse_places,
)
from fiksummin.events.actions.own_wishes import choose_offer, show_name
from fiksummin.events.actions.places import (
    cancel_registration,
    change_registration,
    give_priority,
    register,
    register_within,
    switch_mode,
    transfer_registration,
)
from fiksummin.events.actions.planning import (
    cancel_event,
    plan_event,
    publish_event,
    set_people,
)
from fiksummin.events.actions.successors import hand_on_events
from fiksummin.events.actions.takeaways import remove_takeaway, tell_takeaway, withdraw_takeaway
from fiksummin.events.actions.trailing import event_on_trail, takeaway_on_trail
from fiksummin.events.actions.training import note_training, take_back_training
from fiksummin.events.actions.trying import try_space
from fiksummin.events.actions.withdrawing import withdraw_event
from fiksummin.events.actions.wording import keep_wording, look_over_wordings

__all__ = [
    "ANSWER_WORKING_DAYS",
    "STEP",
    "Scope",
    "accept_invitation",
    "accept_place",
    "add_outcome",
    "ask_as_guest",
    "ask_takeaways",
    "cancel_event",
    "cancel_events",
    "cancel_registration",
    "change_event",
    "change_events",
    "change_registration",
    "change_series",
    "choose_offer",
    "choose_target",
    "climb_invitations",
    "confirm_guest",
    "decline_invitation",
    "decline_place",
    "draw_due_lots",
    "event_on_trail",
    "follow_event",
    "forget_answers",
    "forget_links",
    "forget_participants",
    "forget_registrant",
    "forget_voices",
    "give_feedback",
    "give_priority",
    "hand_on_events",
    "hand_over",
    "hold_online",
    "invite_guest",
    "invite_guests",
    "invite_lab",
    "keep_seats",
    "keep_space",
    "keep_wording",
    "lapse_places",
    "look_over_wordings",
    "lose_space",
    "make_series",
    "make_template",
    "note_training",
    "plan_event",
    "plan_like",
    "plan_season",
    "propose_target",
    "publish_digest",
    "publish_event",
    "receive",
    "regain_place",
    "register",
    "register_within",
    "remind_organisers",
    "remind_participants",
    "remove_outcome",
    "remove_takeaway",
    "remove_target",
    "remove_template",
    "repeat_event",
    "reword_target",
    "save_kind",
    "save_season",
    "save_theme",
    "schedule_invitation",
    "seek_new_day",
    "send_message",
    "set_kind_questions",
    "set_materials",
    "set_people",
    "set_programme",
    "set_questions",
    "set_quotas",
    "set_speakers",
    "settle_outcome",
    "show_name",
    "switch_mode",
    "take_back_training",
    "take_over",
    "takeaway_on_trail",
    "tell_takeaway",
    "transfer_registration",
    "try_again",
    "try_space",
    "undo_receive",
    "unfollow_event",
    "vote_for_target",
    "walk_in",
    "withdraw_event",
    "withdraw_guest",
    "withdraw_invitation",
    "withdraw_takeaway",
    "withdraw_vote",
]
