"""The queue: what is free is given to the first in line whom it fits, in the same transaction.

The published rule: priority comes first (its reason is kept), then the lot
where lots were drawn, then who asked first. A group too large for what is free
keeps its turn, and so does who waits for a quota; the next whom it fits is
served. Nobody is promoted once the event has begun; whoever asks then has what
is free at once.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from fiksummin.core.db.questions import Question
from fiksummin.core.facts import announce
from fiksummin.events import queries, rules
from fiksummin.events.choices import RegistrationEnd
from fiksummin.events.facts import (
    OfferDeclined,
    OfferLapsed,
    PlaceConfirmed,
    PlaceOffered,
    RegistrationEnded,
)
from fiksummin.events.models import Event, Pool, Quota, Registration
from fiksummin.people.models import Person

_FIRST = Question(
    lambda event, mode, free: Registration.objects.filter(event=event, people__lte=free).queued(mode)[:1]
)
"""Who comes first of those whom so many free places fit; worded once, for rivals wait meanwhile."""
_TAKEN = Question(lambda event: Pool.objects.filter(event=event).order_by("pk").values_list("pk", "taken"))
_SHARED = Question(lambda event: Quota.objects.filter(event=event).order_by("pk").values_list("pk", "taken"))
HOLDS = ["pool", "confirmed_at", "offered_at", "offer_due_at", "sequence"]


def serve_queue(
    event: Event, at: datetime, *, new: Registration | None = None, is_draw: bool = False
) -> list[Registration]:
    """Give what is free at an event that is ``locked``; ``new`` has just asked and needs no offer.

    ``is_draw``: the lots have just been drawn, and count until the event is over. Switching from one mode to the other frees a place, so it goes on until nobody is served.
    """
    if event.cancelled_at or not event.published_at or event.awaits_lots():
        return []
    served: list[Registration] = []
    if at >= (event.ends_at if is_draw else event.starts_at):
        pool = free_pool(event, new) if new is not None else None
        if new is not None and pool is not None:
            give_place(new, pool, at, at_once=True)
            served.append(new)
        return served
    while found := next(_next_in_line(event), None):
        registration, pool = found
        registration.event = event
        is_new = new is not None and registration.pk == new.pk
        give_place(registration, pool, at, at_once=is_new or registration.pool_id is not None)
        served.append(registration)
    return served


def give_place(registration: Registration, pool: Pool, at: datetime, *, at_once: bool) -> None:
    """Give the places of a pool to a registration: at once, or as an offer where she or the event wants that.

    When it has begun there is no time left to answer: a place is given.
    """
    event, due = registration.event, None
    if registration.offer_hours and not at_once and at < event.starts_at:
        due = min(at + timedelta(hours=registration.offer_hours), event.starts_at)
    hold_place(registration, pool, at, due)
    registration.save(update_fields=HOLDS)
    recount(event)
    fact = PlaceOffered if due else PlaceConfirmed
    announce(fact(by=None, registration=registration.pk, sequence=registration.sequence))


def hold_place(registration: Registration, pool: Pool, at: datetime, due: datetime | None = None) -> None:
    """Let a registration have places of a pool, until ``due`` if it has to answer first; the caller writes it."""
    registration.pool = pool
    registration.offered_at, registration.offer_due_at = (at, due) if due else (None, None)
    registration.confirmed_at = None if due else at
    registration.sequence += 1


def free_pool(event: Event, registration: Registration) -> Pool | None:
    """Give the pool in which there is room for somebody who has just asked, all who waited being served."""
    pool = event.pool(registration.mode)
    if event.awaits_lots() or pool is None or pool.free < registration.people:
        return None
    return None if _why_no_room(registration, event) else pool


def end_registration(
    *, by: Person | None, registration: Registration, end: RegistrationEnd, at: datetime, reason: str = ""
) -> None:
    """Take a registration out; what it held is free, and served by the caller."""
    registration.pool = None
    registration.ended_at, registration.ended_by, registration.end = at, by, end
    registration.reason = reason.strip()
    registration.sequence += 1
    registration.save(update_fields=["pool", "ended_at", "ended_by", "end", "reason", "sequence"])
    recount(registration.event)
    announce(
        RegistrationEnded(
            by=by.pk if by else None, registration=registration.pk, sequence=registration.sequence
        )
    )


def let_go(*, by: Person | None, registration: Registration, end: RegistrationEnd, at: datetime) -> None:
    """Give an offered place that was declined, or not answered for, to the next in line.

    Who stands in line for one of the other mode keeps her turn there; for others it is the end.
    """
    if registration.wants_to_switch:
        registration.pool = registration.offered_at = registration.offer_due_at = None
        registration.sequence += 1
        registration.save(update_fields=["pool", "offered_at", "offer_due_at", "sequence"])
        recount(registration.event)
        fact = OfferDeclined if end == RegistrationEnd.DECLINED else OfferLapsed
        announce(fact(by=by.pk if by else None, registration=registration.pk, sequence=registration.sequence))
    else:
        end_registration(by=by, registration=registration, end=end, at=at)
    serve_queue(registration.event, at)


def recount(event: Event) -> None:
    """Read anew what the database has counted, into the event's own pools and quotas."""
    for rows, counted in ((event.pools.all(), _TAKEN), (event.quotas.all(), _SHARED)):
        taken = dict(counted(event=event.pk)) if rows else {}
        for row in rows:
            row.taken = taken[row.pk]


def _next_in_line(event: Event) -> Iterator[tuple[Registration, Pool]]:
    for pool in event.pools.all():
        if pool.free > 0:
            for registration in _line(event, pool):
                if not _why_no_room(registration, event):
                    yield registration, pool


def _line(event: Event, pool: Pool) -> Iterable[Registration]:
    """Give the first whom the free places of a pool and of her quotas fit."""
    if not event.quotas.all():
        return _FIRST(event=event.pk, mode=pool.mode, free=pool.free)
    line = Registration.objects.filter(event=event, people__lte=pool.free).queued(pool.mode)
    return queries.within_quotas(line, event).select_related("person", "organisation")[:1]


def _why_no_room(registration: Registration, event: Event) -> str:
    """Say why quotas keep it from a place; who has one, and switches, counts in hers already."""
    if registration.pool_id is not None:
        return ""
    quotas = queries.quotas_for(event, registration.person, registration.organisation)
    return rules.why_not_within(quotas, registration.people)
