"""What those who run the lab say of a kind, a theme or a season."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fiksummin.core.languages import spoken
from fiksummin.events.choices import AnswerKind, Sensitivity
from fiksummin.events.models import KindQuestion, Theme
from fiksummin.events.queries.wishes import Asked
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
    keep_answers_days: int = 14
    allocation: str = "queue"
    audience: str = "members"
    is_external: bool = False
    purpose: str = ""
    position: int = 0
    is_retired: bool = False


@dataclass(frozen=True)
class KindAsks:
    """What events of a kind ask; an answer is in words or yes or no."""

    text_fi: str = ""
    text_sv: str = ""
    text_en: str = ""
    why_fi: str = ""
    why_sv: str = ""
    why_en: str = ""
    answer: str = AnswerKind.TEXT
    sensitivity: str = Sensitivity.ORDINARY
    is_required: bool = False


def asked_of(rows: Iterable[KindQuestion | KindAsks], language: str) -> list[Asked]:
    """Give what a kind asks as an event asks it, in the language of its words where there are such words."""
    return [
        Asked(
            text=str(spoken(row, "text", language)), why=str(spoken(row, "why", language)), kind=row.answer,
            sensitivity=row.sensitivity, is_required=row.is_required,
        )
        for row in rows
    ]  # fmt: skip


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
class SeriesWish:
    """A series of events, what it is about, and the theme that its events share."""

    name_fi: str = ""
    name_sv: str = ""
    name_en: str = ""
    about_fi: str = ""
    about_sv: str = ""
    about_en: str = ""
    theme: Theme | None = None


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
