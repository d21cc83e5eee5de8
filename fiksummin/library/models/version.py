"""The words of a thing, as they stood from a moment on. Never changed and never removed."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.library.choices import Accessibility, DataIn, Login, Mode, Price
from fiksummin.library.models.item import Item
from fiksummin.people.models import Person
from fiksummin.trail.models import Node

LONGEST_TITLE = 150
LONGEST_WORDS = 5000
LONGEST_TIP = 400
LONGEST_CHANGE = 500
LONGEST_ADDRESS = 300
MOST_PEOPLE = 10_000
MOST_MINUTES = 10_080
"""A week."""


class Version(models.Model):
    """What a thing says. The one that nothing superseded stands; a later one says what changed and because of what."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    superseded_at = models.DateTimeField(null=True)
    title = models.CharField(max_length=LONGEST_TITLE)
    texts: Any = models.JSONField(default=dict)
    """What is told, by the sections of ``choices.SECTIONS``."""
    address = models.URLField(max_length=LONGEST_ADDRESS, blank=True)
    people_least = models.PositiveIntegerField(null=True, blank=True)
    people_most = models.PositiveIntegerField(null=True, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    mode = models.CharField(max_length=8, choices=Mode, blank=True)
    price = models.CharField(max_length=8, choices=Price, blank=True)
    login = models.CharField(max_length=8, choices=Login, blank=True)
    accessibility = models.CharField(max_length=8, choices=Accessibility, blank=True)
    data_in = models.CharField(max_length=8, choices=DataIn, blank=True)
    changed = models.CharField(max_length=LONGEST_CHANGE, blank=True)
    """What changed."""
    because = models.CharField(max_length=LONGEST_CHANGE, blank=True)
    """Because of what: feedback, a lesson, an adoption."""
    because_of = models.ForeignKey(Node, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="library_version_number"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(superseded_at=None), name="library_one_version_stands"
            ),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("title")), 1)), name="library_version_titled"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | Q(number__gt=1, changed__gt=""),
                name="library_version_says_what_changed",
            ),
            models.CheckConstraint(
                condition=Q(people_least=None) | Q(people_most=None) | Q(people_most__gte=F("people_least")),
                name="library_version_people",
            ),
            AppendOnly(name="library_version_kept", sets=("superseded_at",), forgets=("by",)),
        ]

    def __str__(self) -> str:
        return self.title
