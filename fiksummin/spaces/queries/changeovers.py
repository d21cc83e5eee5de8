"""How long it takes to furnish a space: what stood there before, and what comes after."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from fiksummin.core.db.questions import Question
from fiksummin.spaces.models import BookedSpace, Cell, Changeover, Claim, Layout
from fiksummin.spaces.queries.spaces import bring_cells

type Cost = tuple[int, Layout | None]
"""Minutes, and the layout from which it takes so long (None: from the usual state)."""

type Added = dict[int, tuple[datetime, Layout | None]]
"""For each cell what would be booked on it: from when, and in which layout."""


_FURNISHED = Question(
    lambda cells: Layout.objects.filter(space__cells__in=cells).order_by().values_list("pk", flat=True)[:1]
)

_LAST = Question(
    lambda cells, moment, **words: _near(
        cells, Q(starts_at__lt=moment, ends_at__lte=moment), "-starts_at", **words
    )
)
_NEXT = Question(
    lambda cells, moment, **words: _near(cells, Q(hold__booking__starts_at__gte=moment), "starts_at", **words)
)
_ON = Question(
    lambda bookings, cells: (
        BookedSpace.objects.filter(booking__in=bookings, space__cells__in=cells)
        .order_by()
        .values_list("pk", "space__cells")
    )
)
_PAIRS = Question(
    lambda before, after: (
        Changeover.objects.filter(before__in=before, after=after).order_by().values_list("before", "minutes")
    )
)
_PLACES = Question(
    lambda places: (
        BookedSpace.objects.filter(pk__in=places)
        .select_related("layout", "from_layout", "booking__hold", "space")
        .order_by("pk")
    )
)


def changeover(
    cells: Iterable[int],
    start: datetime,
    layout: Layout | None,
    *,
    except_for: int | None = None,
    added: Added | None = None,
) -> Cost:
    """Tell the minutes needed before ``start``; three queries at most.

    A cell stays as its last booking left it; one never booked stands as usual.
    ``except_for`` is the id of a booking that does not count, ``added`` as in ``layouts_before``.
    """
    return longest(layouts_before(cells, start, except_for=except_for, added=added), layout)


def is_furnished(cells: Iterable[int]) -> bool:
    """Say whether any layout ever stands on cells; where none does, nothing is to be rearranged."""
    return bool(_FURNISHED(cells=sorted(set(cells))))


def layouts_before(
    cells: Iterable[int], moment: datetime, *, except_for: int | None = None, added: Added | None = None
) -> list[Layout | None]:
    """Tell in which layouts cells were left at a moment; None stands for the usual state.

    ``added`` tells what would be booked on cells besides.
    """
    ids = set(cells)
    near = _bookings_near(ids, moment, except_for, later=False)
    left = {
        cell: place
        for place, on in _places(set(near.values()), ids).items()
        for cell in on
        if near.get(cell) == place.booking_id
    }
    return [_left_on(cell, left.get(cell), added or {}) for cell in ids]


def next_places(cells: Iterable[int], end: datetime, *, except_for: int | None = None) -> list[BookedSpace]:
    """Find what is booked next on cells, from a moment on; their change-over depends on what was before."""
    ids = set(cells)
    found = list(_places(set(_bookings_near(ids, end, except_for, later=True).values()), ids))
    bring_cells(place.space for place in found)
    return found


def _left_on(cell: int, place: BookedSpace | None, added: Added) -> Layout | None:
    start, layout = added.get(cell, (None, None))
    if start and (place is None or place.booking.starts_at < start):
        return layout
    return place.layout if place else None


def longest(before: Iterable[Layout | None], after: Layout | None) -> Cost:
    """Tell the most minutes it takes from any of the layouts to another, and from which."""
    every = list(before)
    known = [layout for layout in every if layout is not None]
    pairs = _PAIRS(before=sorted({layout.pk for layout in known}), after=after.pk) if known and after else ()
    table = dict(pairs)
    costs = [(minutes_between(layout, after, table), layout) for layout in every]
    return max(costs, key=lambda cost: cost[0], default=(0, None))


def clearing(layout: Layout | None) -> int:
    """Tell the minutes that seats need after a layout, before somebody can sit there as usual."""
    return layout.setup_minutes if layout and not layout.is_usual else 0


def minutes_between(before: Layout | None, after: Layout | None, table: dict[int, int]) -> int:
    """Tell the minutes from one layout to another; ``table`` has those that differ, by the layout before."""
    if after is None:
        return clearing(before)
    if before is None:
        return 0 if after.is_usual else after.setup_minutes
    return 0 if before.pk == after.pk else table.get(before.pk, after.setup_minutes)


def _bookings_near(
    cells: set[int], moment: datetime, except_for: int | None, *, later: bool
) -> dict[int, int]:
    """Map each cell to the booking next to a moment on it; cells without one are left out."""
    if not cells:
        return {}
    besides = {"besides": except_for} if except_for else {}
    found = (_NEXT if later else _LAST)(cells=sorted(cells), moment=moment, **besides)
    return {cell: booking for cell, booking in found if booking}


def _near(cells: Any, which: Q, order: str, besides: Any = None) -> QuerySet[Any, tuple[int, int | None]]:
    claims = Claim.objects.filter(which, cell=OuterRef("pk"), hold__booking__isnull=False).order_by(order)
    claims = claims.exclude(hold__booking=besides) if besides is not None else claims
    found = Cell.objects.filter(pk__in=cells).annotate(near=Subquery(claims.values("hold__booking")[:1]))
    return found.order_by().values_list("pk", "near")


def _places(bookings: set[int], cells: set[int]) -> dict[BookedSpace, set[int]]:
    """Give the spaces of bookings that lie on any of the cells, each with those cells."""
    on: dict[int, set[int]] = {}
    for number, cell in _ON(bookings=sorted(bookings), cells=sorted(cells)) if bookings else ():
        on.setdefault(number, set()).add(cell)
    return {place: on[place.pk] for place in (_PLACES(places=sorted(on)) if on else ())}
