"""What the room of events announces."""

from fiksummin.events.facts.events import (
    EventCancelled,
    EventChanged,
    EventLostSpace,
    EventPlanned,
    EventPublished,
    LotteryDrawn,
)
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
    "EventCancelled",
    "EventChanged",
    "EventLostSpace",
    "EventPlanned",
    "EventPublished",
    "EventQueueJoined",
    "LotteryDrawn",
    "ParticipantArrived",
    "PlaceConfirmed",
    "PlaceOffered",
    "PriorityGiven",
    "RegistrationChanged",
    "RegistrationEnded",
]
