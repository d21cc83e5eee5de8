"""Whom it would concern if an event had fewer places, or were not held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from fiksummin.core.models import Entry
from fiksummin.events.choices import Mode
from fiksummin.events.facts import EventLostSpace
from fiksummin.events.models import Event, Registration
from fiksummin.events.models.event import EventQuerySet
from fiksummin.events.queries import besides
from fiksummin.events.queries.choosing import NEAR, alone
from fiksummin.people.models import Person
from fiksummin.spaces import queries as spaces
from fiksummin.spaces.models import Booking, Cell, Closure
from fiksummin.spaces.queries import Answer, Search, ToShut
from fiksummin.spaces.rules import asker

LONGEST_MINUTES = 24 * 60
MOST_INSTEAD = 3
FIELDS = {Mode.ON_SITE: "places", Mode.VIRTUAL: "virtual_places"}


@dataclass(frozen=True)
class Concerned:
    """Who is told when an event is cancelled: registrations with a place and in line; how many follow it, were invited, hold it."""

    holding: list[Registration]
    waiting: list[Registration]
    following: int
    invited: int
    helping: int

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


def without_space(site: int, start: datetime, end: datetime) -> EventQuerySet:
    """The events on site that are held at a site (its id) within a range and have no space booked there."""
    rows = Event.objects.filter(site=site, booking=None, cancelled_at=None, pools__mode=Mode.ON_SITE)
    return rows.within(start, end).order_by("starts_at", "pk")


def shutting(event: Event) -> Closure | None:
    """Find a closure of the whole site that stands in the time of an event."""
    return shut_within(event.site_id, event.starts_at, event.ends_at)


def shut_within(site: int | None, start: datetime, end: datetime) -> Closure | None:
    """Find a closure of a whole site (its id) that shares a moment with a range."""
    shut = Closure.objects.filter(site=site, space=None, lifted_at=None)
    return shut.filter(starts_at__lt=end, ends_at__gt=start).first()


def lost_booking(event: Event) -> bool:
    """Say whether an event lost a space that was booked, not its site alone; the journal tells."""
    told = Entry.objects.filter(fact=EventLostSpace.name(), data__event=event.pk).order_by("-pk")
    lost = told.values_list("data", flat=True).first()
    return lost is not None and lost.get("booking") is not None


def losing_in(about: ToShut, at: datetime) -> list[Event]:
    """The events that are on or to come whose place would be shut: in its space, or, when the whole site is, also those that booked none."""
    closing = about.closing
    cells = closing.space.cells.all() if closing.space else Cell.objects.filter(site=about.site)
    booked = Q(booking__places__space__cells__in=cells, booking__left_at=None, booking__released_at=None)
    wanted = booked if closing.space else booked | Q(booking=None, site=about.site, pools__mode=Mode.ON_SITE)
    rows = Event.objects.filter(wanted, cancelled_at=None).within(closing.begins(at), closing.end)
    return list(rows.select_related("site").prefetch_related("pools").order_by("starts_at", "pk").distinct())


def lost_by(closures: Sequence[Closure], person: Person, at: datetime) -> list[tuple[Closure, list[Event]]]:
    """Give each closure that took the place from events, with those that have no other yet; of what a person may change.

    Four queries at most: a site that is shut is kept by the event, of a booking that was called off the journal tells.
    """
    sites = {closure.site_id for closure in closures}
    rows = Event.objects.run_by(person).filter(site__in=sites, lost_space_at__isnull=False, booking=None)
    rows = rows.filter(cancelled_at=None, ends_at__gt=at).select_related("site").order_by("starts_at", "pk")
    events = list(rows.prefetch_related("pools"))
    told = Entry.objects.filter(fact=EventLostSpace.name(), data__event__in=[event.pk for event in events])
    lost = {data["event"]: data.get("booking") for data in told.order_by("pk").values_list("data", flat=True)}
    called_off = Booking.objects.filter(pk__in=[pk for pk in lost.values() if pk]).in_bulk()
    found: dict[int, list[Event]] = {closure.pk: [] for closure in closures}
    by_act = {(closure.site_id, closure.made_at): closure.pk for closure in closures}
    for event in events:
        booking = called_off.get(lost.get(event.pk) or 0)
        taken = (
            by_act.get((booking.site_id, booking.cancelled_at)) if booking and booking.cancelled_at else None
        )
        found.get(event.lost_to_id or taken or 0, []).append(event)
    return [(closure, found[closure.pk]) for closure in closures if found[closure.pk]]


def elsewhere(event: Event, organiser: Person, at: datetime) -> list[Answer]:
    """What an organiser could book where an event without a booking loses its site: then at other sites, else within a week."""
    day, minutes = (
        event.starts_at.astimezone(event.zone).date(),
        int((event.ends_at - event.starts_at).total_seconds() // 60),
    )
    pool = event.pool(Mode.ON_SITE)
    if pool is None or not 0 < minutes <= LONGEST_MINUTES:
        return []
    sites = [site for site in spaces.seen_sites(organiser) if site.pk != event.site_id]
    then = Search(day, day, minutes, max(pool.capacity, 1), begins=event.starts_at)
    near = Search(day, day + NEAR, minutes, max(pool.capacity, 1))
    for wanted in (then, near):
        if found := alone(spaces.search(sites, wanted, at, asker=asker(organiser), limit=MOST_INSTEAD)):
            return found
    return []


def seats_of(event: Event) -> int:
    """How many seats an event has in what is booked for it, as it is furnished (prefetched places are used)."""
    places = event.booking.places.all() if event.booking else []
    return sum(row.layout.seats if row.layout else row.space.seats for row in places)


def concerned_by(event: Event, by: Person) -> Concerned:
    """Give whom a cancellation concerns, but whoever cancels; four queries."""
    rows = list(
        Registration.objects.standing().filter(event=event).select_related("person__organisation", "pool")
    )
    holding = [row for row in rows if row.pool_id is not None]
    waiting = [row for row in rows if row.pool_id is None]
    asked, helping = besides.unanswered_invitations(event).count(), len(besides.holding(event, by.pk))
    return Concerned(holding, waiting, event.follows.count(), asked, helping)


def why_changed(event: Event, sequence: int | None = None) -> str:
    """Give the reason for a change by the event's sequence then, or for the latest of which there is one; "" for none."""
    rows = event.change_reasons.all() if sequence is None else event.change_reasons.filter(sequence=sequence)
    return rows.values_list("words", flat=True).first() or ""
