"""In which language a text is written, where nobody has said it."""

from collections.abc import Sequence

from fiksummin.core.languages import LANGUAGES
from fiksummin.search.words import voikko
from fiksummin.search.words.lemmas import lookup
from fiksummin.search.words.tokens import common

SHORT = 2.5
"""Points of the language that was told: a word or two say nothing against it."""
ENOUGH = 40
"""Words of a text that are looked at."""


def tongues(words: Sequence[str], told: str = "") -> tuple[str, ...]:
    """Give the language of a text, or several when its words do not tell.

    ``told`` is the language that somebody gave: believed unless the words clearly say another.
    """
    seen = words[:ENOUGH]
    points = {language: sum(_points(word, language) for word in seen) for language in LANGUAGES}
    if told in points:
        points[told] += max(SHORT, len(seen) * 0.3)
    most = max(points.values(), default=0)
    if not most:
        return (told,) if told else LANGUAGES
    return tuple(language for language in LANGUAGES if points[language] >= most * 0.9)


def _points(word: str, language: str) -> float:
    if word in common(language):
        return 2
    if language == "fi" and voikko.is_here():
        return bool(voikko.base_form(word))
    return bool(lookup(word, language))
