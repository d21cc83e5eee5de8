"""What came of an event is written down and let out; how it was is asked without asking who says it."""

from datetime import date, datetime

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.events import rules
from fiksummin.events.actions import trailing
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import DigestPublished, OutcomeAdded
from fiksummin.events.models import (
    Digest,
    Event,
    Feedback,
    FeedbackFigures,
    FeedbackGiven,
    Follow,
    Outcome,
    Registration,
)
from fiksummin.events.rules import Refusal
from fiksummin.people.models import Person

STEP = 5
"""The figures of feedback change when so many more have answered."""


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
    at, text = at or now(), text.strip()
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_gather(event, by, at))
        _refuse(rules.why_not_outcome(kind, text, owner, due_on, today(at=at)))
        outcome = Outcome.objects.create(
            event=event, kind=kind, text=text, owner=owner, due_on=due_on, made_at=at
        )
        trailing.outcome_on_trail(by=by, outcome=outcome, at=at)
        announce(OutcomeAdded(by=by.pk, outcome=outcome.pk))
    return outcome


def remove_outcome(*, by: Person, outcome: Outcome, at: datetime | None = None) -> None:
    """Take off what was written down wrong. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        event = locked(outcome.event)
        refuse_if(rules.why_not_gather(event, by, at))
        trailing.outcome_off_trail(by=by, outcome=outcome, at=at)
        outcome.delete()


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
            trailing.outcome_taken(outcome=outcome, at=at)
    return outcome


def publish_digest(
    *,
    by: Person,
    event: Event,
    summary: str = "",
    seen_at: datetime | None = None,
    at: datetime | None = None,
) -> Digest:
    """Let out what was told until ``seen_at`` (now, unless told), with words above it; all are told the first time.

    Later the words are changed, and what was told since is let out. Raises NotAllowed, NotNow.
    """
    at, summary = at or now(), summary.strip()
    seen_at = min(seen_at or at, at)
    with transaction.atomic():
        event = locked(event)
        refuse_if(rules.why_not_publish_digest(event, by, summary, at))
        digest, is_new = Digest.objects.get_or_create(
            event=event,
            defaults={"summary": summary, "published_at": at, "published_by": by, "gathered_at": seen_at},
        )
        if is_new:
            announce(DigestPublished(by=by.pk, event=event.pk))
        else:
            digest.summary, digest.gathered_at = summary, max(seen_at, digest.gathered_at)
            digest.save(update_fields=["summary", "gathered_at"])
    return digest


def give_feedback(
    *,
    by: Person | None,
    registration: Registration,
    was_useful: int,
    met_somebody_new: bool,
    comes_again: bool,
    secret: str = "",
    at: datetime | None = None,
) -> None:
    """Say how an event was; that somebody has said it and what was said are kept apart.

    A guest is known by the hash of her secret. Raises Invalid, NotAllowed, NotNow.
    """
    with transaction.atomic():
        locked(registration.event)
        registration = Registration.objects.select_related("event", "feedback_given").get(pk=registration.pk)
        refuse_if(rules.why_not_feedback(registration, by, at or now(), secret))
        _refuse(rules.why_not_scale(was_useful))
        FeedbackGiven.objects.create(registration=registration)
        same, _is_new = Feedback.objects.get_or_create(
            event=registration.event, was_useful=was_useful, met_somebody_new=met_somebody_new,
            comes_again=comes_again,
        )  # fmt: skip
        same.count += 1
        same.save(update_fields=["count"])
        _refresh_figures(registration.event)


def follow_event(*, by: Person, event: Event, at: datetime | None = None) -> None:
    """Want to hear what comes of an event; wanting it again changes nothing."""
    with transaction.atomic():
        Follow.objects.get_or_create(event=event, person=by, defaults={"made_at": at or now()})


def unfollow_event(*, by: Person, event: Event) -> None:
    """Follow an event no more; doing it again changes nothing."""
    with transaction.atomic():
        Follow.objects.filter(event=event, person=by).delete()


def _refresh_figures(event: Event) -> None:
    """Show the counts as they stand, once a whole five more have answered."""
    rows = Feedback.objects.filter(event=event).values_list(
        "was_useful", "met_somebody_new", "comes_again", "count"
    )
    counts = sorted([*row] for row in rows)
    total = sum(row[-1] for row in counts)
    if total % STEP == 0:
        FeedbackFigures.objects.update_or_create(event=event, defaults={"count": total, "counts": counts})


def _refuse(refusal: Refusal | None) -> None:
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
