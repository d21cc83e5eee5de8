"""What means the same in the three languages: a small glossary of administration, and the words of the house's own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from fiksummin.core.languages import LANGUAGES
from fiksummin.search.words.stems import stem
from fiksummin.search.words.tokens import DATA, words_of

LONGEST_PHRASE: Final = 4
"""Words of the longest phrase that is known as one."""
MARK: Final = "#"
"""Before the name of a concept in the index, so that it is no word."""
type Phrases = dict[tuple[str, ...], frozenset[str]]


def concepts_at(stems: Sequence[frozenset[str]], start: int, language: str) -> list[tuple[str, int]]:
    """Give the concepts of the phrases that begin at a place, each with the number of its words.

    ``stems`` holds, for each word of the text, the stems that it may have.
    """
    found: dict[str, int] = {}
    known = phrases(language)
    beginnings: list[tuple[str, ...]] = [()]
    for length in range(1, min(LONGEST_PHRASE, len(stems) - start) + 1):
        beginnings = [(*one, more) for one in beginnings for more in stems[start + length - 1]]
        for phrase in beginnings:
            for concept in known.get(phrase, ()):
                found[concept] = length
        beginnings = [one for one in beginnings if one in _beginnings(language)]
        if not beginnings:
            break
    return list(found.items())


@cache
def phrases(language: str) -> Phrases:
    """Give the concepts of each phrase of a language, by the stems of its words."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, line in enumerate(_lines()):
        for phrase in line[LANGUAGES.index(language)].split(","):
            stems = tuple(stem(word, language) for word in words_of(phrase))
            if stems:
                found[stems].add(f"{MARK}{number}")
    return {phrase: frozenset(concepts) for phrase, concepts in found.items()}


@cache
def _beginnings(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase[:n] for phrase in phrases(language) for n in range(1, len(phrase)))


def _lines() -> Iterable[list[str]]:
    text = (DATA / "concepts.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
