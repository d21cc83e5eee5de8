"""Finding: what the index ranks, as far as the reader may see it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from fiksummin.people.models import Person
from fiksummin.search.queries.ranking import Ranked, rank, widen
from fiksummin.search.shelves import SHELVES, Hit
from fiksummin.search.words import analysis, lemmas

LONGEST_QUESTION: Final = 200
"""Characters of a question that are read."""
SPARE: Final = 4
"""How many more candidates than are wanted are asked for in their rooms at a time: each kind costs a query."""


@dataclass(frozen=True)
class Found:
    """A thing that the reader may see, as it is shown."""

    kind: str
    number: int
    hit: Hit
    score: float

    @property
    def kind_name(self) -> str:
        """What things of its kind are called."""
        return str(SHELVES[self.kind].name)


@dataclass(frozen=True)
class Answer:
    """What was found; whether there is more; and which words were taken for mistyped ones."""

    items: list[Found]
    more: bool
    mended: list[str]


def find(
    question: str, reader: Person | None, at: datetime, *, language: str, kinds: Collection[str] = (),
    typing: bool = False, skip: int = 0, most: int = 20,
) -> Answer:  # fmt: skip
    """Find what answers a question, the best first, as far as the reader may see it.

    ``typing``: the last word may be unfinished, and nobody waits for dictionaries to load.
    """
    asked = ask(question[:LONGEST_QUESTION], language, typing=typing)
    mended = widen(asked, typing=typing)
    ranked = rank(asked, at, kinds=kinds, public_only=reader is None)
    found = seen(ranked, reader, skip + most + 1)
    return Answer(found[skip : skip + most], len(found) > skip + most, mended)


def ask(question: str, language: str, *, typing: bool) -> list[analysis.Asked]:
    """Take a question apart; while the dictionaries are loading, one that is being typed is read by stems alone."""
    if typing and not lemmas.are_warm():
        lemmas.warm_up()
        return analysis.asked_quickly(question, language)
    return analysis.asked(question, language)


def seen(ranked: Sequence[Ranked], reader: Person | None, most: int) -> list[Found]:
    """Keep what the reader may see, as its rooms say: a query for each kind among the candidates at a time."""
    found: list[Found] = []
    at_once = most + SPARE
    for start in range(0, len(ranked), at_once):
        some = ranked[start : start + at_once]
        rows = _rows(some, reader)
        for one in some:
            row = rows.get((one.kind, one.number))
            if row is not None:
                found.append(Found(one.kind, one.number, SHELVES[one.kind].hit(row, reader), one.score))
            if len(found) == most:
                return found
    return found


def _rows(some: Sequence[Ranked], reader: Person | None) -> dict[tuple[str, int], Any]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for one in some:
        if one.kind in SHELVES:
            numbers[one.kind].append(one.number)
    return {
        (kind, row.pk): row
        for kind, wanted in sorted(numbers.items())
        for row in SHELVES[kind].rows(reader).filter(pk__in=wanted)
    }
