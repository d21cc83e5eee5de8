"""Finding: what the index ranks, as far as the reader may see it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from fiksummin.people.models import Person
from fiksummin.search import meanings
from fiksummin.search.queries.ranking import Ranked, rank, wanted_of, widen
from fiksummin.search.queries.reading import namable, read
from fiksummin.search.shelves import SHELVES, Hit
from fiksummin.search.words import analysis, lemmas

LONGEST_QUESTION: Final = 200
"""Characters of a question that are read."""
FAINT: Final = 0.1
"""Things that answer less than this share of what the best one does are left out."""
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
    """What was found; whether there is more; and the words taken for mistyped ones that the reader may be told."""

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
    found = answers(asked, reader, at, skip + most + 1, kinds=kinds)
    named = namable(mended, reader) if mended else []
    return Answer(found[skip : skip + most], len(found) > skip + most, named)


def ask(question: str, language: str, *, typing: bool) -> list[analysis.Asked]:
    """Take a question apart; while the dictionaries are loading, one that is being typed is read by stems alone."""
    meanings.catch_up()
    if typing and not lemmas.are_warm():
        lemmas.warm_up()
        return analysis.asked_quickly(question, language)
    return analysis.asked(question, language)


def answers(
    question: Sequence[analysis.Asked], reader: Person | None, at: datetime, most: int, *,
    kinds: Collection[str] = (), choose: Callable[[list[Ranked]], list[Ranked]] = list,
) -> list[Found]:  # fmt: skip
    """Give the first things that answer a question and that the reader sees; ``choose`` may leave some out.

    Where lists of the index were cut and what was read of them is not enough for this reader, they are read
    again with her rooms asked in the same statement: what she sees is never lost behind what she does not.
    """
    wanted = wanted_of(question)
    if not wanted:
        return []
    reading = read(wanted, reader, kinds)
    found = seen(map(choose, rank(question, wanted, reading, at)), reader, most)
    if len(found) < most and reading.cut:
        reading = read(wanted, reader, kinds, deeply=most + SPARE)
        found = seen(map(choose, rank(question, wanted, reading, at)), reader, most)
    return found


def seen(ranked: Iterable[Sequence[Ranked]], reader: Person | None, most: int) -> list[Found]:
    """Keep what the reader may see, as its rooms say: a query for each kind among the candidates at a time.

    Once she sees one, things that answer far less than it are left out, which what she does not see has no part in.
    So those that answer far less than another are asked for only when she does not see that one.
    """
    found: list[Found] = []
    at_once, best = most + SPARE, 0.0
    for batch in ranked:
        waiting = list(batch)
        while waiting:
            some, waiting = waiting[:at_once], waiting[at_once:]
            least = FAINT * (best or max(one.plain for one in some))
            clear = [one for one in some if one.plain >= least]
            rows = _rows(clear, reader)
            for one in clear:
                row = rows.get((one.kind, one.number))
                if row is None or one.plain < best * FAINT:
                    continue
                best = max(best, one.plain)
                found.append(Found(one.kind, one.number, SHELVES[one.kind].hit(row, reader), one.score))
                if len(found) == most:
                    return found
            waiting = [one for one in some if best * FAINT <= one.plain < least] + waiting
            at_once *= 2
        if batch and batch[-1].plain < best * FAINT:
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
        for row in SHELVES[kind].seen(reader, wanted)
    }
