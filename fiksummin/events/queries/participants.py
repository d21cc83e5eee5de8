"""Who takes part in an event, as its organisers and those who receive people see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from fiksummin.events.choices import Sensitivity, Standing
from fiksummin.events.models import Answer, AuditLine, Event, Question, Registration
from fiksummin.events.models.places import RegistrationQuerySet

SENSITIVE = (Sensitivity.DIET, Sensitivity.ACCESS)


@dataclass(frozen=True)
class Counted:
    """How many registrations stand somewhere, and for how many people."""

    standing: Standing
    registrations: int
    people: int


def participants(event: Event, standing: str) -> RegistrationQuerySet:
    """Give those who stand somewhere: by name those who have a place, in the order of the line those who wait."""
    rows = Registration.objects.filter(event=event).standing().filter(_WHERE[Standing(standing)])
    rows = rows.select_related("person", "organisation", "pool").prefetch_related("companions")
    return rows.in_line() if standing == Standing.WAITING else rows.order_by("pool__mode", *_BY_NAME)


def with_answers(rows: RegistrationQuerySet, questions: Iterable[Question]) -> RegistrationQuerySet:
    """Bring along the answers to some questions, and to no others."""
    answers = Answer.objects.filter(question__in=[question.pk for question in questions])
    return rows.prefetch_related(Prefetch("answers", answers.select_related("question")))


def questions_told(event: Event, at: datetime) -> list[Question]:
    """Give the questions whose answers are told: of diet and accessibility until their term (prefetched ``questions`` are used)."""
    kept = at < event.ends_at + timedelta(days=event.keep_answers_days)
    return [row for row in event.questions.all() if kept or row.sensitivity not in SENSITIVE]


def counts(event: Event) -> list[Counted]:
    """Count who stands where."""
    asked: dict[str, Any] = {}
    for name, where in _WHERE.items():
        asked[f"{name}_rows"] = Count("pk", filter=where)
        asked[f"{name}_people"] = Sum("people", filter=where)
    found = Registration.objects.filter(event=event).standing().aggregate(**asked)
    return [Counted(name, found[f"{name}_rows"], found[f"{name}_people"] or 0) for name in Standing]


def ended(event: Event) -> int:
    """Count the registrations that were given up, removed, or lapsed; nobody is named."""
    return Registration.objects.filter(event=event, ended_at__isnull=False).count()


_WHERE = {
    Standing.PLACE: Q(pool__isnull=False, confirmed_at__isnull=False),
    Standing.OFFERED: Q(pool__isnull=False, confirmed_at=None),
    Standing.WAITING: Q(pool=None),
}
_BY_NAME = (Lower(Coalesce(NullIf("person__name", Value("")), "guest_name")), "pk")


def audit_of(event: Event) -> QuerySet[AuditLine]:
    """Give what was decided by hand about the places of an event, the newest first."""
    return AuditLine.objects.filter(event=event).select_related("by__organisation")
