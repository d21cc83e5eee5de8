"""What the index does when something happened."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from fiksummin.core.facts import Fact, later
from fiksummin.people.facts import PersonErased
from fiksummin.search import actions

listened: dict[type[Fact], list[tuple[str, Callable[[Any], int | None]]]] = defaultdict(list)
"""Which kinds listen to a fact, and how each finds the number of its thing in it (``things.offer``)."""


def keep(fact: Fact) -> None:
    """Read anew what a fact is about."""
    for kind, number_of in listened[type(fact)]:
        number = number_of(fact)
        if number is not None:
            actions.keep(kind=kind, number=number)


@later(PersonErased)
def forget_her_words(fact: PersonErased) -> None:
    """Read everything anew: what she took along must not stay as a word."""
    actions.reindex()
