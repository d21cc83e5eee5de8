"""What an event says of itself is found in the same breath."""

from fiksummin.core.facts import on
from fiksummin.events import actions
from fiksummin.events.facts import EventChanged, EventPlanned


@on(EventPlanned)
def find_planned(fact: EventPlanned) -> None:
    """A new event can be found."""
    actions.keep_wording(event=fact.event)


@on(EventChanged)
def find_changed(fact: EventChanged) -> None:
    """An event that was reworded is found by its new words, and no more by the old."""
    actions.keep_wording(event=fact.event)
