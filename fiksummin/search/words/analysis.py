"""What the index holds of a text, and what a question asks of the index."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from fiksummin.core.languages import LANGUAGES
from fiksummin.search.words import voikko
from fiksummin.search.words.bases import base
from fiksummin.search.words.concepts import GLOSSARY, concepts_at
from fiksummin.search.words.parts import parts_of
from fiksummin.search.words.stems import STEM_MARK, stem
from fiksummin.search.words.tokens import DATA, common, pieces_of, words_of
from fiksummin.search.words.tongues import tongues

EDITION: Final = "2"
"""Changes with this code, so that what was taken apart otherwise is taken apart anew."""
LEMMA, STEMMED, CONCEPT, PART = 1.0, 0.8, 0.7, 0.5
"""How much a word counts by the way it was met."""
FOREIGN: Final = 0.85
"""How much a reading in another language than the reader's counts."""
MOST_WORDS: Final = 60
"""Different words of a question that are looked at."""


@dataclass(frozen=True)
class Piece:
    """Some words of a thing: the language they are in ("" when nobody said), and how much they count."""

    text: str
    language: str = ""
    weight: float = 1.0


@dataclass
class Asked:
    """One word of a question: as it was typed, and what it may be in the index, each with how much that counts."""

    word: str
    ways: dict[str, float] = field(default_factory=dict)
    weight: float = 1.0

    def add(self, token: str, worth: float) -> None:
        """Let it be met by a token; the best worth counts."""
        self.ways[token] = max(worth, self.ways.get(token, 0))


def stamp() -> str:
    """Name the way in which texts are taken apart: two indexes with the same stamp are alike."""
    return _own_stamp() + GLOSSARY.digest


@cache
def _own_stamp() -> str:
    digest = hashlib.sha256(f"{EDITION} {voikko.is_here()}".encode())
    for path in sorted(DATA.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def tokens_of(pieces: Iterable[Piece]) -> dict[str, int]:
    """Give what the index holds of a thing: tokens, and how much each counts for it, in hundredths."""
    found: dict[str, float] = defaultdict(float)
    for piece in pieces:
        words = list(words_of(piece.text))
        once: dict[str, float] = defaultdict(float)
        for language in tongues(words, piece.language):
            for token, worth in _read(words, language):
                once[token] += worth
        length = 0.5 + 0.5 * min(len(words), 200) / 40
        for token, count in once.items():
            found[token] += piece.weight * 2 * count / (count + length)
    return {token: max(1, min(round(worth * 100), 30_000)) for token, worth in found.items()}


def asked(question: str, first: str = "fi") -> list[Asked]:
    """Take a question apart in all three languages, the reader's first; common words are left out where others are."""
    words = list(dict.fromkeys(words_of(question)))[:MOST_WORDS]
    telling = [word for word in words if not _says_nothing(word)] or words
    found = [Asked(word) for word in telling]
    for language in (first, *(code for code in LANGUAGES if code != first)):
        _ask(found, language, 1.0 if language == first else FOREIGN)
    return found


def asked_quickly(question: str, first: str = "fi") -> list[Asked]:
    """Take a question apart without dictionaries: by stems and the concepts that these lead to."""
    words = list(dict.fromkeys(words_of(question)))[:MOST_WORDS]
    found = [Asked(word) for word in words if not _says_nothing(word)] or [Asked(word) for word in words]
    for language in LANGUAGES:
        worth = 1.0 if language == first else FOREIGN
        stems = [frozenset((stem(one.word, language),)) for one in found]
        for start, one in enumerate(found):
            one.add(one.word, 1.0)
            one.add(_stem(one.word, language), STEMMED * worth)
            for concept, length in concepts_at(stems, start, language):
                for other in found[start : start + length]:
                    other.add(concept, CONCEPT * worth)
    return found


def _ask(found: list[Asked], language: str, worth: float) -> None:
    bases = [base(one.word, language) for one in found]
    for one, lemma in zip(found, bases, strict=True):
        one.add(one.word, 1.0)
        one.add(lemma, LEMMA * worth)
        one.add(_stem(lemma, language), STEMMED * worth)
        if verb := _verb(lemma, language):
            one.add(verb, PART * worth)
        for part in (*parts_of(lemma, language), *pieces_of(one.word)):
            one.add(part, PART * worth * 0.8)
    stems = _stems([one.word for one in found], bases, language)
    for start in range(len(found)):
        for concept, length in concepts_at(stems, start, language):
            for one in found[start : start + length]:
                one.add(concept, CONCEPT * worth)
    for one, lemma in zip(found, bases, strict=True):
        for concept in _of_parts(lemma, language):
            one.add(concept, CONCEPT * PART * worth)


def _read(words: Sequence[str], language: str) -> Iterable[tuple[str, float]]:
    """Give the tokens of a text in one language, each with what one meeting is worth."""
    bases = [base(word, language) for word in words]
    stems = _stems(words, bases, language)
    for start, (word, lemma) in enumerate(zip(words, bases, strict=True)):
        if word not in common(language):
            yield from _of_word(word, lemma, language)
        for concept, _length in concepts_at(stems, start, language):
            yield concept, CONCEPT


def _of_word(word: str, lemma: str, language: str) -> Iterable[tuple[str, float]]:
    yield word, LEMMA
    if lemma != word:
        yield lemma, LEMMA
    yield _stem(lemma, language), STEMMED
    if verb := _verb(lemma, language):
        yield verb, PART
    pieces = pieces_of(word)
    for part in dict.fromkeys(
        [*parts_of(lemma, language), *pieces, *(base(one, language) for one in pieces)]
    ):
        yield part, PART
    for concept in _of_parts(lemma, language):
        yield concept, CONCEPT * PART


def _of_parts(lemma: str, language: str) -> set[str]:
    """Give the concepts of the parts of a compound: "etätyökäytäntö" has to do with remote work."""
    parts = parts_of(lemma, language)
    whole = {concept for concept, _length in concepts_at([_either(lemma, lemma, language)], 0, language)}
    return {
        concept
        for part in parts
        for concept, _length in concepts_at([_either(part, part, language)], 0, language)
    } - whole


def _stems(words: Sequence[str], bases: Sequence[str], language: str) -> list[frozenset[str]]:
    return [_either(word, lemma, language) for word, lemma in zip(words, bases, strict=True)]


def _either(word: str, lemma: str, language: str) -> frozenset[str]:
    return frozenset((stem(word, language), stem(lemma, language)))


def _stem(lemma: str, language: str) -> str:
    return f"{STEM_MARK}{language}{stem(lemma, language)}"


def _verb(lemma: str, language: str) -> str:
    """Give the stem of the verb of a Finnish name of doing: "johtaminen" has that of "johtaa"; "" for others."""
    if language != "fi" or not lemma.endswith("minen") or len(lemma) < 8:
        return ""
    found = stem(lemma.removesuffix("minen"), language)
    return f"{STEM_MARK}{language}{found}" if len(found) > 2 else ""


def _says_nothing(word: str) -> bool:
    return len(word) < 2 or any(word in common(language) for language in LANGUAGES)
