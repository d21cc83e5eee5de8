"""What somebody asks of an event, and of a place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from fiksummin.circles.models import Circle
from fiksummin.core.pictures import Drawn
from fiksummin.events.choices import Allocation, AnswerKind, Audience, Mode, Sensitivity
from fiksummin.events.models import Event, EventKind, EventSeries, Season, Theme
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.models import Layout, Site, Space


@dataclass(frozen=True)
class Asked:
    """A question for those who register."""

    text: str
    why: str = ""
    kind: str = AnswerKind.TEXT
    options: tuple[str, ...] = ()
    sensitivity: str = Sensitivity.ORDINARY
    is_required: bool = False


@dataclass(frozen=True)
class Share:
    """How many places an organisation, or those with a role, may have at most."""

    most: int
    organisation: Organisation | None = None
    role: str = ""


@dataclass(frozen=True)
class EventWish:
    """An event as its organisers want it; moments are aware. Without ``places`` it is online only, and the reverse."""

    kind: EventKind
    title: str
    start: datetime
    end: datetime
    site: Site | None = None
    space: Space | None = None
    layout: Layout | None = None
    place: str = ""
    places: int = 0
    virtual_places: int = 0
    summary: str = ""
    text: str = ""
    language: str = "fi"
    titles: Mapping[str, str] = field(default_factory=dict)
    """Language → the title in it; so are the next two."""
    summaries: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    online_link: str = ""
    outside_link: str = ""
    audience: str = Audience.MEMBERS
    audience_organisation: Organisation | None = None
    audience_circle: Circle | None = None
    audience_role: str = ""
    allocation: str = Allocation.QUEUE
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    offer_hours: int = 0
    access: str = ""
    is_recorded: bool = False
    has_captions: bool = False
    keep_answers_days: int = 14
    dimensions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    theme: Theme | None = None
    season: Season | None = None
    visited: Organisation | None = None
    """The agency at which a stop of the tour is held."""
    series: EventSeries | None = None

    @property
    def capacities(self) -> dict[str, int]:
        """How many places it has by mode; a mode without places is left out."""
        wanted = {Mode.ON_SITE: self.places, Mode.VIRTUAL: self.virtual_places}
        return {str(mode): number for mode, number in wanted.items() if number}


_SAME = [
    "kind", "title", "site", "place", "summary", "text", "language", "titles", "summaries", "texts",
    "online_link", "outside_link", "audience", "audience_organisation", "audience_circle", "audience_role", "allocation", "opens_at", "closes_at",
    "offer_hours", "access", "is_recorded", "has_captions", "keep_answers_days", "theme", "season", "series",
    "visited",
]  # fmt: skip
"""What a wish and an event call the same."""


@dataclass(frozen=True)
class PlaceWish:
    """A place for somebody with or without an account, and for whom she brings along."""

    mode: str
    people: int = 1
    person: Person | None = None
    guest_name: str = ""
    guest_email: str = ""
    guest_language: str = ""
    companions: tuple[str, ...] = ()
    answers: Mapping[int, str] = field(default_factory=dict)
    """Question (by id) → answer."""
    asks_first: bool | None = None
    """Whether a place that becomes free is held for an answer; None: as the event does."""
    is_shown: bool = False
    """Whether the others who have a place see the name."""


@dataclass(frozen=True)
class TakeawayWish:
    """What somebody took away; a picture was drawn by ``core.pictures``, a recording is checked by the action.

    When it is told anew, a picture or a recording stays unless another is brought or it is left out.
    """

    text: str = ""
    link: str = ""
    picture: Drawn | None = None
    picture_words: str = ""
    recording: IO[bytes] | None = None
    recording_words: str = ""
    is_named: bool = False
    drops_picture: bool = False
    drops_recording: bool = False


@dataclass(frozen=True)
class InvitationWish:
    """An agency asks the lab to come."""

    topic: str
    dates: str
    audience: str = ""
    text: str = ""
    people: int = 1


def wish_of(event: Event) -> EventWish:
    """Give an event as it is, as a wish from which a change begins (its pools, tags and booked spaces are read)."""
    booked = event.booking.places.select_related("space", "layout").first() if event.booking else None
    places = {pool.mode: pool.capacity for pool in event.pools.all()}
    same = {name: getattr(event, name) for name in _SAME}
    return EventWish(
        start=event.starts_at, end=event.ends_at,
        space=booked.space if booked else None, layout=booked.layout if booked else None,
        places=places.get(Mode.ON_SITE, 0), virtual_places=places.get(Mode.VIRTUAL, 0),
        spoken=tuple(event.spoken), dimensions=tuple(event.dimensions),
        tags=tuple(tag.word for tag in event.tags.all()), **same,
    )  # fmt: skip
