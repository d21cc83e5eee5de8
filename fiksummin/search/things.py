"""Where rooms offer their things to be found: a few lines each (``kinds/`` for the rooms below)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fiksummin.core.facts import Fact, later
from fiksummin.search.meanings import SOURCES
from fiksummin.search.reactions import keep, learn, listened, meanings_of
from fiksummin.search.shelves import AGELESS, SHELVES, Hit, Shelf, Way
from fiksummin.search.words.analysis import Piece
from fiksummin.search.words.concepts import Meaning
from fiksummin.search.words.tokens import plain

__all__ = ["AGELESS", "Hit", "Meaning", "Piece", "Shelf", "Way", "mean", "offer", "plain", "spoken_pieces"]


def offer(shelf: Shelf) -> None:
    """Have things of a kind found from now on, and read anew after the facts that the shelf names."""
    SHELVES[shelf.kind] = shelf
    for fact, number in shelf.heard.items():
        if fact not in listened:
            later(fact)(keep)
        listened[fact].append((shelf.kind, number))


def mean(source: Callable[[], Sequence[Meaning]], heard: Mapping[type[Fact], Callable[[Any], str]]) -> None:
    """Have the meanings of a glossary widen questions, and read anew what has a meaning after these facts of it."""
    SOURCES.append(source)
    for fact, name in heard.items():
        meanings_of[fact] = name
        later(fact)(learn)


def spoken_pieces(row: Any, name: str, weight: float = 1.0) -> list[Piece]:
    """Give the words of ``name_fi``, ``name_sv`` and ``name_en``, each in its language."""
    return [
        Piece(words, language, weight)
        for language in ("fi", "sv", "en")
        if (words := getattr(row, f"{name}_{language}"))
    ]
