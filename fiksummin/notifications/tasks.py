"""What the clock brings about in the ledger."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.notifications import actions


@every(minutes=1, outside=True)
def mail_notices(at: datetime) -> None:
    """What is new to somebody is mailed, unless she has seen it."""
    actions.mail_due(at=at)


@every(minutes=24 * 60)
def forget_old_notices(at: datetime) -> None:
    """What nobody read is let go after ninety days, and all is forgotten after a year."""
    actions.forget_old(at=at)
