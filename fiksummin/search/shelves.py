"""Kinds of things that can be found: each room says of its own what is indexed, who sees it, and how it is shown."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final

from django.db.models import QuerySet, prefetch_related_objects

from fiksummin.core.db.questions import evened
from fiksummin.core.facts import Fact
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from fiksummin.search.choices import Audience
from fiksummin.search.words.analysis import Piece


@dataclass(frozen=True)
class Way:
    """Something that a reader can do about a thing that was found."""

    label: str
    url: str
    icon: str = ""


@dataclass(frozen=True)
class Hit:
    """What is read of a thing that was found: words in their own language, its page, what to do about it."""

    title: str
    url: str
    language: str = ""
    state: str = ""
    tone: str = ""
    text: str = ""
    text_language: str = ""
    lesson: str = ""
    """What was learnt, where something was tried."""
    at: datetime | None = None
    people: tuple[str, ...] = ()
    """By whom: shown to members alone."""
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """A kind of things."""

    kind: str
    name: Any
    """What a group of them is called (translated lazily)."""
    rows: Callable[[Person | None], QuerySet[Any]]
    """Those that a reader may see: the only truth about who sees what."""
    whole: Callable[[], QuerySet[Any]]
    """All of them, with what ``pieces`` needs."""
    pieces: Callable[[Any], list[Piece]]
    at: Callable[[Any], datetime]
    audience: Callable[[Any], Audience]
    hit: Callable[[Any, Person | None], Hit]
    heard: Mapping[type[Fact], Callable[[Any], int | Collection[int] | None]] = field(default_factory=dict)
    """Facts after which one of them, or several, are to be read anew, and their numbers from the fact."""
    is_tried: bool = False
    """Whether it answers the question "Has this been tried?"."""
    is_worded_once: bool = False
    """Whether ``rows`` hangs on nothing but how the reader stands on the day, and filters by ``reader.pk`` alone."""

    def seen(self, reader: Person | None, numbers: Collection[int]) -> list[Any]:
        """Give those of some things that a reader may see, as ``rows`` says, in no order.

        One query, and those for what the rows bring along. Its words are made once for all who stand as she does,
        where the shelf says that this can be (``ReadersQuestion``): it costs as much as all else that is read.
        """
        if not self.is_worded_once:
            return list(self.rows(reader).filter(pk__in=numbers))
        rows = self._by_number(reader, today(), numbers=evened(numbers))
        prefetch_related_objects(rows, *self._brought)
        return rows

    @cached_property
    def _by_number(self) -> ReadersQuestion[Any]:
        return ReadersQuestion(lambda reader, numbers: self.rows(reader).order_by().filter(pk__in=numbers))

    @cached_property
    def _brought(self) -> tuple[Any, ...]:
        return tuple(self.rows(None)._prefetch_related_lookups)  # type: ignore[attr-defined]  # noqa: SLF001 -- Django says it nowhere else


AGELESS: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of things that are neither old nor new, as a room is."""
SHELVES: dict[str, Shelf] = {}
