"""Accessibility feedback is sent, reminded of, answered; addresses are forgotten in time."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from fiksummin.site import letters, rules
from fiksummin.site.facts import FeedbackAnswered, FeedbackSent
from fiksummin.site.models import AccessibilityFeedback
from fiksummin.site.models.feedback import KEEP_ADDRESS_DAYS
from fiksummin.site.queries import obstacles

REMIND_DAYS = 3
"""Days before the last day on which the owners are reminded."""


def send_feedback(
    *,
    by: Person | None,
    text: str,
    language: str,
    page: str = "",
    email: str = "",
    at: datetime | None = None,
) -> AccessibilityFeedback:
    """Take feedback from anybody; the clock of fourteen calendar days begins. Raises NotAllowed."""
    sent_at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_long(text))
        feedback = AccessibilityFeedback.objects.create(
            token=secrets.token_urlsafe(32),
            page=page.strip(),
            text=text.strip(),
            email=email.strip().lower(),
            person=by,
            language=language[:2],
            sent_at=sent_at,
            due_on=AccessibilityFeedback.due(sent_at),
        )
        announce(FeedbackSent(by=by.pk if by else None, feedback=feedback.pk))
    return feedback


def answer_feedback(
    *, by: Person, feedback: AccessibilityFeedback, answer: str, at: datetime | None = None
) -> None:
    """Answer feedback, which closes it. Raises NotAllowed."""
    with transaction.atomic():
        row = AccessibilityFeedback.objects.select_for_update(no_key=True).get(pk=feedback.pk)
        refuse_if(rules.why_not_answer(by, row, answer))
        row.answered_at, row.answered_by, row.answer = at or now(), by, answer.strip()
        row.save(update_fields=["answered_at", "answered_by", "answer"])
        announce(FeedbackAnswered(by=by.pk, feedback=row.pk))


def remind_of_feedback(at: datetime) -> None:
    """Write to the owners, once, about what must be answered within three days of a moment."""
    for feedback in obstacles.due_by(today(at=at) + timedelta(days=REMIND_DAYS)):
        with transaction.atomic():
            letters.remind_owners(feedback)
            feedback.reminded_at = at
            feedback.save(update_fields=["reminded_at"])


def forget_addresses(at: datetime) -> None:
    """Blank the senders' addresses ninety days after the answer."""
    old = at - timedelta(days=KEEP_ADDRESS_DAYS)
    AccessibilityFeedback.objects.filter(answered_at__lt=old).exclude(email="").update(email="", person=None)
