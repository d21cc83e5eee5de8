"""Has this been tried? What is like the idea or the experiment that somebody is writing."""

from datetime import datetime
from typing import Final

from fiksummin.people.models import Person
from fiksummin.search.queries.finding import Found, ask, seen
from fiksummin.search.queries.ranking import Ranked, rank, widen
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
    ranked = [one for one in rank(question, at, kinds=kinds) if one.met >= LIKE]
    return seen(_mixed(ranked), reader, MOST)


def _mixed(ranked: list[Ranked]) -> list[Ranked]:
    """Have at most three of a kind among the first, as long as there are others."""
    first: list[Ranked] = []
    rest: list[Ranked] = []
    for one in ranked:
        crowd = sum(other.kind == one.kind for other in first) >= 3
        (rest if crowd else first).append(one)
    return [*first, *rest]
