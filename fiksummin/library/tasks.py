"""What the clock brings about in the library."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.library import actions


@every(minutes=60)
def let_reviews_fall(at: datetime) -> None:
    """What nobody checked in time is asked of others."""
    actions.let_reviews_fall(at=at)
