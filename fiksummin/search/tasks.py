"""Periodic work."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.search import actions


@every(minutes=24 * 60, outside=True)
def go_through_all(at: datetime) -> None:
    """Everything is read through once a day: what no fact told of, and what a newer program takes apart otherwise."""
    actions.reindex()
