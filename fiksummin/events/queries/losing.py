"""Whom it would concern if an event had fewer places, or were not held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from fiksummin.events.choices import Mode
from fiksummin.events.models import Event, Registration

FIELDS = {Mode.ON_SITE: "places", Mode.VIRTUAL: "virtual_places"}


@dataclass(frozen=True)
class Concerned:
    """Who is told when an event is cancelled: registrations with a place, in line, and how many follow it."""

    holding: list[Registration]
    waiting: list[Registration]
    following: int

    @property
    def people(self) -> int:
        """How many come, companions counted."""
        return sum(row.people for row in self.holding)


def who_would_lose(event: Event, given: Mapping[str, Any]) -> list[Registration]:
    """Name whose place would go if there were only so many: of each mode the latest to get theirs."""
    found: list[Registration] = []
    for pool in event.pools.all():
        left = pool.taken - int(given.get(FIELDS[Mode(pool.mode)]) or 0)
        rows = pool.registrations.select_related("person__organisation", "pool").order_by(
            "-confirmed_at", "-queued_at", "-pk"
        )
        for row in rows if left > 0 else []:
            if left <= 0:
                break
            found.append(row)
            left -= row.people
    return found


def held_in(space: int, at: datetime) -> QuerySet[Event]:
    """The events that are on or to come and are held in a space (its id), with what they have booked and their places."""
    rows = Event.objects.filter(booking__places__space=space, ends_at__gt=at, cancelled_at=None)
    booked = ("booking__places__space", "booking__places__layout")
    return (
        rows.select_related("site", "booking").prefetch_related("pools", *booked).order_by("starts_at", "pk")
    )


def seats_of(event: Event) -> int:
    """How many seats an event has in what is booked for it, as it is furnished (prefetched places are used)."""
    places = event.booking.places.all() if event.booking else []
    return sum(row.layout.seats if row.layout else row.space.seats for row in places)


def concerned_by(event: Event) -> Concerned:
    """Give whom a cancellation concerns; two queries."""
    rows = list(
        Registration.objects.standing().filter(event=event).select_related("person__organisation", "pool")
    )
    holding = [row for row in rows if row.pool_id is not None]
    return Concerned(holding, [row for row in rows if row.pool_id is None], event.follows.count())


def why_changed(event: Event, sequence: int | None = None) -> str:
    """Give the reason for a change by the event's sequence then, or for the latest of which there is one; "" for none."""
    rows = event.change_reasons.all() if sequence is None else event.change_reasons.filter(sequence=sequence)
    return rows.values_list("words", flat=True).first() or ""
