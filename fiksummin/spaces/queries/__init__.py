"""Reads: when a site is open, what is free, who comes."""

from fiksummin.spaces.queries.opening import Opening, OpenState, next_opening, open_state, opening, openings
from fiksummin.spaces.queries.seats import (
    Day,
    Span,
    days,
    free_cells,
    free_now,
    free_seats,
    nearest_fits,
    seat_total,
    spans_of,
)
from fiksummin.spaces.queries.visits import Desk, DeskRow, desk, expected, for_person, mine

__all__ = [
    "Day",
    "Desk",
    "DeskRow",
    "OpenState",
    "Opening",
    "Span",
    "days",
    "desk",
    "expected",
    "for_person",
    "free_cells",
    "free_now",
    "free_seats",
    "mine",
    "nearest_fits",
    "next_opening",
    "open_state",
    "opening",
    "openings",
    "seat_total",
    "spans_of",
]
