"""Where an idea is born: an event, a takeaway or an open question, named in an address as far as the reader may see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import QueryDict

from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import Event, Outcome, Takeaway
from fiksummin.ideas.models import Campaign, Idea
from fiksummin.people.models import Person

MOST_DIGITS = 19
OF_LATE = timedelta(days=60)


@dataclass(frozen=True)
class Born:
    """The event, and what was taken away from it if that was named; ``query`` names them in an address again."""

    event: Event | None = None
    takeaway: Takeaway | None = None
    query: str = ""
    question: str = ""
    """The open question that it answers, in its own words."""


def birthplace(thing: Idea | Campaign, reader: Person | None) -> Event | None:
    """Give the event at which an idea was born or a campaign launched, when the reader may see it; no query for others."""
    return Event.objects.visible_to(reader).filter(pk=thing.born_at_id).first() if thing.born_at_id else None


def birthplaces(person: Person, campaign: Campaign | None = None, *, at: datetime) -> QuerySet[Event]:
    """Give the events at which somebody may launch a campaign: those of about two months, and where it was launched."""
    of_late = Q(ends_at__gte=at - OF_LATE, cancelled_at=None)
    seen = Event.objects.visible_to(person).filter(of_late | Q(pk=campaign.born_at_id if campaign else None))
    return seen.order_by("starts_at", "pk")


def launched_at(event: Event, reader: Person | None) -> QuerySet[Campaign]:
    """Give the campaigns that were launched at an event, as far as the reader may see them."""
    return Campaign.objects.visible_to(reader).filter(born_at=event).order_by("made_at", "pk")


def born_of(given: QueryDict, reader: Person | None) -> Born:
    """Read ``?event=``, ``?takeaway=`` or ``?question=``; what she may not see is not there."""
    takeaway, event, question = (_number(given.get(name, "")) for name in ("takeaway", "event", "question"))
    if question:
        asked = Outcome.objects.visible_to(reader).filter(pk=question, kind=OutcomeKind.QUESTION)
        row = asked.select_related("event").first()
        return Born(row.event, None, f"?question={row.pk}", row.text) if row else Born()
    if takeaway:
        told = Takeaway.objects.visible_to(reader).select_related("event").filter(pk=takeaway).first()
        return Born(told.event, told, f"?takeaway={told.pk}") if told else Born()
    if event:
        held = Event.objects.visible_to(reader).filter(pk=event).first()
        return Born(held, None, f"?event={held.pk}") if held else Born()
    return Born()


def _number(written: str) -> int:
    """Read a number of a thing; 0 for what is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < MOST_DIGITS else 0
