"""Periodic work of this room."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.spaces import actions


@every(minutes=60)
def forget_visits(at: datetime) -> None:
    """Visits long over become counts."""
    actions.forget_visits(at=at)


@every(minutes=60)
def forget_bookings(at: datetime) -> None:
    """Bookings long over lose who they were for, and why."""
    actions.forget_bookings(at=at)


@every(minutes=5)
def climb_overdue(at: datetime) -> None:
    """Bookings that nobody answered in time are told to those who look after the site."""
    actions.climb_overdue(at=at)


@every(minutes=5)
def lapse_unanswered(at: datetime) -> None:
    """Bookings whose time came without an answer are declined."""
    actions.lapse_unanswered(at=at)
