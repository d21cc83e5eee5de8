"""Reads of the room of communities."""

from fiksummin.circles.queries.finding import circles_for, find, own_circles
from fiksummin.circles.queries.people import (
    asking_of,
    askings_for,
    declined_of,
    keeps,
    members_for,
    standing_of,
    standings,
    successor,
    without_keepers,
)
from fiksummin.circles.queries.wishes import CircleWish

__all__ = [
    "CircleWish",
    "asking_of",
    "askings_for",
    "circles_for",
    "declined_of",
    "find",
    "keeps",
    "members_for",
    "own_circles",
    "standing_of",
    "standings",
    "successor",
    "without_keepers",
]
