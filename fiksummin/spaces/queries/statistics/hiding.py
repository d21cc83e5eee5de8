"""Small groups are hidden, also against subtraction from a total that is known."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

SMALLEST = 5
"""Bookings that a group must have for its figure to be shown."""


@dataclass(frozen=True)
class Counted:
    """A figure made of so many bookings."""

    value: float
    bookings: int


def hide_small[Key: Hashable](groups: Mapping[Key, Counted]) -> dict[Key, Counted | None]:
    """Give None for each group too small to be shown.

    Nothing at all is no group and may be told. When what is hidden could be
    found by subtraction (one group, or fewer than ``SMALLEST`` bookings in all
    hidden groups together), the smallest of the others are hidden with it.
    """
    hidden = {key for key, group in groups.items() if 0 < group.bookings < SMALLEST}
    shown = sorted(
        (key for key, group in groups.items() if group.bookings and key not in hidden),
        key=lambda key: groups[key].bookings,
    )
    while hidden and shown and _found_by_subtraction(groups, hidden):
        hidden.add(shown.pop(0))
    return {key: None if key in hidden else group for key, group in groups.items()}


def _found_by_subtraction[Key: Hashable](groups: Mapping[Key, Counted], hidden: set[Key]) -> bool:
    return len(hidden) < 2 or sum(groups[key].bookings for key in hidden) < SMALLEST
