"""How long it takes to furnish a space: what stood there before, and what comes after."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from fiksummin.spaces.models import BookedSpace, Cell, Changeover, Claim, Layout

type Cost = tuple[int, Layout | None]
"""Minutes, and the layout from which it takes so long (None: from the usual state)."""


def changeover(
    cells: Iterable[int], start: datetime, layout: Layout | None, *, except_for: int | None = None
) -> Cost:
    """Tell the minutes needed before ``start``; three queries at most.

    A cell stays as its last booking left it; one never booked stands as usual.
    ``except_for`` is the id of a booking that does not count.
    """
    return longest(layouts_before(cells, start, except_for=except_for), layout)


def layouts_before(
    cells: Iterable[int], moment: datetime, *, except_for: int | None = None
) -> list[Layout | None]:
    """Tell in which layouts cells were left at a moment; None stands for the usual state."""
    ids = set(cells)
    last = _bookings_near(ids, moment, except_for, later=False)
    places = _places(set(last.values()), ids)
    usual: list[Layout | None] = [None] if len(last) < len(ids) else []
    return usual + [place.layout for place in places]


def next_places(
    cells: Iterable[int], end: datetime, *, except_for: int | None = None
) -> QuerySet[BookedSpace]:
    """Find what is booked next on cells, from a moment on; their change-over depends on what was before."""
    ids = set(cells)
    return _places(set(_bookings_near(ids, end, except_for, later=True).values()), ids)


def longest(before: Iterable[Layout | None], after: Layout | None) -> Cost:
    """Tell the most minutes it takes from any of the layouts to another, and from which."""
    every = list(before)
    known = [layout for layout in every if layout is not None]
    pairs = Changeover.objects.filter(before__in=known, after=after) if known and after else ()
    table = {pair.before_id: pair.minutes for pair in pairs}
    costs = [(_minutes(layout, after, table), layout) for layout in every]
    return max(costs, key=lambda cost: cost[0], default=(0, None))


def clearing(layout: Layout | None) -> int:
    """Tell the minutes that seats need after a layout, before somebody can sit there as usual."""
    return layout.setup_minutes if layout and not layout.is_usual else 0


def _minutes(before: Layout | None, after: Layout | None, table: dict[int, int]) -> int:
    if after is None:
        return clearing(before)
    if before is None:
        return 0 if after.is_usual else after.setup_minutes
    return 0 if before.pk == after.pk else table.get(before.pk, after.setup_minutes)


def _bookings_near(
    cells: set[int], moment: datetime, except_for: int | None, *, later: bool
) -> dict[int, int]:
    """Map each cell to the booking next to a moment on it; cells without one are left out."""
    claims = Claim.objects.filter(cell=OuterRef("pk"), hold__booking__isnull=False)
    claims = claims.exclude(hold__booking=except_for) if except_for else claims
    if later:
        near = claims.filter(hold__booking__starts_at__gte=moment).order_by("starts_at")
    else:
        near = claims.filter(starts_at__lt=moment, hold__booking__ends_at__lte=moment).order_by("-starts_at")
    found = Cell.objects.filter(pk__in=cells).annotate(near=Subquery(near.values("hold__booking")[:1]))
    return {cell: booking for cell, booking in found.values_list("pk", "near") if booking}


def _places(bookings: set[int], cells: set[int]) -> QuerySet[BookedSpace]:
    places = BookedSpace.objects.filter(booking__in=bookings, space__cells__in=cells).distinct()
    return places.select_related("layout", "from_layout", "booking__hold", "space").order_by("pk")
