"""What is free: other answers when a wish cannot be met."""

from datetime import datetime

from fiksummin.spaces.models import Site
from fiksummin.spaces.queries.wishes import Answer, BookingWish


def other_answers(site: Site, wish: BookingWish, at: datetime) -> list[Answer]:
    """Find up to three other answers near the wish: another time, another space."""
    return []
