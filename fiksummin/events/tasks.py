"""Periodic work of this room."""

from datetime import datetime

from fiksummin.core.tasks import every
from fiksummin.events import actions


@every(minutes=1)
def lapse_places(at: datetime) -> None:
    """Offered places that nobody took in time go to the next in line."""
    actions.lapse_places(at=at)


@every(minutes=1)
def draw_due_lots(at: datetime) -> None:
    """Where places are given by lot, the lots are drawn when registration has closed."""
    actions.draw_due_lots(at=at)


@every(minutes=5)
def remind_participants(at: datetime) -> None:
    """Those who have a place are reminded a day before, and an hour before online."""
    actions.remind_participants(at=at)


@every(minutes=15)
def see_to_what_is_over(at: datetime) -> None:
    """Those who took part are asked what they took away; organisers and hosts are reminded of what is late."""
    actions.ask_takeaways(at=at)
    actions.remind_organisers(at=at)
    actions.climb_invitations(at=at)


@every(minutes=60)
def forget(at: datetime) -> None:
    """What is personal goes in time."""
    actions.forget_answers(at=at)
    actions.forget_participants(at=at)
    actions.forget_links(at=at)


@every(minutes=60)
def look_over_wordings(at: datetime) -> None:
    """Events whose theme or kind was named anew are found by the new name."""
    actions.look_over_wordings(at=at)
