"""What the clock brings about on the trail."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.trail import actions


@every(minutes=60)
def tell_overdue_promises(at: datetime) -> None:
    """Promises that were not kept by their day climb."""
    actions.climb(at=at)
