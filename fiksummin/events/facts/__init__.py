"""What the room of events announces."""

from fiksummin.events.facts.after import (
    DigestPublished,
    InvitationAnswered,
    InvitationSent,
    OutcomeAdded,
    TakeawayAdded,
    TargetChosen,
)
from fiksummin.events.facts.events import (
    EventCancelled,
    EventChanged,
    EventLostSpace,
    EventPlanned,
    EventPublished,
    LotteryDrawn,
)
from fiksummin.events.facts.links import EventNear, LinkMade
from fiksummin.events.facts.places import (
    EventQueueJoined,
    ParticipantArrived,
    PlaceConfirmed,
    PlaceOffered,
    PriorityGiven,
    RegistrationChanged,
    RegistrationEnded,
)

__all__ = [
    "DigestPublished",
    "EventCancelled",
    "EventChanged",
    "EventLostSpace",
    "EventNear",
    "EventPlanned",
    "EventPublished",
    "EventQueueJoined",
    "InvitationAnswered",
    "InvitationSent",
    "LinkMade",
    "LotteryDrawn",
    "OutcomeAdded",
    "ParticipantArrived",
    "PlaceConfirmed",
    "PlaceOffered",
    "PriorityGiven",
    "RegistrationChanged",
    "RegistrationEnded",
    "TakeawayAdded",
    "TargetChosen",
]
