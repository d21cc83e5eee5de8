"""Sites, spaces, what can be claimed there, bookings and visits, and running the day."""

from fiksummin.spaces.models.booking import BookedSpace, Booking, BookingMember, Series
from fiksummin.spaces.models.change import Change
from fiksummin.spaces.models.claim import Cell, Claim, Hold
from fiksummin.spaces.models.outside import BusyFeed, Display, Feed, ImportedEvent
from fiksummin.spaces.models.running import Closure, Report, Shift
from fiksummin.spaces.models.site import Contact, Hours, Instruction, Site, SpecialDay
from fiksummin.spaces.models.space import Changeover, Layout, Policy, Space, SpacePicture, Zone
from fiksummin.spaces.models.visit import Message, Visit, VisitCount
from fiksummin.spaces.models.waiting import Offer, Waiting

__all__ = [
    "BookedSpace",
    "Booking",
    "BookingMember",
    "BusyFeed",
    "Cell",
    "Change",
    "Changeover",
    "Claim",
    "Closure",
    "Contact",
    "Display",
    "Feed",
    "Hold",
    "Hours",
    "ImportedEvent",
    "Instruction",
    "Layout",
    "Message",
    "Offer",
    "Policy",
    "Report",
    "Series",
    "Shift",
    "Site",
    "Space",
    "SpacePicture",
    "SpecialDay",
    "Visit",
    "VisitCount",
    "Waiting",
    "Zone",
]
