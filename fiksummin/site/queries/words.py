"""The glossary."""

from dataclasses import dataclass

from fiksummin.core.languages import LANGUAGES, spoken
from fiksummin.site.models import Term

ALPHABETS = {"fi": "abcdefghijklmnopqrsštuvwxyzžåäö", "sv": "abcdefghijklmnopqrstuvwxyzåäö"}


@dataclass(frozen=True)
class Entry:
    """A word in the reader's language, what it means, and its names in the other languages."""

    anchor: str
    word: str
    meaning: str
    others: list[tuple[str, str]]


def in_order(language: str) -> list[Entry]:
    """Give the words in the order of a language's alphabet: å, ä and ö come last in Finnish and Swedish."""
    entries = [_entry(term, language) for term in Term.objects.all()]
    return sorted(entries, key=lambda entry: _place(entry.word, language))


def _entry(term: Term, language: str) -> Entry:
    others = [(code, getattr(term, f"word_{code}")) for code in LANGUAGES if code != language]
    return Entry(
        term.anchor,
        spoken(term, "word", language),
        spoken(term, "meaning", language),
        [(code, word) for code, word in others if word],
    )


def _place(word: str, language: str) -> list[int]:
    letters = ALPHABETS.get(language, "")
    return [letters.find(letter) if letter in letters else ord(letter) for letter in word.casefold()]
