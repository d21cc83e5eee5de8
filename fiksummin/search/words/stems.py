"""Stems: what is left of a word when its endings are cut off by rule (Snowball). Cheap, and needs no dictionary."""

from functools import cache, lru_cache
from typing import Any, Final

import snowballstemmer

STEM_MARK: Final = "~"
"""Before a stem in the index, with its language: no word begins so."""
NAMES: Final = {"fi": "finnish", "sv": "swedish", "en": "english"}


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(NAMES[language])


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """Give the stem of a word in small letters."""
    return str(_stemmer(language).stemWord(word))
