"""The spaces in use with their layouts and rules, as they are kept in memory until one of them changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Cell, Changeover, Layout, Space
from fiksummin.spaces.queries.changeovers import clearing, minutes_between
from fiksummin.spaces.queries.wishes import Place


class Option:
    """A space, furnished in one way, with all that a search asks of it at hand."""

    __slots__ = (
        "buffer", "cells", "features", "furnished", "kind", "layout", "place", "policy", "policy_id", "seats", "space", "where",
    )  # fmt: skip

    def __init__(self, place: Place, cells: tuple[int, ...], *, furnished: bool) -> None:
        """Lay out what is asked again and again; ``furnished``: what stood there before, or comes next, can matter."""
        space, layout = place.space, place.layout
        self.place, self.space, self.cells, self.furnished = place, space, cells, furnished
        self.policy, self.policy_id, self.seats = space.policy, space.policy_id, place.seats
        self.buffer = space.buffer_minutes
        self.kind, self.layout = space.kind, layout.kind if layout else ""
        self.features = frozenset([*space.features, *(layout.features if layout else ())])
        self.where = (space.position, space.pk)


@dataclass
class Catalogue:
    """Everything known of spaces, by id. Nobody changes what is in it."""

    options: dict[int, list[Option]] = field(default_factory=dict)
    """By site."""
    cells: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """By space, those no longer in use included: bookings may still stand in them."""
    layouts: dict[int, Layout] = field(default_factory=dict)
    minutes: dict[int, dict[int, int]] = field(default_factory=dict)
    """By the layout after, then by the one before."""
    furnished: frozenset[int] = frozenset()
    seats: frozenset[int] = frozenset()
    near: dict[int, set[int]] = field(default_factory=dict)
    """By furnished cell, those of the spaces that have it: their bookings matter to one another."""
    by_place: dict[tuple[int, int | None], Option] = field(default_factory=dict)

    def option(self, place: Place) -> Option | None:
        """Find a place again."""
        return self.by_place.get((place.space.pk, place.layout.pk if place.layout else None))

    def around(self, options: Iterable[Option]) -> set[int]:
        """Give the cells whose bookings matter to places: their own, and those of spaces that share one."""
        own = {cell for option in options for cell in option.cells}
        return own.union(*(self.near.get(cell, ()) for cell in own))

    def cost(self, before: Iterable[int | None], after: int | None) -> int:
        """Tell the most minutes that it takes from any of the layouts to another (None: as usual)."""
        last = self.layouts.get(after) if after else None
        table = self.minutes.get(after or 0, {})
        known = (self.layouts.get(layout) if layout else None for layout in before)
        return max((minutes_between(layout, last, table) for layout in known), default=0)

    def after(self, option: Option, cell: int) -> int:
        """Tell the minutes that a cell stays claimed after a booking."""
        if cell in self.seats:
            return max(option.buffer, clearing(option.place.layout))
        return option.buffer


def read() -> Catalogue:
    """Read all spaces; five queries."""
    found = Catalogue()
    of_space: dict[int, list[Layout]] = {}
    for layout in Layout.objects.order_by("position", "id"):
        found.layouts[layout.pk] = layout
        of_space.setdefault(layout.space_id, []).append(layout)
    for pair in Changeover.objects.all():
        found.minutes.setdefault(pair.after_id, {})[pair.before_id] = pair.minutes
    found.seats = frozenset(
        Cell.objects.filter(kind=CellKind.SEAT, spaces__isnull=False).values_list("pk", flat=True)
    )
    cells: dict[int, list[int]] = {}
    pairs = Space.cells.through._default_manager.order_by("pk").values_list("space_id", "cell_id")
    for number, cell in pairs:
        cells.setdefault(number, []).append(cell)
    found.cells = {number: tuple(own) for number, own in cells.items()}
    found.furnished = frozenset(cell for number in of_space for cell in cells.get(number, ()))
    for together in found.cells.values():
        for cell in found.furnished.intersection(together):
            found.near.setdefault(cell, set()).update(together)
    spaces = Space.objects.filter(retired_at=None).select_related("policy", "zone")
    for space in spaces.order_by("position", "id"):
        _add(found, space, of_space.get(space.pk, []))
    return found


def _add(found: Catalogue, space: Space, layouts: list[Layout]) -> None:
    cells = found.cells.get(space.pk, ())
    if not cells:
        return
    furnished = not found.furnished.isdisjoint(cells)
    for layout in [None, *layouts]:
        place = Place(space, layout)
        option = Option(place, cells, furnished=furnished)
        found.by_place[space.pk, layout.pk if layout else None] = option
        if layout or not layouts:
            found.options.setdefault(space.site_id, []).append(option)
