"""How the things on the trail are shown: each room says it of its own, and what a reader may not see is not there."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from fiksummin.people.models import Person
from fiksummin.trail.models import Node

type Rows = Callable[[Person | None], QuerySet[Any]]


@dataclass(frozen=True)
class Face:
    """What is read of a thing: its words in its own language, and its page."""

    title: str
    url: str
    language: str = ""
    state: str = ""


@dataclass(frozen=True)
class Shelf:
    """Where things of a kind are found: as far as a reader sees them, by the field ``node``."""

    rows: Rows
    face: Callable[[Any], Face]


_SHELVES: dict[str, Shelf] = {}


def shown(kind: str, rows: Rows, face: Callable[[Any], Face]) -> None:
    """Have a room say how its things are shown. ``rows(reader)`` gives what she may see; its model has a ``node``."""
    _SHELVES[kind] = Shelf(rows, face)


def faces(nodes: Iterable[Node], reader: Person | None) -> dict[int, Face]:
    """Give the faces of those that the reader may see, by node; one query for each kind there is."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for node in nodes:
        kinds[node.kind].append(node.pk)
    return {
        row.node_id: shelf.face(row)
        for kind, numbers in sorted(kinds.items())
        if (shelf := _SHELVES.get(kind))
        for row in shelf.rows(reader).filter(node__in=numbers)
    }


def thing(kind: str, number: int, reader: Person | None) -> Any | None:
    """Find a thing by its kind and its own number; None when there is none that the reader may see."""
    shelf = _SHELVES.get(kind)
    found: Model | None = shelf.rows(reader).filter(pk=number, node__kind=kind).first() if shelf else None
    return found


def face_of(kind: str, row: Any) -> Face:
    """Give the face of a thing that was found."""
    return _SHELVES[kind].face(row)
