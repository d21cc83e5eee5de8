"""Periodic work of this room."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.spaces import actions


@every(minutes=60)
def forget_visits(at: datetime) -> None:
    """Visits long over become counts."""
    actions.forget_visits(at=at)
