"""What calendars and news readers are given of events: the public ones for all, one's own for oneself."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from fiksummin.core.time import HELSINKI, day_bounds, today
from fiksummin.events.choices import RegistrationEnd
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.models.places import RegistrationQuerySet
from fiksummin.events.queries.finding import Finding, matching
from fiksummin.events.queries.pages import for_rows, with_event
from fiksummin.people.models import Person

BEHIND, AHEAD = timedelta(days=30), timedelta(days=365)
"""How far a calendar reaches: whole days, so that it is another only from one day to the next, or by a change."""
MOST_NEWS = 50


def public_calendar(wanted: Finding, at: datetime) -> EventQuerySet:
    """Give the public events for a calendar; those cancelled are among them, so that calendars strike them out."""
    start, end = wanted.start or _day(at - BEHIND), wanted.end or _day(at + AHEAD)
    rows = matching(Event.objects.visible_to(None), wanted, at)
    return for_rows(rows.within(start, end)).order_by("starts_at", "pk")


def public_news(wanted: Finding, at: datetime) -> EventQuerySet:
    """Give the public events that are not over, the latest published first."""
    rows = matching(Event.objects.visible_to(None), wanted, at).filter(ends_at__gt=_day(at))
    return for_rows(rows).prefetch_related("tags").order_by("-published_at", "-pk")[:MOST_NEWS]


def changed_at(at: datetime) -> datetime:
    """Say when anything of the events changed last, of whatever was hidden meanwhile, too: today began then, or later."""
    marks = ("made_at", "changed_at", "published_at", "cancelled_at", "lost_space_at")
    latest = Event.objects.order_by().aggregate(**{f"latest_{mark}": Max(mark) for mark in marks})
    moments: list[datetime] = [moment for moment in latest.values() if moment]
    return max([_day(at), *moments])


def registered_by(person: int, start: datetime, end: datetime) -> RegistrationQuerySet:
    """Give somebody's registrations for her calendar: those that stand, and those that ended with the event itself."""
    rows = Registration.objects.filter(
        Q(ended_at=None) | Q(end=RegistrationEnd.CALLED_OFF),
        person=person, event__starts_at__lt=end, event__ends_at__gt=start,
    )  # fmt: skip
    return with_event(rows).order_by("event__starts_at", "pk")


def held_by(person: int, start: datetime, end: datetime) -> Iterator[tuple[Event, Person | None]]:
    """Give the published events that somebody holds with others, and herself; drafts are in no calendar."""
    rows = (
        Event.objects.filter(people__person=person, published_at__isnull=False).within(start, end).distinct()
    )
    reader = Person.objects.get_queryset().filter(pk=person).first()
    for event in for_rows(rows).prefetch_related("people").order_by("starts_at", "pk"):
        yield event, reader


def _day(at: datetime) -> datetime:
    day: date = today(at=at)
    return day_bounds(day, HELSINKI)[0]
