"""A meaning of a glossary changed: what has its phrases is read anew."""

from collections import defaultdict
from collections.abc import Iterator

from fiksummin.core.languages import LANGUAGES
from fiksummin.search import meanings
from fiksummin.search.actions.keeping import keep_some
from fiksummin.search.models import Posting
from fiksummin.search.words.bases import base
from fiksummin.search.words.concepts import GLOSSARY, MARK
from fiksummin.search.words.stems import STEM_MARK, stem
from fiksummin.search.words.tokens import common, words_of

type Thing = tuple[str, int]


def relearn(*, name: str) -> int:
    """Read anew the things that have a phrase of a meaning, and those that had one; give how many changed.

    What this misses (a form that only the whole text gives away) is found when everything is read through.
    """
    meanings.catch_up(anew=True)
    things = _having({f"{MARK}{name}"})
    for words in _phrases(name):
        found: set[Thing] | None = None
        for tokens in words:
            found = _having(tokens) if found is None else found & _having(tokens)
        things |= found or set()
    numbers: dict[str, list[int]] = defaultdict(list)
    for kind, number in things:
        numbers[kind].append(number)
    return sum(keep_some(kind=kind, numbers=wanted) for kind, wanted in sorted(numbers.items()))


def _phrases(name: str) -> Iterator[list[set[str]]]:
    """Give, for each phrase of a meaning, what each of its words may be in the index."""
    known = GLOSSARY.meanings.get(name)
    for language in LANGUAGES if known else ():
        for phrase in known.phrases.get(language, ()) if known else ():
            words = [word for word in words_of(phrase) if word not in common(language)]
            yield [_tokens(word, language) for word in words]


def _tokens(word: str, language: str) -> set[str]:
    lemma = base(word, language)
    return {word, lemma, *(f"{STEM_MARK}{language}{stem(one, language)}" for one in (word, lemma))}


def _having(tokens: set[str]) -> set[Thing]:
    return set(Posting.objects.filter(of__word__text__in=tokens).values_list("entry__kind", "entry__number"))
