"""What is asked and told after an event."""

from fiksummin.core.facts import later
from fiksummin.events import letters, queries
from fiksummin.events.choices import After
from fiksummin.events.facts import (
    DigestMissing,
    DigestPublished,
    OutcomeAdded,
    TakeawayRemoved,
    TakeawaysAsked,
)
from fiksummin.events.models import Event, Outcome, Reminder, Takeaway


@later(TakeawaysAsked)
def ask(fact: TakeawaysAsked) -> None:
    """Those who took part are asked, unless the event was called off meanwhile."""
    event = _event(fact.event)
    if event and not event.cancelled_at:
        letters.tell_asked(event, queries.with_event(queries.took_part(event)))


@later(DigestMissing)
def remind(fact: DigestMissing) -> None:
    """The organisers are reminded, unless the takeaways came out meanwhile."""
    event, reminder = _event(fact.event), Reminder.objects.filter(pk=fact.reminder).first()
    if event and reminder and not event.cancelled_at and not hasattr(event, "digest"):
        letters.tell_missing(event, After(reminder.kind), reminder.pk, queries.all_told(event).count())


@later(DigestPublished)
def tell_digest(fact: DigestPublished) -> None:
    """Those who took part, those who waited and those who follow hear that the takeaways are out."""
    event = _event(fact.event)
    if event and not event.cancelled_at:
        came, waited = (
            queries.with_event(rows) for rows in (queries.took_part(event), queries.left_out(event))
        )
        letters.tell_digest(event, came, waited, queries.followers(event))


@later(TakeawayRemoved)
def tell_takeaway_removed(fact: TakeawayRemoved) -> None:
    """Whoever told it hears why it was taken from the page."""
    rows = Takeaway.objects.select_related("event", "person", "registration__person", "registration__event")
    takeaway = rows.filter(pk=fact.takeaway).first()
    if takeaway:
        letters.tell_takeaway_removed(takeaway)


@later(OutcomeAdded)
def tell_step(fact: OutcomeAdded) -> None:
    """Whoever was named to take a next step hears of it, unless she named herself."""
    outcome = Outcome.objects.select_related("event", "owner").filter(pk=fact.outcome).first()
    if outcome and outcome.owner_id != fact.by:
        letters.tell_step(outcome)


def _event(number: int) -> Event | None:
    return queries.with_all(Event.objects.filter(pk=number)).first()
