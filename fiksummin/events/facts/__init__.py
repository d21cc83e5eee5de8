"""What the room of events announces."""

from fiksummin.events.facts.after import (
    DigestMissing,
    DigestPublished,
    InvitationAnswered,
    InvitationLate,
    InvitationSent,
    OutcomeAdded,
    TakeawayAdded,
    TakeawayRemoved,
    TakeawaysAsked,
    TargetChosen,
)
from fiksummin.events.facts.events import (
    EventCancelled,
    EventChanged,
    EventLostSpace,
    EventPlanned,
    EventPublished,
    EventWithdrawn,
    LotteryDrawn,
)
from fiksummin.events.facts.keeping import (
    KindKept,
    SeasonKept,
    SeriesKept,
    TemplateMade,
    TemplateRemoved,
    ThemeKept,
)
from fiksummin.events.facts.links import EventNear, LinkMade
from fiksummin.events.facts.messages import MessageSent
from fiksummin.events.facts.places import (
    EventQueueJoined,
    OfferLapsed,
    OwnWishChanged,
    ParticipantArrived,
    PlaceConfirmed,
    PlaceOffered,
    PriorityGiven,
    RegistrationChanged,
    RegistrationEnded,
)
from fiksummin.events.facts.training import TrainingNoted

__all__ = [
    "DigestMissing",
    "DigestPublished",
    "EventCancelled",
    "EventChanged",
    "EventLostSpace",
    "EventNear",
    "EventPlanned",
    "EventPublished",
    "EventQueueJoined",
    "EventWithdrawn",
    "InvitationAnswered",
    "InvitationLate",
    "InvitationSent",
    "KindKept",
    "LinkMade",
    "LotteryDrawn",
    "MessageSent",
    "OfferLapsed",
    "OutcomeAdded",
    "OwnWishChanged",
    "ParticipantArrived",
    "PlaceConfirmed",
    "PlaceOffered",
    "PriorityGiven",
    "RegistrationChanged",
    "RegistrationEnded",
    "SeasonKept",
    "SeriesKept",
    "TakeawayAdded",
    "TakeawayRemoved",
    "TakeawaysAsked",
    "TargetChosen",
    "TemplateMade",
    "TemplateRemoved",
    "ThemeKept",
    "TrainingNoted",
]
