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
from fiksummin.spaces.queries.sites import SiteNow, for_reader, hosted_sites, managed_sites, sites_now
from fiksummin.spaces.queries.visits import (
    Desk,
    DeskDay,
    DeskRow,
    desk,
    desk_days,
    expected,
    for_person,
    mine,
    over,
)

__all__ = [
    "Day",
    "Desk",
    "DeskDay",
    "DeskRow",
    "OpenState",
    "Opening",
    "SiteNow",
    "Span",
    "days",
    "desk",
    "desk_days",
    "expected",
    "for_person",
    "for_reader",
    "free_cells",
    "free_now",
    "free_seats",
    "hosted_sites",
    "managed_sites",
    "mine",
    "nearest_fits",
    "next_opening",
    "open_state",
    "opening",
    "openings",
    "over",
    "seat_total",
    "sites_now",
    "spans_of",
]
