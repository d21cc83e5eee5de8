"""What somebody asks of spaces, and what can be offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fiksummin.spaces.models import Layout, Space


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
