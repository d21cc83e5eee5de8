"""A community: what it is for, how one joins it, who is a member and who keeps it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Lower, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.circles.choices import Joining
from fiksummin.core.db.limits import AtLeastOne
from fiksummin.core.time import now
from fiksummin.people.choices import Language
from fiksummin.people.models import Person

LONGEST_NAME = 100
LONGEST_PURPOSE = 1000
LONGEST_REASON = 1000


class CircleQuerySet(models.QuerySet["Circle"]):
    """Questions about communities."""

    def visible_to(self, person: Person | None) -> "Self":
        """All, also ended ones, for members of the service. Who belongs to a closed one is told to those alone."""
        return self.none() if person is None or person.is_guest else self.all()

    def standing(self) -> "Self":
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def of(self, person: Person) -> "Self":
        """Those of which she is a member."""
        return self.filter(pk__in=Membership.objects.filter(person=person.pk).values("circle"))


class Circle(models.Model):
    """A voluntary community. One that has ended keeps its page."""

    name = models.CharField(max_length=LONGEST_NAME)
    purpose = models.TextField(max_length=LONGEST_PURPOSE)
    language = models.CharField(max_length=2, choices=Language)
    """In which language these words are."""
    joining = models.CharField(max_length=8, choices=Joining, default=Joining.OPEN)
    founded_at = models.DateTimeField(default=now)
    founded_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    """Why it has ended."""

    objects = CircleQuerySet.as_manager()

    class Meta:
        ordering = ["-founded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("name")), 1)), name="circles_circle_named"
            ),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("purpose")), 1)),
                name="circles_circle_says_what_for",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, reason="") | Q(ended_at__isnull=False, reason__gt=""),
                name="circles_circle_ended_because",
            ),
            models.UniqueConstraint(
                Lower("name"), condition=Q(ended_at=None), name="circles_circle_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Say whether whoever wants to joins at once."""
        return self.joining == Joining.OPEN


class Membership(models.Model):
    """Somebody belongs to a community, and may keep it; who leaves leaves no row."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="circles")
    joined_at = models.DateTimeField(default=now)
    keeper_at = models.DateTimeField(null=True)
    """Since when she keeps it."""

    class Meta:
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["circle", "person"], name="circles_member_once"),
            AtLeastOne(
                name="circles_never_without_keeper", of="circle", marked="keeper_at", until="ended_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.circle_id}"
