"""What the room of places announces."""

from fiksummin.spaces.facts.visits import (
    ArrivalUndone,
    MessageSent,
    SiteChanged,
    SiteOpened,
    VisitAnnounced,
    VisitCancelled,
    VisitChanged,
    VisitorArrived,
    VisitorLeft,
)

__all__ = [
    "ArrivalUndone",
    "MessageSent",
    "SiteChanged",
    "SiteOpened",
    "VisitAnnounced",
    "VisitCancelled",
    "VisitChanged",
    "VisitorArrived",
    "VisitorLeft",
]
