"""Dictionaries of base forms (simplemma's), which take two seconds and 60 MB to load.

Nobody waits for them while typing: ``warm_up`` loads them in the background, and until then ``are_warm`` is False.
"""

import threading
from functools import lru_cache
from typing import Final

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from fiksummin.core.languages import LANGUAGES

_STRATEGY: Final = DefaultStrategy(low_memory=True)
_LEMMATIZER: Final = Lemmatizer(cache_max_size=20_000, lemmatization_strategy=_STRATEGY)
_LOOKUP: Final = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
_ready, _loading = threading.Event(), threading.Lock()


@lru_cache(maxsize=20_000)
def lookup(word: str, language: str) -> str:
    """Give the base form that the dictionary itself has for a word; "" when it has none. Guesses nothing."""
    return (_LOOKUP.get_lemma(word, language) or "").lower()


def are_warm() -> bool:
    """Say whether the dictionaries are there, so that a base form costs microseconds."""
    return _ready.is_set()


def warm() -> None:
    """Load the dictionaries, once a process; returns when they are there."""
    with _loading:
        if not _ready.is_set():
            for language in LANGUAGES:
                _LEMMATIZER.lemmatize("a", language)
            _ready.set()


def warm_up() -> None:
    """Load the dictionaries in the background; returns at once."""
    if not _ready.is_set() and not _loading.locked():
        threading.Thread(target=warm, name="dictionaries", daemon=True).start()


def guess(word: str, language: str) -> str:
    """Give the base form that rules make of a word that no dictionary has; the word itself when they make none."""
    return _LEMMATIZER.lemmatize(word, language).lower() if word.isalpha() else word
