"""What somebody wants of a campaign or an idea, as the actions take it."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from fiksummin.events.models import Event, Takeaway
from fiksummin.ideas.choices import Audience, Weighing
from fiksummin.people.models import Organisation, Person


@dataclass(frozen=True, kw_only=True)
class CampaignWish:
    """A campaign as it is to be. ``title`` and ``question`` by language; ``phases`` by kind: when each begins; none for a channel."""

    title: dict[str, str]
    question: dict[str, str]
    organisation: Organisation
    slug: str = ""
    owner: Person | None = None
    audience: str = Audience.MEMBERS
    weighing: str = Weighing.SUPPORT
    approve_most: int = 3
    promise_days: int = 10
    phases: dict[str, datetime] = field(default_factory=dict)
    born_at: Event | None = None


@dataclass(frozen=True, kw_only=True)
class IdeaWish:
    """An idea as somebody writes it."""

    title: str
    text: str
    perspective: str
    language: str = "fi"
    born_at: Event | None = None
    takeaway: Takeaway | None = None
    """What somebody took away from an event, of which the idea comes."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What somebody looks for on a board: where ideas stand, from which perspective, in which language; empty is any."""

    state: str = ""
    perspective: str = ""
    language: str = ""

    @property
    def narrows(self) -> dict[str, str]:
        """Give what is asked for, by the field of an idea."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, kw_only=True)
class StepWish:
    """Where an idea goes, and what is promised or said of it. ``owner``: None leaves who answers for it."""

    state: str
    reason: str = ""
    owner: Person | None = None
    due_on: date | None = None
    next_step: str = ""
