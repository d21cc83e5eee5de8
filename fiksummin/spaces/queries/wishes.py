"""What somebody asks of spaces, and what can be offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from fiksummin.spaces.models import Layout, Policy, Space


@dataclass(frozen=True)
class Place:
    """A space, furnished in a way (None: as it is)."""

    space: Space
    layout: Layout | None = None

    @property
    def seats(self) -> int:
        """How many sit there."""
        return self.layout.seats if self.layout else self.space.seats


@dataclass(frozen=True)
class BookingWish:
    """Spaces together for a half-open range of aware moments, for so many people."""

    places: tuple[Place, ...]
    start: datetime
    end: datetime
    people: int = 1
    title: str = ""
    is_public: bool = False
    note: str = ""
    extra_seats: int = 0
    wants_introduction: bool = False

    @property
    def seats(self) -> int:
        """How many sit in all of it."""
        return sum(place.seats for place in self.places) + self.extra_seats

    @property
    def policies(self) -> set[Policy]:
        """The policies under which its spaces are."""
        return {place.space.policy for place in self.places}


@dataclass(frozen=True)
class WaitingWish:
    """What somebody waits for: so many minutes within a window of aware moments, for so many people.

    A window as long as the minutes is for that range alone. In a window of
    several days ``day_from`` and ``day_until`` bound each day by the site's
    clock. Without a space any will do that has the features (values of
    ``Feature``) and the seats.
    """

    start: datetime
    end: datetime
    minutes: int
    people: int = 1
    space: Space | None = None
    layout: Layout | None = None
    features: tuple[str, ...] = ()
    day_from: time | None = None
    day_until: time | None = None
    title: str = ""

    @property
    def is_exact(self) -> bool:
        """Say whether it is for one range, not for any within the window."""
        return self.end - self.start == timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Answer:
    """Places that are free for a range, and why they are offered, the strongest reason first."""

    places: tuple[Place, ...]
    start: datetime
    end: datetime
    reasons: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The names of its spaces."""
        return " + ".join(place.space.name for place in self.places)


def cells_of(spaces: Iterable[Space]) -> list[int]:
    """Give the ids of the cells that spaces are made of (prefetched ``cells`` are used)."""
    return sorted({cell.pk for space in spaces for cell in space.cells.all()})
