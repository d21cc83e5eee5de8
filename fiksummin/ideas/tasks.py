"""What the clock brings about with ideas."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.ideas import actions, letters


@every(minutes=60)
def forget_letters(at: datetime) -> None:
    """Who wrote to whom is forgotten some days after the letter."""
    letters.forget(at)


@every(minutes=15)
def begin_phases(at: datetime) -> None:
    """What a campaign does from now on is told."""
    actions.begin_phases(at=at)
