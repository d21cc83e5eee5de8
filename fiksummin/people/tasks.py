"""What the clock does in this room."""

from datetime import datetime, timedelta

from fiksummin.core.tasks import every
from fiksummin.people import actions

GUESTS_ARE_KEPT = timedelta(days=30)
"""After her last day a guest can still be invited again; then she is erased."""
INVITATIONS_ARE_KEPT = timedelta(days=7)


@every(minutes=60)
def end_expired_roles(at: datetime) -> None:
    """Roles end with their last day."""
    actions.end_expired_roles(at=at)


@every(minutes=60)
def forget_guests(at: datetime) -> None:
    """Guests are erased, and invitations forgotten, when their time is over."""
    actions.erase_old_guests(at=at, after=GUESTS_ARE_KEPT)
    actions.forget_old_invitations(at=at, after=INVITATIONS_ARE_KEPT)


@every(minutes=60)
def forget_sessions(at: datetime) -> None:
    """Sessions and counts of tries are forgotten when they have expired."""
    actions.forget_expired(at=at)
