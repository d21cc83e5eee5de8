"""Accessibility feedback for those who answer it."""

from datetime import date

from django.db.models import F
from django.http import Http404

from fiksummin.people.models import Person
from fiksummin.site import rules
from fiksummin.site.models import AccessibilityFeedback


def for_person(person: Person) -> list[AccessibilityFeedback]:
    """List all feedback, what waits first and the closest to its day before the rest. Raises Http404 for others."""
    if rules.why_not_moderate(person):
        raise Http404
    rows = AccessibilityFeedback.objects.visible_to(person)
    return list(rows.order_by(F("answered_at").desc(nulls_first=True), "due_on", "id"))


def one(person: Person, number: int) -> AccessibilityFeedback:
    """Give one. Raises Http404 for those who do not answer feedback."""
    found = AccessibilityFeedback.objects.visible_to(person).filter(pk=number).select_related("answered_by")
    feedback = found.first()
    if feedback is None:
        raise Http404
    return feedback


def due_by(day: date) -> list[AccessibilityFeedback]:
    """List what must be answered by a day and nobody has been reminded of."""
    return list(AccessibilityFeedback.objects.open().filter(due_on__lte=day, reminded_at=None))
