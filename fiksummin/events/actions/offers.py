"""Offered places are accepted, declined, or go to the next in time; places may be given by lot."""

import secrets
from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.order import locked, locked_registration
from fiksummin.events.actions.queue import let_go, serve_queue
from fiksummin.events.choices import Allocation, RegistrationEnd
from fiksummin.events.facts import LotteryDrawn, PlaceConfirmed
from fiksummin.events.models import Draw, Event, Registration
from fiksummin.people.models import Person


def accept_place(
    *, by: Person | None, registration: Registration, secret: str = "", at: datetime | None = None
) -> Registration:
    """Take an offered place. Raises NotAllowed, and NotNow: answered before, or too late."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_answer(registration, by, at, secret))
        registration.confirmed_at = at
        registration.sequence += 1
        registration.save(update_fields=["confirmed_at", "sequence"])
        announce(
            PlaceConfirmed(
                by=by.pk if by else None, registration=registration.pk, sequence=registration.sequence
            )
        )
    return registration


def decline_place(
    *, by: Person | None, registration: Registration, secret: str = "", at: datetime | None = None
) -> Registration:
    """Let an offered place go to the next in line, in the same act; a turn in the other queue stays. Raises as ``accept_place``."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_answer(registration, by, at, secret))
        let_go(by=by, registration=registration, end=RegistrationEnd.DECLINED, at=at)
    return registration


def lapse_places(*, at: datetime) -> int:
    """Give the places that nobody took in time to the next in line; doing it again changes nothing."""
    held = Registration.objects.standing().filter(confirmed_at=None, pool__isnull=False)
    due = held.filter(offer_due_at__lte=at, event__cancelled_at=None)
    return sum(_lapse(row, at) for row in due.select_related("event").order_by("event_id", "pk"))


def draw_due_lots(*, at: datetime) -> int:
    """Draw the lots of every event whose registration has closed; doing it again changes nothing."""
    due = Event.objects.standing().filter(allocation=Allocation.LOTTERY, drawn_at=None, closes_at__lte=at)
    return sum(_draw(event, at) for event in due.order_by("pk"))


def new_seed() -> str:
    """Make the seed of a lottery; its fingerprint is public before the draw, the seed itself after it."""
    return secrets.token_hex(16)


def _lapse(registration: Registration, at: datetime) -> int:
    with transaction.atomic():
        registration = locked_registration(registration)
        due = registration.offer_due_at
        if registration.ended_at or registration.confirmed_at or due is None or due > at:
            return 0
        let_go(by=None, registration=registration, end=RegistrationEnd.LAPSED, at=at)
    return 1


def _draw(event: Event, at: datetime) -> int:
    with transaction.atomic():
        event = locked(event)
        if rules.why_not_draw(event, at):
            return 0
        _give_by_lot(event, at)
    return 1


def _give_by_lot(event: Event, at: datetime) -> None:
    waiting = Registration.objects.standing().filter(event=event, pool=None)
    lots = sorted(waiting, key=lambda row: queries.lot(event.lottery_seed, row.pk))
    for rank, registration in enumerate(lots, start=1):
        registration.rank = rank
    Registration.objects.bulk_update(lots, ["rank"], batch_size=500)
    event.drawn_at = at
    event.save(update_fields=["drawn_at"])
    announce(LotteryDrawn(by=None, event=event.pk))
    is_over = at >= event.ends_at
    free = {pool.mode: 0 if is_over else pool.free for pool in event.pools.all()}
    served = {row.pk for row in serve_queue(event, at, is_draw=True)}
    Draw.objects.create(
        event=event, free=free, has_quotas=bool(event.quotas.all()),
        lots=[[row.pk, row.mode, row.people, row.has_priority, row.pk in served] for row in lots],
    )  # fmt: skip
