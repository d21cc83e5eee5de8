"""Where an idea is born: an event or a takeaway, named in an address as far as the reader may see it."""

from dataclasses import dataclass

from django.http import QueryDict

from fiksummin.events.models import Event, Takeaway
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Person


@dataclass(frozen=True)
class Born:
    """The event, and what was taken away from it if that was named; ``query`` names them in an address again."""

    event: Event | None = None
    takeaway: Takeaway | None = None
    query: str = ""


def birthplace(idea: Idea, reader: Person | None) -> Event | None:
    """Give the event at which an idea was born, when the reader may see it; no query for other ideas."""
    return Event.objects.visible_to(reader).filter(pk=idea.born_at_id).first() if idea.born_at_id else None


def born_of(given: QueryDict, reader: Person | None) -> Born:
    """Read ``?event=`` or ``?takeaway=``; what she may not see is not there."""
    takeaway, event = given.get("takeaway", ""), given.get("event", "")
    if takeaway.isdecimal() and len(takeaway) < 19:
        told = Takeaway.objects.visible_to(reader).select_related("event").filter(pk=takeaway).first()
        return Born(told.event, told, f"?takeaway={told.pk}") if told else Born()
    if event.isdecimal() and len(event) < 19:
        held = Event.objects.visible_to(reader).filter(pk=event).first()
        return Born(held, None, f"?event={held.pk}") if held else Born()
    return Born()
