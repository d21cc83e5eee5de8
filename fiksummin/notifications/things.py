"""How notices are said: each ``what`` has one sentence, and a shelf where the thing that it is about is found.

The words are looked up when they are read, through the reader: what is gone, or not hers to see any more, has
no face, and reads "something since removed". A room above adds its own by ``said`` and ``kept_on`` from its
``ready``; those of the rooms below stand in ``sentences``.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from fiksummin.notifications.models import Notice
from fiksummin.people.models import Person
from fiksummin.trail.things import Face

type Faces = Callable[[set[int], Person], dict[int, Face]]
type Stands = Callable[[set[int]], set[int]]
type StandsFor = Callable[[set[int], int], set[int]]


@dataclass(frozen=True)
class Sentence:
    """What is said (translated lazily), and on which shelf the thing is."""

    words: Any
    shelf: str
    stands: Stands | None = None
    """Tells of which things it is still so: what is not is not mailed any more."""
    stands_for: StandsFor | None = None
    """The same, where it hangs on who reads it, by her number."""


@dataclass(frozen=True)
class Line:
    """A notice as it is read; without a face when the thing is gone."""

    notice: Notice
    words: str
    face: Face | None


_SENTENCES: dict[str, Sentence] = {}
_SHELVES: dict[str, Faces] = {}
_LETTERS: list[tuple[re.Pattern[str], str]] = []
_SILENT: list[re.Pattern[str]] = []


def said(
    what: str, words: Any, shelf: str, *, stands: Stands | None = None, stands_for: StandsFor | None = None
) -> None:
    """Give a kind of notice its sentence."""
    _SENTENCES[what] = Sentence(words, shelf, stands, stands_for)


def kept_on(shelf: str, faces: Faces) -> None:
    """Say how the things of a shelf are found: ``faces(numbers, reader)``, only what she may see."""
    _SHELVES[shelf] = faces


def found_in(shelf: str, rows: Callable[[Person], Any], face: Callable[[Any], Face]) -> None:
    """Say where the things of a shelf are found: ``rows(reader)`` gives those that she may see."""
    kept_on(shelf, lambda numbers, reader: {row.pk: face(row) for row in rows(reader).filter(pk__in=numbers)})


def offered_on(shelf: str, rows: Callable[[set[int]], Any], face: Callable[[Any, str], Face]) -> None:
    """Say where what a letter offered is taken: on the page of its link, which is the reader's own by her address.

    For ``told_by_letter`` alone: nobody has such a notice but whom the letter was for.
    """
    kept_on(
        shelf,
        lambda numbers, reader: (
            {row.pk: face(row, reader.email) for row in rows(numbers)} if reader.email else {}
        ),
    )


def always_at(shelf: str, url: Callable[[], str]) -> None:
    """Say that a shelf is a page that every reader of it has, whatever the thing."""
    kept_on(shelf, lambda numbers, _reader: dict.fromkeys(numbers, Face("", url())))


def told_by_letter(key: str, words: Any, shelf: str) -> None:
    """Give the letters of a room below or above their sentence, by a pattern that their keys begin with.

    What stands in the first parentheses is the number of the thing.
    """
    what = f"letter {key}"
    _LETTERS.append((re.compile(key), what))
    said(what, words, shelf)


def no_news(key: str) -> None:
    """Say which letters are no news: by a pattern that their keys begin with."""
    _SILENT.append(re.compile(key))


def read_key(key: str) -> tuple[str, int] | None:
    """Say which sentence a letter told, and the number of its thing; None for one that is no news."""
    if any(pattern.match(key) for pattern in _SILENT):
        return None
    for pattern, what in _LETTERS:
        if found := pattern.match(key):
            return what, int(found[1]) if found.groups() else 0
    return "letter", 0


def is_said(what: str) -> bool:
    """Say whether there is a sentence for a kind of notice."""
    return what in _SENTENCES


def lines(notices: Iterable[Notice], reader: Person) -> list[Line]:
    """Say notices to their reader, in the language that is spoken now; the queries depend on the shelves alone."""
    found = list(notices)
    wanted: dict[str, set[int]] = defaultdict(set)
    for notice in found:
        wanted[(_SENTENCES.get(notice.what) or _SENTENCES["letter"]).shelf].add(notice.thing)
    faces = {shelf: _SHELVES[shelf](numbers, reader) for shelf, numbers in sorted(wanted.items())}
    return [_line(notice, faces) for notice in found]


def standing(notices: Iterable[Notice]) -> set[int]:
    """Give the numbers of the notices whose sentence is still true."""
    asked: dict[tuple[str, int], set[int]] = defaultdict(set)
    for notice in (found := list(notices)):
        asked[notice.what, notice.person_id].add(notice.thing)
    true = {(what, person): _still(what, numbers, person) for (what, person), numbers in asked.items()}
    return {notice.pk for notice in found if notice.thing in true[notice.what, notice.person_id]}


def _still(what: str, numbers: set[int], person: int) -> set[int]:
    sentence = _SENTENCES.get(what)
    if sentence and sentence.stands_for:
        return sentence.stands_for(numbers, person)
    return sentence.stands(numbers) if sentence and sentence.stands else numbers


def _line(notice: Notice, faces: dict[str, dict[int, Face]]) -> Line:
    sentence = _SENTENCES.get(notice.what) or _SENTENCES["letter"]
    return Line(notice, str(sentence.words), faces[sentence.shelf].get(notice.thing))
