"""What people took away is gathered into one page; how it was is asked without asking who says it."""

import secrets
from datetime import date, datetime
from functools import partial
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import DigestPublished, OutcomeAdded, TakeawayAdded
from fiksummin.events.models import (
    Digest,
    Event,
    Feedback,
    FeedbackGiven,
    Follow,
    Outcome,
    Registration,
    Takeaway,
)
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.people.models import Person


def tell_takeaway(*, by: Person, event: Event, wish: TakeawayWish, at: datetime | None = None) -> Takeaway:
    """Tell what one took away. Raises Invalid (with its field), NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_tell(event, by, queries.standing_of(event, by), at))
        refusal = rules.why_not_takeaway(wish)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        takeaway = Takeaway.objects.create(
            event=event, person=by, text=wish.text, link=wish.link, picture_words=wish.picture_words,
            recording_words=wish.recording_words, is_named=wish.is_named, made_at=at,
            picture=_file(wish.picture.content, wish.picture.name) if wish.picture else "",
            recording=_file(wish.recording.read(), wish.recording.name or "") if wish.recording else "",
        )  # fmt: skip
        announce(TakeawayAdded(by=by.pk, takeaway=takeaway.pk))
    return takeaway


def remove_takeaway(*, by: Person, takeaway: Takeaway, at: datetime | None = None) -> None:
    """Take back what one told, or what does not belong there. Raises NotAllowed."""
    with transaction.atomic():
        event = locked(takeaway.event)
        if takeaway.person_id != by.pk:
            refuse_if(rules.why_not_gather(event, by, at or now()))
        for file in (takeaway.picture, takeaway.recording):
            if file:
                # allow(after-commit): a file left over harms nobody, one gone too early does
                transaction.on_commit(partial(file.storage.delete, str(file.name)))
        takeaway.delete()


def add_outcome(
    *,
    by: Person,
    event: Event,
    kind: str,
    text: str,
    owner: Person | None = None,
    due_on: date | None = None,
    at: datetime | None = None,
) -> Outcome:
    """Write down a decision, a next step or an open question. Raises Invalid (with its field), NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_gather(event, by, at))
        refusal = rules.why_not_outcome(kind, text.strip(), due_on)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        outcome = Outcome.objects.create(
            event=event, kind=kind, text=text.strip(), owner=owner, due_on=due_on, made_at=at
        )
        announce(OutcomeAdded(by=by.pk, outcome=outcome.pk))
    return outcome


def settle_outcome(*, by: Person, outcome: Outcome, at: datetime | None = None) -> Outcome:
    """Note that a next step is taken; doing it again changes nothing. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        event = locked(outcome.event)
        if outcome.owner_id != by.pk:
            refuse_if(rules.why_not_gather(event, by, at))
        outcome.refresh_from_db()
        if outcome.done_at is None:
            outcome.done_at = at
            outcome.save(update_fields=["done_at"])
    return outcome


def publish_digest(*, by: Person, event: Event, summary: str = "", at: datetime | None = None) -> Digest:
    """Let the takeaways out, or change the words above them. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_gather(event, by, at))
        digest, is_new = Digest.objects.get_or_create(
            event=event, defaults={"summary": summary.strip(), "published_at": at, "published_by": by}
        )
        if is_new:
            announce(DigestPublished(by=by.pk, event=event.pk))
        elif digest.summary != summary.strip():
            digest.summary = summary.strip()
            digest.save(update_fields=["summary"])
    return digest


def give_feedback(
    *,
    by: Person,
    registration: Registration,
    was_useful: int,
    met_somebody_new: bool,
    comes_again: bool,
    at: datetime | None = None,
) -> None:
    """Say how an event was; that somebody has said it and what was said are kept apart. Raises Invalid, NotAllowed, NotNow."""
    with transaction.atomic():
        locked(registration.event)
        registration = Registration.objects.select_related("event", "feedback_given").get(pk=registration.pk)
        refuse_if(rules.why_not_feedback(registration, by, at or now()))
        refusal = rules.why_not_scale(was_useful)
        if refusal:
            raise Invalid(refusal.sentence, refusal.field)
        FeedbackGiven.objects.create(registration=registration)
        same, _is_new = Feedback.objects.get_or_create(
            event=registration.event, was_useful=was_useful, met_somebody_new=met_somebody_new,
            comes_again=comes_again,
        )  # fmt: skip
        same.count += 1
        same.save(update_fields=["count"])


def follow_event(*, by: Person, event: Event, at: datetime | None = None) -> None:
    """Want to hear what comes of an event; wanting it again changes nothing."""
    with transaction.atomic():
        Follow.objects.get_or_create(event=event, person=by, defaults={"made_at": at or now()})


def unfollow_event(*, by: Person, event: Event) -> None:
    """Follow an event no more; doing it again changes nothing."""
    with transaction.atomic():
        Follow.objects.filter(event=event, person=by).delete()


def _file(content: bytes, name: str) -> ContentFile[bytes]:
    """Store it under a name that tells nothing: the one it was brought with may name somebody."""
    return ContentFile(content, name=f"{secrets.token_hex(12)}{PurePath(name).suffix}")
