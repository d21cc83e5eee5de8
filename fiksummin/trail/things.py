"""How the things on the trail are shown: each room says it of its own, and what a reader may not see is not there."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import batched
from typing import Any, Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from fiksummin.core.db.questions import evened
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.people.queries import ReadersQuestion
from fiksummin.trail.models import Node

AT_ONCE = 256
"""So many things are asked for in one query: an engine takes so many values and no more."""

type Rows = Callable[[Person | None], QuerySet[Any]]


@dataclass(frozen=True)
class Face:
    """What is read of a thing: its words in its own language, and its page."""

    title: str
    url: str
    language: str = ""
    state: str = ""
    is_named: bool = True
    """Whether its page tells who made it."""


type Instead = Callable[[Sequence[int], Person | None], Mapping[tuple[int, int], str]]
type Silent = Callable[[Sequence[int], Person | None], Collection[tuple[int, int]]]


@dataclass(frozen=True)
class Naming:
    """How the people of things are named: members read their names, the public reads what is said here.

    ``instead`` gives what a reader reads in place of the names of some: of (node, person) the words, "" for nothing.
    ``silent`` gives, by the part that they had, of whose part a reader reads nothing: (node, person).
    """

    to_public: Literal["", "organisation", "name"] = ""
    instead: Instead | None = None
    silent: Mapping[str, Silent] = field(default_factory=dict)

    def words(self, person: Person, reader: Person | None) -> str:
        """Say somebody to a reader; "" when she is not named."""
        if reader is not None or self.to_public == "name":
            return str(person)
        is_told = self.to_public == "organisation" and person.organisation is not None
        return person.organisation.name if is_told and person.organisation else ""


class Shelf:
    """Where things of a kind are found: as far as a reader sees them, by the field ``node``."""

    def __init__(self, rows: Rows, face: Callable[[Any], Face], naming: Naming) -> None:
        """Know how a room finds its things, and how it says them; what is asked is worded once."""
        self.rows, self.face, self.naming = rows, face, naming
        self._by_node = ReadersQuestion(lambda reader, nodes: rows(reader).filter(node__in=nodes))
        self._by_number = ReadersQuestion(
            lambda reader, number, kind: (
                rows(reader).filter(pk=number, node__kind=kind).select_related("node")
            )
        )

    @cached_property
    def _prefetches(self) -> bool:
        """Say whether its rows bring others along, which a question that is worded once does not."""
        return bool(self.rows(None)._prefetch_related_lookups)  # type: ignore[attr-defined]  # noqa: SLF001 -- Django says it nowhere else

    def by_node(self, reader: Person | None, nodes: Sequence[int]) -> Iterable[Any]:
        """Find those that a reader may see; one query, and those for what the rows bring along."""
        if self._prefetches:
            return self.rows(reader).filter(node__in=nodes)
        return self._by_node(reader, today(), nodes=evened(nodes))

    def by_number(self, reader: Person | None, kind: str, number: int) -> Any | None:
        """Find one by its own number, with its ``node``; None when there is none that a reader may see."""
        if self._prefetches:
            return self.rows(reader).filter(pk=number, node__kind=kind).select_related("node").first()
        return next(iter(self._by_number(reader, today(), number=number, kind=kind)), None)


_SHELVES: dict[str, Shelf] = {}


def shown(kind: str, rows: Rows, face: Callable[[Any], Face], naming: Naming = Naming()) -> None:
    """Have a room say how its things are shown. ``rows(reader)`` gives what she may see; its model has a ``node``.

    It filters by ``reader.pk``, never by the reader (see ``ReadersQuestion``).
    """
    _SHELVES[kind] = Shelf(rows, face, naming)


def faces(nodes: Iterable[Node], reader: Person | None) -> dict[int, Face]:
    """Give the faces of those that the reader may see, by node; one query for each kind there is and 256 of it."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for node in nodes:
        kinds[node.kind].append(node.pk)
    return {
        row.node_id: shelf.face(row)
        for kind, numbers in sorted(kinds.items())
        if (shelf := _SHELVES.get(kind))
        for some in batched(numbers, AT_ONCE)
        for row in shelf.by_node(reader, some)
    }


def names(nodes: Iterable[Node], people: Iterable[Person], reader: Person | None) -> "Names":
    """Say how the people of things that a reader sees are named to her; a query for each kind whose room asks one."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for node in nodes:
        kinds[node.kind].append(node.pk)
    instead: dict[tuple[int, int], str] = {}
    for kind, numbers in kinds.items():
        asks = _SHELVES[kind].naming.instead
        for some in batched(numbers, AT_ONCE) if asks else ():
            instead.update(asks(some, reader) if asks else {})
    return Names({person.pk: person for person in people}, instead, reader)


def silent(had: Iterable[tuple[Node, str]], reader: Person | None) -> set[tuple[int, str, int]]:
    """Give of whose part in a thing a reader reads nothing: (node, part, person); a query for each kind and part whose room asks one."""
    asked: dict[tuple[str, str], set[int]] = defaultdict(set)
    for node, part in had:
        asked[node.kind, part].add(node.pk)
    return {
        (node, part, person)
        for (kind, part), numbers in asked.items()
        if (asks := _SHELVES[kind].naming.silent.get(part))
        for some in batched(sorted(numbers), AT_ONCE)
        for node, person in asks(some, reader)
    }


@dataclass(frozen=True)
class Names:
    """Who is named how."""

    people: dict[int, Person]
    instead: dict[tuple[int, int], str]
    reader: Person | None

    def of(self, node: Node, person: int) -> str:
        """Give the words for somebody who had to do with a thing; "" when she is not named."""
        words = self.instead.get((node.pk, person))
        if words is None and person in self.people:
            words = _SHELVES[node.kind].naming.words(self.people[person], self.reader)
        return words or ""


def thing(kind: str, number: int, reader: Person | None) -> Any | None:
    """Find a thing by its kind and its own number, with its ``node``; None when there is none that the reader may see."""
    shelf = _SHELVES.get(kind)
    return shelf.by_number(reader, kind, number) if shelf else None


def face_of(kind: str, row: Any) -> Face:
    """Give the face of a thing that was found."""
    return _SHELVES[kind].face(row)


def path_here(written: str) -> str:
    """Give the path of an address of this service without its language: "/ideas/12/"; "" for an address elsewhere."""
    try:
        parts = urlsplit(written.strip())
        here = urlsplit(settings.BASE_URL)
        is_here = parts.hostname in {None, here.hostname, *settings.ALLOWED_HOSTS}
    except ValueError:
        return ""
    is_page = parts.scheme in {"", "http", "https"} and parts.path.startswith("/")
    return _without_language(parts.path) if is_here and is_page else ""


def named_by(path: str, kind: str, reader: Person | None) -> Any | None:
    """Find the thing of a kind whose page or whose trail is at a path (see ``path_here``), as ``thing`` does."""
    last = re.fullmatch(r".*?/(\d{1,18})/?", path, re.ASCII)
    if last is None:
        return None
    number = int(last[1])
    row = thing(kind, number, reader)
    pages = (face_of(kind, row).url, reverse("trail:story", args=[kind, number])) if row else ()
    return row if f"{path.rstrip('/')}/" in map(_without_language, pages) else None


def _without_language(path: str) -> str:
    return re.sub(rf"^/(?:{'|'.join(LANGUAGES)})(?=/)", "", path)
