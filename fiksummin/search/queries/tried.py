"""Has this been tried? What is like the idea or the experiment that somebody is writing."""

from collections import Counter
from datetime import datetime
from typing import Final

from fiksummin.people.models import Person
from fiksummin.search.queries.finding import Found, answers, ask
from fiksummin.search.queries.ranking import Ranked, widen
from fiksummin.search.shelves import SHELVES

LIKE: Final = 0.17
"""The share of what was written that a thing must meet to be like it."""
TITLE: Final = 2.0
"""How much more a word of the title counts."""
MOST: Final = 5
LONGEST: Final = 1500
"""Characters of the text that are read."""


def tried(
    title: str, text: str, reader: Person, at: datetime, *, language: str, typing: bool = False
) -> list[Found]:
    """Give earlier things like what is being written, the most alike first; ideas do not push lessons aside."""
    heads = {one.word for one in ask(title[:LONGEST], language, typing=typing)}
    question = ask(f"{title[:LONGEST]} {text[:LONGEST]}", language, typing=typing)
    for one in question:
        one.weight = TITLE if one.word in heads else 1.0
    widen(question, typing=False)
    kinds = [kind for kind, shelf in SHELVES.items() if shelf.is_tried]
    return answers(question, reader, at, MOST, kinds=kinds, choose=_alike)


def _alike(ranked: list[Ranked]) -> list[Ranked]:
    return _mixed([one for one in ranked if one.met >= LIKE])


def _mixed(ranked: list[Ranked]) -> list[Ranked]:
    """Have at most three of a kind among the first, as long as there are others."""
    first: list[Ranked] = []
    rest: list[Ranked] = []
    of_kind: Counter[str] = Counter()
    for one in ranked:
        of_kind[one.kind] += 1
        (rest if of_kind[one.kind] > 3 else first).append(one)
    return [*first, *rest]
