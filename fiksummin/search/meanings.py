"""Meanings that rooms above offer: what their glossaries say is the same in the three languages widens questions, too."""

from collections.abc import Callable, Sequence
from typing import Final

from django.core.cache import cache

from fiksummin.search.words.concepts import GLOSSARY, Meaning

FRESH: Final = 60
"""Seconds for which a process that answers questions uses them again."""
_FRESH_KEY: Final = "search-meanings"
SOURCES: list[Callable[[], Sequence[Meaning]]] = []


def catch_up(*, anew: bool = False) -> None:
    """Read the meanings when that was a while ago (``anew``: in any case); one query for each glossary."""
    if anew or cache.get(_FRESH_KEY) is None:
        GLOSSARY.learn(one for source in SOURCES for one in source())
        cache.set(_FRESH_KEY, True, FRESH)
