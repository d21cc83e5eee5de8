"""A visit: announced, received, and after two weeks only a count."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.spaces.choices import VisitState
from fiksummin.spaces.models.claim import Hold
from fiksummin.spaces.models.site import Site

LONGEST_NOTE = 1000
"""Characters in a word to the host or to the visitor."""


class VisitQuerySet(models.QuerySet["Visit"]):
    """Questions about visits."""

    def visible_to(self, person: Person) -> "VisitQuerySet":
        """Her own, and those at the places where she receives people."""
        return self.filter(Q(person=person) | Q(site__in=Site.objects.filter(hosted_by(person))))

    def received_by(self, person: Person) -> "VisitQuerySet":
        """Those at the places where she receives people."""
        return self.filter(site__in=Site.objects.filter(hosted_by(person)))

    def standing(self) -> "VisitQuerySet":
        """Those not cancelled."""
        return self.filter(cancelled_at=None)

    def within(self, start: datetime, end: datetime) -> "VisitQuerySet":
        """Those that share a moment with a half-open range."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


def hosted_by(person: Person) -> Q:
    """The sites at which a person may do the host's work."""
    if person.may(RoleKind.HOST):
        return Q()
    places = {place for _kind, place in person.standing_roles if place and person.may(RoleKind.HOST, place)}
    return Q(slug__in=places)


class Visit(models.Model):
    """Somebody comes, alone or with others. Without a person: a walk-in that a host wrote down."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="visits")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="visits")
    hold = models.OneToOneField(Hold, null=True, on_delete=models.SET_NULL, related_name="visit")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    people = models.PositiveSmallIntegerField(default=1)
    note = models.TextField(max_length=LONGEST_NOTE, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    announced_at = models.DateTimeField(default=now)
    announced_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    arrived_at = models.DateTimeField(null=True)
    arrived_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="spaces_visit_order"),
            models.CheckConstraint(condition=Q(people__gte=1), name="spaces_visit_somebody"),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(arrived_at__isnull=False),
                name="spaces_visit_left_after_arrival",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(arrived_at=None), name="spaces_visit_cancelled_not_here"
            ),
        ]
        indexes = [
            models.Index(fields=["site", "starts_at"], name="spaces_visit_day"),
            models.Index(fields=["person", "starts_at"], name="spaces_visit_mine"),
        ]

    def __str__(self) -> str:
        return f"visit {self.pk}"

    def state(self, at: datetime) -> VisitState:
        """Say where the visit stands at a moment."""
        if self.cancelled_at:
            return VisitState.CANCELLED
        if self.left_at:
            return VisitState.LEFT
        if self.arrived_at:
            return VisitState.HERE if at < self.ends_at else VisitState.LEFT
        return VisitState.EXPECTED if at < self.ends_at else VisitState.MISSED


class Message(models.Model):
    """A word from the host to a visitor; it also goes by mail."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="messages")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=LONGEST_NOTE)
    sent_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["sent_at"]

    def __str__(self) -> str:
        return f"message {self.pk}"


class VisitCount(models.Model):
    """What remains of a day's visits: how many came, and how many people."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="visit_counts")
    date = models.DateField()
    visits = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["site", "date"], name="spaces_visit_count_once")]

    def __str__(self) -> str:
        return f"{self.site_id} {self.date}: {self.people}"
