"""How a site is used: aggregates only, small groups hidden."""

from fiksummin.spaces.queries.statistics.hiding import SMALLEST, Counted, hide_small
from fiksummin.spaces.queries.statistics.occupancy import (
    KINDS,
    Agencies,
    Line,
    Occupancy,
    agencies_together,
    occupancy,
)

__all__ = [
    "KINDS",
    "SMALLEST",
    "Agencies",
    "Counted",
    "Line",
    "Occupancy",
    "agencies_together",
    "hide_small",
    "occupancy",
]
