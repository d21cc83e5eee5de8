"""Accessibility feedback and its clock."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now, today
from fiksummin.people.choices import Language, RoleKind
from fiksummin.people.models import Person
from fiksummin.site.models.statements import ANSWER_DAYS

LONGEST_FEEDBACK = 5000
KEEP_ADDRESS_DAYS = 90
"""Days after the answer for which the sender's address is kept, in case the answer bounces."""


class FeedbackQuerySet(models.QuerySet["AccessibilityFeedback"]):
    """Questions about accessibility feedback."""

    def visible_to(self, person: Person) -> Self:
        """Editors and owners see it all; nobody else lists it."""
        return self.all() if person.is_authenticated and person.may(RoleKind.EDITOR) else self.none()

    def open(self) -> Self:
        """That which waits for an answer."""
        return self.filter(answered_at=None)


class AccessibilityFeedback(models.Model):
    """What somebody told us about an obstacle. ``token`` opens it to its sender, who need not sign in."""

    token = models.CharField(max_length=43, unique=True)
    page = models.CharField(max_length=500, blank=True)
    text = models.TextField(max_length=LONGEST_FEEDBACK)
    email = models.EmailField(max_length=254, blank=True)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    language = models.CharField(max_length=2, choices=Language.choices)
    sent_at = models.DateTimeField(default=now)
    due_on = models.DateField()
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(max_length=LONGEST_FEEDBACK, blank=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="site_feedback_answer_whole",
            )
        ]
        indexes = [
            models.Index(fields=["due_on"], name="site_feedback_open", condition=Q(answered_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"accessibility feedback {self.pk}"

    def is_overdue(self, day: date) -> bool:
        """Say whether its answer is late on a day."""
        return self.answered_at is None and day > self.due_on

    @staticmethod
    def due(at: datetime) -> date:
        """Give the last day for the answer: fourteen calendar days (Act 306/2019, section 8)."""
        return today(at=at) + timedelta(days=ANSWER_DAYS)
