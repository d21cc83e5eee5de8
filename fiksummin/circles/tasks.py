"""What the clock does in this room."""

from datetime import datetime

from fiksummin.circles import actions
from fiksummin.core.tasks import every


@every(minutes=60)
def find_keepers(at: datetime) -> None:
    """Communities whose keepers may come in no longer are handed on."""
    actions.find_keepers(at=at)
