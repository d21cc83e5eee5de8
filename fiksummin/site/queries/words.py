"""The glossary."""

from dataclasses import dataclass

from django.core.cache import cache

from fiksummin.core.languages import LANGUAGES, spoken
from fiksummin.site.models import GlossaryPage, Term

FRESH = 60
"""Seconds for which the words and the address of the glossary are used again."""
LINKS = "site-terms-{}"
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


def linked(language: str) -> tuple[dict[str, str], str]:
    """Give the forms of linked words with their anchors, and the address of the glossary, in a language.

    Two queries in a while by each process.
    """
    key = LINKS.format(language)
    found: tuple[dict[str, str], str] | None = cache.get(key)
    if found is None:
        page = GlossaryPage.objects.live().filter(locale__language_code=language).first()
        terms = Term.objects.filter(linked=True) if page else []
        forms = {form: term.anchor for term in terms for form in forms_of(term, language)}
        found = (forms, (page.get_url() or "") if page else "")
        cache.set(key, found, FRESH)
    return found


def forms_of(term: Term, language: str) -> list[str]:
    """Give the word and its other forms in a language, in small letters."""
    words = [getattr(term, f"word_{language}"), *getattr(term, f"forms_{language}").split(",")]
    return [" ".join(word.casefold().split()) for word in words if word.strip()]


def forget() -> None:
    """Read anew: called when a word changed in this process."""
    cache.delete_many([LINKS.format(code) for code in LANGUAGES])


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
