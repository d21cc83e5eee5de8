"""The lab's own way of working, in versions, and what the lab learnt about itself."""

from django.db import models
from django.db.models import Q

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.languages import Spoken
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.trail.choices import Dimension
from fiksummin.trail.models import Node

LONGEST_MODEL = 20_000
LONGEST_CHANGE = 500
LONGEST_LESSON = 1000


class LabVersion(models.Model):
    """How the lab works, from a moment on; each later version says what changed and because of what."""

    number = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text_fi = models.TextField(max_length=LONGEST_MODEL)
    text_sv = models.TextField(max_length=LONGEST_MODEL, blank=True)
    text_en = models.TextField(max_length=LONGEST_MODEL, blank=True)
    because_fi = models.CharField(max_length=LONGEST_CHANGE, blank=True)
    because_sv = models.CharField(max_length=LONGEST_CHANGE, blank=True)
    because_en = models.CharField(max_length=LONGEST_CHANGE, blank=True)
    because_of = models.ForeignKey(Node, null=True, on_delete=models.PROTECT, related_name="+")
    node = models.OneToOneField(Node, null=True, on_delete=models.PROTECT, related_name="+")
    """Its own place on the trail, when it changed because of something that stands there."""

    text = Spoken("text")
    because = Spoken("because")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number=1) | Q(number__gt=1, because_fi__gt=""), name="library_lab_changed_because"
            ),
            AppendOnly(name="library_lab_version_kept", forgets=("by",)),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"


class LabLesson(models.Model):
    """Something that the lab learnt about itself, on a day, on one of its sides."""

    text_fi = models.TextField(max_length=LONGEST_LESSON)
    text_sv = models.TextField(max_length=LONGEST_LESSON, blank=True)
    text_en = models.TextField(max_length=LONGEST_LESSON, blank=True)
    learnt_on = models.DateField()
    dimension = models.CharField(max_length=10, choices=Dimension)
    because_of = models.ForeignKey(Node, null=True, on_delete=models.PROTECT, related_name="+")
    """What it was learnt from, where that stands on the trail."""
    node = models.OneToOneField(Node, null=True, on_delete=models.PROTECT, related_name="+")
    """Its own place there, when it was learnt from something."""
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    text = Spoken("text")

    class Meta:
        ordering = ["-learnt_on", "-id"]
        constraints = [AppendOnly(name="library_lesson_kept", sets=("withdrawn_at",), forgets=("by",))]

    def __str__(self) -> str:
        return f"lesson {self.pk}"
