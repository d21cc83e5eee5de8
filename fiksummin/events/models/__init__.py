"""Events, their places, and those who take part."""

from fiksummin.events.models.answers import Answer, Question
from fiksummin.events.models.event import (
    Event,
    EventPerson,
    Follow,
    Invitee,
    Material,
    ProgrammeItem,
    Speaker,
)
from fiksummin.events.models.kind import EventKind, EventSeries, PlannedTheme, Season, Tag, Theme
from fiksummin.events.models.places import Companion, Pool, Quota, Registration

__all__ = [
    "Answer",
    "Companion",
    "Event",
    "EventKind",
    "EventPerson",
    "EventSeries",
    "Follow",
    "Invitee",
    "Material",
    "PlannedTheme",
    "Pool",
    "ProgrammeItem",
    "Question",
    "Quota",
    "Registration",
    "Season",
    "Speaker",
    "Tag",
    "Theme",
]
