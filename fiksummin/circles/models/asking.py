"""Somebody asks to join a community, or is invited to it."""

from typing import Self

from django.db import models
from django.db.models import Q

from fiksummin.circles.choices import AskingState
from fiksummin.circles.models.circle import Circle
from fiksummin.core.time import now
from fiksummin.people.models import Person

LONGEST_WORDS = 1000


class AskingQuerySet(models.QuerySet["Asking"]):
    """Questions about requests and invitations."""

    def waiting(self) -> "Self":
        """Those without an answer, of communities that have not ended."""
        return self.filter(state=AskingState.WAITING, circle__ended_at=None)

    def requests(self) -> "Self":
        """Those that somebody asked herself."""
        return self.filter(invited_at=None)

    def visible_to(self, person: Person) -> "Self":
        """Her own, and those of the communities that she keeps."""
        kept = Circle.objects.filter(members__person=person.pk, members__keeper_at__isnull=False)
        return self.filter(Q(person=person.pk) | Q(circle__in=kept.values("pk")))


class Asking(models.Model):
    """A request to join or, with ``invited_at``, an invitation. What somebody takes back leaves no row."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="askings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    """What she says to those who keep it, or they to her."""
    invited_at = models.DateTimeField(null=True)
    invited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=8, choices=AskingState, default=AskingState.WAITING)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(max_length=LONGEST_WORDS, blank=True)

    objects = AskingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"],
                condition=Q(state=AskingState.WAITING),
                name="circles_one_asking_waits",
            ),
            models.CheckConstraint(
                condition=Q(state=AskingState.WAITING, answered_at=None)
                | Q(~Q(state=AskingState.WAITING), answered_at__isnull=False),
                name="circles_asking_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state=AskingState.DECLINED) | Q(invited_at__isnull=False) | Q(answer__gt=""),
                name="circles_request_declined_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} to {self.circle_id}: {self.state}"
