"""What all who registered hear when something has happened to the event."""

from itertools import chain

from fiksummin.core.facts import later
from fiksummin.events import letters, queries
from fiksummin.events.choices import Mode, Near, RegistrationEnd
from fiksummin.events.facts import (
    EventCancelled,
    EventChanged,
    EventLostSpace,
    EventNear,
    LotteryDrawn,
    PartGiven,
)
from fiksummin.events.models import Event, Registration, Reminder
from fiksummin.events.models.places import RegistrationQuerySet


@later(PartGiven)
def tell_part(fact: PartGiven) -> None:
    """Whoever was named hears it, once for events that were planned together, unless it is so no more or an answer tells it."""
    event = _event(fact.event)
    if event is None or event.cancelled_at:
        return
    row = event.people.select_related("person").filter(person=fact.person, part=fact.part).first()
    if row and not queries.hears_otherwise(row):
        letters.tell_part(event, row, queries.planned_with(row), fact.sequence)


@later(EventChanged)
def tell_change(fact: EventChanged) -> None:
    """Those who registered, hold it, follow it or are invited hear what is otherwise; of words alone nobody is told.

    That a place is free after all hear those who heard that it was not: who come on site, and the organisers.
    """
    event, what = _event(fact.event), set(fact.what.split())
    if event is None or not what or event.cancelled_at:
        return
    if "back" in what:
        letters.tell_place_back(event, fact.sequence)
    rows = _rows(event).filter(ended_at=None) if event.published_at else Registration.objects.none()
    helpers = [] if "back" in what else queries.holding(event, fact.by)
    others = chain(helpers, queries.interested(event) if what not in ({"link"}, {"back"}) else ())
    letters.tell_changed(event, rows, others, what=what, was=fact.was, mark=fact.sequence)


@later(EventCancelled)
def tell_cancellation(fact: EventCancelled) -> None:
    """Those who registered, hold it, follow it or are invited hear why the event is not held; not who is told of another day."""
    event = _event(fact.event)
    if event and event.cancelled_at:
        told = _rows(event).filter(ended_at=None) | _rows(event).filter(end=RegistrationEnd.CALLED_OFF)
        others = chain(queries.holding(event, fact.by), queries.interested(event))
        letters.tell_cancelled(event, told, others, but=queries.hears_of_new_day(event, fact.by))


@later(EventLostSpace)
def tell_lost_space(fact: EventLostSpace) -> None:
    """Those who come hear that the place is announced later, the organisers that they need another."""
    event = _event(fact.event)
    if event and event.lost_space_at and not event.cancelled_at:
        rows = _rows(event).filter(ended_at=None) if event.published_at else Registration.objects.none()
        letters.tell_lost_space(event, rows, event.sequence, fact.booking)


@later(LotteryDrawn)
def tell_lots(fact: LotteryDrawn) -> None:
    """Those who got no place by lot hear it, too; those who did have a letter of their place."""
    event = _event(fact.event)
    if event and not event.cancelled_at:
        letters.tell_unlucky(event, _rows(event).filter(ended_at=None, pool=None, rank__isnull=False))


@later(EventNear)
def tell_near(fact: EventNear) -> None:
    """Those who have a place are reminded, unless the event was moved or cancelled meanwhile."""
    event = _event(fact.event)
    reminder = Reminder.objects.filter(pk=fact.reminder).first()
    if event is None or reminder is None or event.cancelled_at or event.starts_at != reminder.starts_at:
        return
    near = Near(reminder.kind)
    rows = _rows(event).filter(ended_at=None, confirmed_at__isnull=False)
    if near == Near.HOUR:
        rows = rows.filter(pool__mode=Mode.VIRTUAL)
    elif event.reminders.filter(
        kind=Near.HOUR, starts_at=event.starts_at, made_at__lte=reminder.made_at
    ).exists():
        rows = rows.exclude(pool__mode=Mode.VIRTUAL)
    letters.tell_near(event, rows, near, event.starts_at)


def _event(number: int) -> Event | None:
    return queries.with_all(Event.objects.filter(pk=number)).first()


def _rows(event: Event) -> RegistrationQuerySet:
    return queries.with_event(Registration.objects.filter(event=event)).order_by("pk")
