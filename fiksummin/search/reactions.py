"""What the index does when something happened."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

from fiksummin.core.facts import Fact, later
from fiksummin.people.facts import PersonErased
from fiksummin.search import actions

type Found = int | Collection[int] | None
"""The number of a thing, those of several, or of none."""
listened: dict[type[Fact], list[tuple[str, Callable[[Any], Found]]]] = defaultdict(list)
"""Which kinds listen to a fact, and how each finds in it the number of its thing, or of its things (``things.offer``)."""
meanings_of: dict[type[Fact], Callable[[Any], str]] = {}
"""After which facts a meaning of a glossary is another, and how its name is found in them (``things.mean``)."""


def keep(fact: Fact) -> None:
    """Read anew what a fact is about."""
    for kind, found_by in listened[type(fact)]:
        found = found_by(fact)
        actions.keep_some(kind=kind, numbers=[found] if isinstance(found, int) else found or ())


def learn(fact: Fact) -> None:
    """Read anew what has a phrase of a meaning that changed, and what had one."""
    actions.relearn(name=meanings_of[type(fact)](fact))


@later(PersonErased)
def forget_her_words(fact: PersonErased) -> None:
    """Read everything anew: what she took along must not stay as a word."""
    actions.reindex()
