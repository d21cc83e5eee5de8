"""What those who run the lab say of a kind, a theme or a season."""

from dataclasses import dataclass
from datetime import date

from fiksummin.events.models import Theme
from fiksummin.people.models import Person
from fiksummin.trail.models import Node


@dataclass(frozen=True)
class KindWish:
    """A kind of event and what it proposes."""

    name_fi: str
    name_sv: str = ""
    name_en: str = ""
    minutes: int = 60
    places: int = 0
    virtual_places: int = 0
    allocation: str = "queue"
    audience: str = "members"
    is_external: bool = False
    purpose: str = ""
    position: int = 0
    is_retired: bool = False


@dataclass(frozen=True)
class ThemeWish:
    """A theme and what it is about."""

    name_fi: str
    name_sv: str = ""
    name_en: str = ""
    about_fi: str = ""
    about_sv: str = ""
    about_en: str = ""


@dataclass(frozen=True)
class SeasonWish:
    """A season; both days are included."""

    name_fi: str
    starts_on: date
    ends_on: date
    name_sv: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class ThemePlan:
    """A theme in the plan of a season: who looks after it, and what was asked for."""

    theme: Theme
    owner: Person | None = None
    wish: str = ""
    ideas: tuple[Node, ...] = ()
    """The ideas that asked for it, on the trail."""
