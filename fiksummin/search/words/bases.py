"""Base forms: "työpajoissa" is "työpaja", "verkstäder" is "verkstad"."""

import re
from functools import cache, lru_cache
from typing import Final

from fiksummin.search.words import voikko
from fiksummin.search.words.lemmas import guess, lookup
from fiksummin.search.words.parts import base_of_compound
from fiksummin.search.words.tokens import DATA

_WITHOUT: Final = re.compile(r"(\w{3,})tt(?:om[ai]|öm[äi])\w*")
"""Forms of Finnish words for what is without something: "palaverittomasta"."""


@lru_cache(maxsize=20_000)
def base(word: str, language: str) -> str:
    """Give the base form of a word in small letters; the word itself when none is known.

    Finnish by Voikko where it is there. Then the dictionary, then compounds whose last part it has, then rules.
    """
    return (
        _mended().get((language, word))
        or (voikko.base_form(word) if language == "fi" else "")
        or lookup(word, language)
        or (_without(word) if language == "fi" else "")
        or base_of_compound(word, language)
        or guess(word, language)
    )


def _without(word: str) -> str:
    """Give the base form of such a word, when it is without something that the dictionary has; "" otherwise."""
    found = _WITHOUT.fullmatch(word)
    if found is None or not lookup(found[1], "fi"):
        return ""
    return found[1] + ("ton" if "ttom" in word[len(found[1]) :] else "tön")


@cache
def _mended() -> dict[tuple[str, str], str]:
    """Read the forms for which the dictionary has another word than the one that is meant."""
    lines = (DATA / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(language, form): base for language, base, forms in rows for form in forms.split()}
