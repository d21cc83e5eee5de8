"""People register, switch, hand their place on, give it up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.db.writing import insert
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.core.wording import why_no_reason, why_too_long
from fiksummin.events import queries, rules
from fiksummin.events.actions.auditing import note
from fiksummin.events.actions.order import locked, locked_registration
from fiksummin.events.actions.queue import end_registration, free_pool, hold_place, recount, serve_queue
from fiksummin.events.choices import Audited, RegistrationEnd
from fiksummin.events.facts import (
    EventQueueJoined,
    PlaceConfirmed,
    PriorityGiven,
    RegistrationChanged,
)
from fiksummin.events.models import Answer, Companion, Event, Pool, Registration
from fiksummin.events.queries.wishes import PlaceWish
from fiksummin.events.rules.places import LONGEST_REASON
from fiksummin.people.models import Organisation, Person

NOTHING: Mapping[int, str] = MappingProxyType({})
"""Where nothing is asked."""


def register(
    *, by: Person | None, event: Event, wish: PlaceWish, secret: str = "", at: datetime | None = None
) -> Registration:
    """Register somebody: she has a place at once, or stands in line, or waits for the lots.

    A wish without a mode is for the only one that the event has.
    ``secret`` is the hash of the secret in a guest's own link. Raises Invalid
    (with its field), NotAllowed (not for her), NotNow (not open, or registered already).
    """
    with transaction.atomic():
        return register_within(by=by, event=event, wish=wish, secret=secret, at=at)


def register_within(
    *, by: Person | None, event: Event, wish: PlaceWish, secret: str = "", at: datetime | None = None
) -> Registration:
    """Register somebody as ``register`` does, within a transaction that its caller gives up after a refusal.

    Rivals wait: it spares them the savepoint.
    """
    at, wish = at or now(), _trimmed(wish)
    event = locked(event)
    wish = replace(wish, mode=wish.mode or event.only_mode)
    _refuse_place(event, wish, at)
    serve_queue(event, at)
    registration = new_registration(by=by, event=event, wish=wish, secret=secret, at=at)
    write_registration(registration, wish, free_pool(event, registration), at)
    return registration


def cancel_registration(
    *,
    by: Person | None,
    registration: Registration,
    secret: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> Registration:
    """Give a place or a turn up; the next in line is served in the same act. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_cancel_place(registration, by, at, secret))
        refuse_field((why_too_long(reason.strip(), LONGEST_REASON), "reason"))
        own = not rules.why_not_own(registration, by, secret)
        end = RegistrationEnd.CANCELLED if own else RegistrationEnd.REMOVED
        end_registration(by=by, registration=registration, end=end, at=at, reason=reason)
        if not own:
            note(what=Audited.REMOVED, registration=registration, by=by, at=at)
        serve_queue(registration.event, at)
    return registration


def switch_mode(
    *, by: Person | None, registration: Registration, mode: str, secret: str = "", at: datetime | None = None
) -> Registration:
    """Take part in another way. What is held is kept until the other place is there. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_switch(registration, mode, by, at, secret))
        back = mode == registration.holds
        registration.mode, registration.queued_at, registration.rank = mode, at, None
        registration.sequence += 1
        registration.save(update_fields=["mode", "queued_at", "rank", "sequence"])
        served = [] if back else serve_queue(registration.event, at, new=registration)
        if registration.pk not in {row.pk for row in served}:
            fact = RegistrationChanged if back else EventQueueJoined
            announce(
                fact(by=by.pk if by else None, registration=registration.pk, sequence=registration.sequence)
            )
        event = registration.event
        registration.refresh_from_db()
        registration.event = event
    return registration


def change_registration(
    *,
    by: Person | None,
    registration: Registration,
    wish: PlaceWish,
    secret: str = "",
    at: datetime | None = None,
) -> Registration:
    """Change how many come, who they are, and the answers. Raises Invalid, NotAllowed, and Conflict for too many.

    More come only while one can register, but by the organisers.
    """
    at, wish = at or now(), _trimmed(replace(wish, mode=registration.mode))
    with transaction.atomic():
        registration = locked_registration(registration)
        event, pool = registration.event, registration.pool
        refuse_if(rules.why_not_cancel_place(registration, by, at, secret))
        refuse_wish(event, wish)
        if refusal := rules.why_not_came(registration, wish.people):
            raise Invalid(refusal.sentence, refusal.field)
        more = wish.people - registration.people
        if more > 0 and (by is None or rules.why_not_run(event, by)):
            refuse_if(rules.why_not_open(event, at))
        if pool is not None and more > 0:
            _refuse_more(event, registration, more)
        elif more > 0:
            _refuse_share(event, registration.person, registration.organisation, wish.people)
        registration.people = wish.people
        registration.sequence += 1
        registration.save(update_fields=["people", "sequence"])
        recount(event)
        _rewrite_words(registration, wish)
        announce(
            RegistrationChanged(
                by=by.pk if by else None, registration=registration.pk, sequence=registration.sequence
            )
        )
        if any(row.pk == registration.pk for row in serve_queue(event, at)):
            registration.refresh_from_db()
            registration.event = event
    return registration


def transfer_registration(
    *,
    by: Person,
    registration: Registration,
    to: Person,
    answers: Mapping[int, str] = NOTHING,
    at: datetime | None = None,
) -> Registration:
    """Hand a place, or a turn, to a colleague; nobody else can get in between. Raises NotAllowed, NotNow, Invalid.

    She answers what the event asks: what was answered before her is deleted, and a link by which
    it was governed before governs it no more. Who gets it may come
    under other quotas, which need room for her; where room became free, the queue is served.
    """
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        event = registration.event
        refuse_if(rules.why_not_transfer(registration, to, by, at))
        refuse_if(rules.why_not_meant(event, to))
        refuse_if(rules.why_not_twice(queries.standing_of(event, to)))
        if registration.pool is not None:
            counted = queries.counting(registration)
            others = [each for each in queries.quotas_for(event, to, to.organisation) if each not in counted]
            refuse_if(rules.why_not_within(others, registration.people))
        _refuse_answers(event, answers)
        registration.answers.all().delete()
        registration.companions.all().delete()
        _write_answers(registration, answers)
        note(what=Audited.HANDED, registration=registration, by=None, at=at)
        before, registration.person = registration.person_id, to
        registration.secret = ""
        registration.asks_first = registration.shown_at = None
        registration.sequence += 1
        registration.save(update_fields=["person", "secret", "asks_first", "shown_at", "sequence"])
        recount(event)
        announce(
            RegistrationChanged(
                by=by.pk, registration=registration.pk, sequence=registration.sequence, handed_by=before
            )
        )
        serve_queue(event, at)
    return registration


def give_priority(
    *, by: Person, registration: Registration, reason: str, at: datetime | None = None
) -> Registration:
    """Put somebody at the head of the queue; the reason is kept in the audit log of the event. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        registration = locked_registration(registration)
        refuse_if(rules.why_not_prioritise(registration, by, at))
        refuse_field(why_no_reason(reason, LONGEST_REASON))
        registration.has_priority, registration.priority_by = True, by
        registration.priority_reason = reason.strip()
        registration.save(update_fields=["has_priority", "priority_by", "priority_reason"])
        note(what=Audited.PRIORITY, registration=registration, by=by, at=at, reason=reason.strip())
        announce(PriorityGiven(by=by.pk, registration=registration.pk))
        serve_queue(registration.event, at)
    return registration


def _refuse_place(event: Event, wish: PlaceWish, at: datetime) -> None:
    refuse_if(rules.why_not_open(event, at))
    if wish.person is not None:
        refuse_if(rules.why_not_meant(event, wish.person))
        refuse_if(rules.why_not_twice(queries.standing_of(event, wish.person)))
    elif refusal := rules.why_not_guest(event, invited=queries.is_invited(event, wish.guest_email)):
        raise NotAllowed(refusal)
    elif not wish.guest_email or not wish.guest_name:
        raise Invalid(_("Give your name and your e-mail address."), "guest_email")
    else:
        refuse_if(rules.why_not_twice(queries.standing_at_address(event, wish.guest_email)))
    refuse_wish(event, wish)
    if wish.person is not None:
        _refuse_share(event, wish.person, wish.person.organisation, wish.people)


def refuse_wish(event: Event, wish: PlaceWish) -> None:
    """Raise Invalid for a wish that nobody could have granted."""
    if refusal := rules.why_not_place(event, wish):
        raise Invalid(refusal.sentence, refusal.field)
    _refuse_answers(event, wish.answers)


def _refuse_answers(event: Event, answers: Mapping[int, str]) -> None:
    if refusal := rules.why_not_answers(event.questions.all(), answers):
        raise Invalid(refusal.sentence, refusal.field)


def new_registration(
    *,
    by: Person | None,
    event: Event,
    wish: PlaceWish,
    at: datetime,
    secret: str = "",
    is_walk_in: bool = False,
) -> Registration:
    """Make a registration that is not written down yet, without a place."""
    person = wish.person
    return Registration(
        event=event, mode=wish.mode, person=person, organisation=person.organisation if person else None,
        guest_name=wish.guest_name, guest_email=wish.guest_email, guest_language=wish.guest_language,
        secret=secret, people=wish.people, asked_at=at, queued_at=at, made_by=by, is_walk_in=is_walk_in,
        asks_first=wish.asks_first, shown_at=at if wish.is_shown else None,
    )  # fmt: skip


def write_registration(registration: Registration, wish: PlaceWish, pool: Pool | None, at: datetime) -> None:
    """Write a registration down in one piece: with its place in a pool, or in line."""
    if pool is not None:
        hold_place(registration, pool, at)
    insert(registration)
    _write_words(registration, wish)
    mark = {"registration": registration.pk, "sequence": registration.sequence}
    if pool is not None:
        announce(PlaceConfirmed(by=None, **mark))
    else:
        announce(EventQueueJoined(by=registration.made_by_id, **mark))


def _rewrite_words(registration: Registration, wish: PlaceWish) -> None:
    registration.companions.all().delete()
    registration.answers.all().delete()
    _write_words(registration, wish)


def _write_words(registration: Registration, wish: PlaceWish) -> None:
    for name in wish.companions:
        insert(Companion(registration=registration, name=name))
    _write_answers(registration, wish.answers)


def _write_answers(registration: Registration, answers: Mapping[int, str]) -> None:
    event = registration.event
    kept = {question.pk: event.kept_days(question.sensitivity) for question in event.questions.all()}
    Answer.objects.bulk_create(
        Answer(registration=registration, question_id=question, value=value.strip(), keep_days=kept[question])
        for question, value in answers.items()
        if question in kept and value.strip()
    )


def _refuse_more(event: Event, registration: Registration, more: int) -> None:
    pool = event.pool(registration.holds)
    free = pool.free if pool else 0
    if more > free:
        raise Conflict(
            ngettext(
                "There is %(free)d free place. Register the others apart: they stand in the queue.",
                "There are %(free)d free places. Register the others apart: they stand in the queue.",
                free,
            )
            % {"free": free}
        )
    refuse_if(rules.why_not_within(queries.counting(registration), more))


def _refuse_share(event: Event, person: Person | None, body: Organisation | None, people: int) -> None:
    refuse_field(rules.why_never_within(queries.quotas_for(event, person, body), people))


def _trimmed(wish: PlaceWish) -> PlaceWish:
    companions = tuple(name.strip() for name in wish.companions if name.strip())
    email = wish.guest_email.strip().lower()
    return replace(wish, guest_name=wish.guest_name.strip(), guest_email=email, companions=companions)
