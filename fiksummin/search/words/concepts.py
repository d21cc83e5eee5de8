"""What means the same in the three languages: a small glossary of administration, and the words of the house's own.

Beside these stand the meanings that rooms above offer (``search.meanings``): the glossary that editors keep.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from fiksummin.core.languages import LANGUAGES
from fiksummin.search.words.stems import stem
from fiksummin.search.words.tokens import DATA, words_of

LONGEST_PHRASE: Final = 4
"""Words of the longest phrase that is known as one."""
MARK: Final = "#"
"""Before the name of a concept in the index, so that it is no word."""
type Phrases = dict[tuple[str, ...], frozenset[str]]


class Meaning(NamedTuple):
    """Phrases that mean the same, by language, under a name that stays."""

    name: str
    phrases: Mapping[str, Sequence[str]]


class Glossary:
    """All that is known to mean the same, as this process remembers it."""

    def __init__(self) -> None:
        """Begin with the house's own."""
        self.forget()

    def forget(self) -> None:
        """Go back to the house's own."""
        self.digest = ""
        self.meanings: dict[str, Meaning] = {}
        self._phrases = {language: _own_phrases(language) for language in LANGUAGES}
        self._beginnings = {language: _beginnings_of(self._phrases[language]) for language in LANGUAGES}

    def learn(self, meanings: Iterable[Meaning]) -> None:
        """Know these meanings, and no others beside the house's own."""
        told = {one.name: one for one in meanings if sum(map(bool, one.phrases.values())) > 1}
        said = [(name, sorted(one.phrases.items())) for name, one in sorted(told.items())]
        digest = hashlib.sha256(repr(said).encode()).hexdigest()[:12] if said else ""
        if digest == self.digest:
            return
        phrases = {language: _with(language, told.values()) for language in LANGUAGES}
        beginnings = {language: _beginnings_of(phrases[language]) for language in LANGUAGES}
        self.meanings, self._phrases, self._beginnings, self.digest = told, phrases, beginnings, digest

    def phrases(self, language: str) -> Phrases:
        """Give the concepts of each phrase of a language, by the stems of its words."""
        return self._phrases[language]

    def beginnings(self, language: str) -> frozenset[tuple[str, ...]]:
        """Give how phrases of several words begin."""
        return self._beginnings[language]


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
        beginnings = [one for one in beginnings if one in GLOSSARY.beginnings(language)]
        if not beginnings:
            break
    return list(found.items())


def phrases(language: str) -> Phrases:
    """Give the concepts of each phrase of a language, by the stems of its words."""
    return GLOSSARY.phrases(language)


def stems_of(phrase: str, language: str) -> tuple[str, ...]:
    """Give the stems of the words of a phrase."""
    return tuple(stem(word, language) for word in words_of(phrase))


@cache
def _own_phrases(language: str) -> Phrases:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, line in enumerate(_lines()):
        for phrase in line[LANGUAGES.index(language)].split(","):
            stems = stems_of(phrase, language)
            if stems:
                found[stems].add(f"{MARK}{number}")
    return {phrase: frozenset(concepts) for phrase, concepts in found.items()}


def _with(language: str, meanings: Iterable[Meaning]) -> Phrases:
    found = dict(_own_phrases(language))
    for one in meanings:
        for phrase in one.phrases.get(language, ()):
            stems = stems_of(phrase, language)
            if stems:
                found[stems] = found.get(stems, frozenset()) | {MARK + one.name}
    return found


def _beginnings_of(known: Phrases) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase[:n] for phrase in known for n in range(1, len(phrase)))


def _lines() -> Iterable[list[str]]:
    text = (DATA / "concepts.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


GLOSSARY: Final = Glossary()
