"""Which spaces suit a purpose: a desk where it is quiet, a room to meet in, a floor whose furniture moves."""

from fiksummin.spaces.choices import LayoutKind, Purpose, SpaceKind, ZoneKind
from fiksummin.spaces.queries.availability.catalogue import Option

MOVABLE = frozenset({LayoutKind.ISLANDS, LayoutKind.CIRCLE, LayoutKind.EMPTY})
"""Furnishings in which people form groups and move about."""


def suits(purpose: str, option: Option) -> bool:
    """Say whether a place suits a purpose ("" is any)."""
    match purpose:
        case Purpose.FOCUS:
            zone = option.space.zone
            return option.kind == SpaceKind.DESK and zone is not None and zone.kind == ZoneKind.QUIET
        case Purpose.MEET:
            return option.kind in {SpaceKind.ROOM, SpaceKind.HALL}
        case Purpose.WORKSHOP:
            return option.kind == SpaceKind.HALL or option.layout in MOVABLE
        case _:
            return True
