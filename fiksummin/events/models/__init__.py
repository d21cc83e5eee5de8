"""Events, their places, and those who take part."""

from fiksummin.events.models.after import Digest, Feedback, FeedbackFigures, FeedbackGiven, Outcome, Takeaway
from fiksummin.events.models.answers import Answer, Question
from fiksummin.events.models.audit import AuditLine
from fiksummin.events.models.changes import ChangeReason
from fiksummin.events.models.door import Press
from fiksummin.events.models.event import (
    Event,
    EventPerson,
    Follow,
    Invitee,
    Material,
    ProgrammeItem,
    Speaker,
)
from fiksummin.events.models.gathering import EventSeries, PlannedTheme, Season, Theme
from fiksummin.events.models.inviting import Invitation, Target, TargetVote
from fiksummin.events.models.kind import (
    EventKind,
    KindQuestion,
    Tag,
)
from fiksummin.events.models.links import Link, Reminder
from fiksummin.events.models.lots import Draw
from fiksummin.events.models.messages import Message
from fiksummin.events.models.places import Companion, Pool, Registration
from fiksummin.events.models.quotas import Counted, Quota
from fiksummin.events.models.template import EventTemplate
from fiksummin.events.models.trailing import EventOnTrail, OutcomeOnTrail, PlannedOnTrail, TakeawayOnTrail
from fiksummin.events.models.training import TrainingNote
from fiksummin.events.models.wording import Wording

__all__ = [
    "Answer",
    "AuditLine",
    "ChangeReason",
    "Companion",
    "Counted",
    "Digest",
    "Draw",
    "Event",
    "EventKind",
    "EventOnTrail",
    "EventPerson",
    "EventSeries",
    "EventTemplate",
    "Feedback",
    "FeedbackFigures",
    "FeedbackGiven",
    "Follow",
    "Invitation",
    "Invitee",
    "KindQuestion",
    "Link",
    "Material",
    "Message",
    "Outcome",
    "OutcomeOnTrail",
    "PlannedOnTrail",
    "PlannedTheme",
    "Pool",
    "Press",
    "ProgrammeItem",
    "Question",
    "Quota",
    "Registration",
    "Reminder",
    "Season",
    "Speaker",
    "Tag",
    "Takeaway",
    "TakeawayOnTrail",
    "Target",
    "TargetVote",
    "Theme",
    "TrainingNote",
    "Wording",
]
