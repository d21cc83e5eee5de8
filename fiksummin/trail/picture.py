"""Where each thing of a story stands in its picture, and how the ways between them run: pure, the same each time.

A row for each thing and columns for branches, as pictures of versions are drawn: what something came of stands above
it. A way goes down in the column of its source and turns into the row of its target; a column is kept free as long
as a way runs in it, so no way crosses a thing. A way that was undone runs apart, to the right of all things.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

from fiksummin.trail.models import Link
from fiksummin.trail.queries import Step
from fiksummin.trail.things import Face

ACROSS, DOWN, FIRST = 20, 72, 18
"""Of a column, of a row, and of the middle of the first of each, in units of the picture."""
WORDS = 200
"""Of the words beside."""

type Point = tuple[int, int]


@dataclass(frozen=True)
class Dot:
    """A thing; ``step`` is None when it stands in an earlier part of the story and is named here only."""

    number: int
    face: Face
    step: Step | None
    row: int
    column: int

    @property
    def at(self) -> Point:
        """Where its middle is."""
        return FIRST + ACROSS * self.column, FIRST + DOWN * self.row


@dataclass(frozen=True)
class Way:
    """A link, from its source to its target; by a column of its own when it was undone."""

    link: Link
    source: Dot
    target: Dot
    column: int

    @property
    def points(self) -> tuple[Point, ...]:
        """Where it begins, turns and ends."""
        (x, y), (to_x, to_y) = self.source.at, self.target.at
        by_x = FIRST + ACROSS * self.column
        turns = ((x, y), (by_x, y), (by_x, to_y), (to_x, to_y))
        return tuple(dict.fromkeys(turns))


@dataclass(frozen=True)
class Picture:
    """All of it."""

    dots: tuple[Dot, ...]
    ways: tuple[Way, ...]

    @cached_property
    def text_at(self) -> int:
        """Where the words begin, to the right of all columns."""
        columns = [*(dot.column for dot in self.dots), *(way.column for way in self.ways)]
        return FIRST + ACROSS * max(columns) + 14

    @property
    def size(self) -> Point:
        """How wide and how high it is."""
        return self.text_at + WORDS, DOWN * len(self.dots)

    @property
    def has_undone(self) -> bool:
        """Say whether a way in it was undone."""
        return any(way.link.undone_at for way in self.ways)


def picture(steps: Sequence[Step]) -> Picture:
    """Place the things of a story and of what they came of, and the ways between them."""
    told = {step.node.pk: step for step in steps}
    known = {link.source_id: face for step in steps for link, face in step.comes_of}
    known |= {step.node.pk: step.face for step in steps}
    links = [link for step in steps for link, _face in step.comes_of]
    standing = [link for link in links if link.undone_at is None]
    age = {number: place for place, number in enumerate(sorted(known.keys() - told.keys()))}
    age |= {number: len(age) + place for place, number in enumerate(told)}
    rows = _rows(age, standing)
    columns = _columns(rows, standing)
    dots = {
        number: Dot(number, known[number], told.get(number), rows[number], columns[number]) for number in rows
    }
    ways = tuple(
        Way(link, source := dots[link.source_id], dots[link.target_id], source.column) for link in standing
    )
    return Picture(tuple(dots.values()), ways + _apart(dots, [link for link in links if link.undone_at]))


def _rows(age: dict[int, int], links: Sequence[Link]) -> dict[int, int]:
    """Give each a row below all that it came of: what came of the last one first, then the oldest."""
    later: dict[int, list[int]] = {number: [] for number in age}
    lacking = dict.fromkeys(age, 0)
    for link in links:
        later[link.source_id].append(link.target_id)
        lacking[link.target_id] += 1
    ready: list[tuple[int, int, int]] = []
    for number, sources in lacking.items():
        if not sources:
            heappush(ready, (1, age[number], number))
    rows: dict[int, int] = {}
    while ready:
        number = heappop(ready)[2]
        rows[number] = len(rows)
        for target in later[number]:
            lacking[target] -= 1
            if not lacking[target]:
                heappush(ready, (-rows[number], age[target], target))
    return rows


def _columns(rows: dict[int, int], links: Sequence[Link]) -> dict[int, int]:
    """Give each the column of a source that leads to nothing later, or else the first free one right of a source."""
    sources: dict[int, list[int]] = {number: [] for number in rows}
    last = dict(rows)
    for link in links:
        sources[link.target_id].append(link.source_id)
        last[link.source_id] = max(last[link.source_id], rows[link.target_id])
    columns: dict[int, int] = {}
    taken: dict[int, int] = {}
    for number, row in rows.items():
        own = [columns[source] for source in sources[number]]
        column = min(own, default=0)
        while taken.get(column, -1) > row:
            column += 1
        columns[number] = column
        taken[column] = last[number]
    return columns


def _apart(dots: dict[int, Dot], links: Sequence[Link]) -> tuple[Way, ...]:
    """Give ways that were undone columns to the right of all things, each its own where they would meet."""
    first = max((dot.column for dot in dots.values()), default=0) + 1
    spans: list[list[tuple[int, int]]] = []
    ways = []
    for link in links:
        source, target = dots[link.source_id], dots[link.target_id]
        above, below = sorted((source.row, target.row))
        fits = (
            place
            for place, held in enumerate(spans)
            if all(below < begins or ends < above for begins, ends in held)
        )
        place = next(fits, len(spans))
        if place == len(spans):
            spans.append([])
        spans[place].append((above, below))
        ways.append(Way(link, source, target, first + place))
    return tuple(ways)
