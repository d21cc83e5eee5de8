"""Sites, what can be claimed there, and visits."""

from fiksummin.spaces.models.claim import Cell, Claim, Hold
from fiksummin.spaces.models.site import Contact, Hours, Instruction, Site, SpecialDay
from fiksummin.spaces.models.visit import Message, Visit, VisitCount

__all__ = [
    "Cell",
    "Claim",
    "Contact",
    "Hold",
    "Hours",
    "Instruction",
    "Message",
    "Site",
    "SpecialDay",
    "Visit",
    "VisitCount",
]
