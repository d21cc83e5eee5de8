"""A plan of a site's spaces, drawn by the server; the list beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from fiksummin.spaces.models import Space
from fiksummin.spaces.queries import SpaceNow


@dataclass(frozen=True)
class Rect:
    """A space on the plan."""

    space: Space
    free: bool
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        """Where its name stands."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Plan:
    """All that has a place on the plan; width and height are those of the whole."""

    rects: list[Rect]
    width: int
    height: int


def drawn(rows: Sequence[SpaceNow]) -> Plan | None:
    """Lay out the spaces that have a place, the large ones below the small; None when none has."""
    rects = [rect for row in rows if (rect := _rect(row))]
    if not rects:
        return None
    rects.sort(key=lambda rect: -rect.width * rect.height)
    return Plan(
        rects, max(rect.x + rect.width for rect in rects) + 1, max(rect.y + rect.height for rect in rects) + 1
    )


def _rect(row: SpaceNow) -> Rect | None:
    space = row.space
    if space.plan_x is None or space.plan_y is None or not space.plan_width or not space.plan_height:
        return None
    return Rect(space, row.free, space.plan_x, space.plan_y, space.plan_width, space.plan_height)
