"""Those who have a place are reminded by the event's own clock."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from fiksummin.core.facts import announce
from fiksummin.events.choices import Mode, Near
from fiksummin.events.facts import EventNear
from fiksummin.events.models import Event, Reminder

HOUR = timedelta(hours=1)
LONGEST = timedelta(hours=26)
"""A day by the clock on the wall, when winter time begins, and a little."""


def due_from(event: Event, near: Near) -> datetime:
    """Give the moment from which a reminder is due: the same hour on the wall the day before, or an hour before."""
    if near == Near.HOUR:
        return event.starts_at - HOUR
    return (event.starts_at.astimezone(event.zone) - timedelta(days=1)).astimezone(UTC)


def remind_participants(*, at: datetime) -> int:
    """Remind of the events that begin soon: once each, never after the start; doing it again changes nothing."""
    soon = Event.objects.standing().filter(starts_at__gt=at, starts_at__lte=at + LONGEST)
    return sum(
        _remind(event, near, at)
        for event in soon.select_related("site").prefetch_related("pools").order_by("pk")
        for near in _due(event, at)
    )


def _due(event: Event, at: datetime) -> list[Near]:
    """Say which reminders are due: an hour before for those online; where both are, each person gets one."""
    found = [Near.DAY] if at >= due_from(event, Near.DAY) else []
    if event.pool(Mode.VIRTUAL) and at >= due_from(event, Near.HOUR):
        found.append(Near.HOUR)
    return found


def _remind(event: Event, near: Near, at: datetime) -> int:
    with transaction.atomic():
        reminder, is_new = Reminder.objects.get_or_create(
            event=event, kind=near, starts_at=event.starts_at, defaults={"made_at": at}
        )
        if is_new:
            announce(EventNear(by=None, event=event.pk, reminder=reminder.pk))
    return int(is_new)
