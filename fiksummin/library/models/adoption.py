"""Who uses a thing, where, how adapted and with what result; and which agencies permit a tool."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.library.choices import Result, Ruling
from fiksummin.library.models.item import Item
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.models import Node

LONGEST_PLACE = 200
LONGEST_HOW = 2000
LONGEST_NOTE = 500


class Adoption(models.Model):
    """Somebody uses it: once for each person, with all that she told of it since."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="adoptions")
    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="adoption")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="adoptions"
    )
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="library_adopted_once")]

    def __str__(self) -> str:
        return f"{self.person_id} uses {self.item_id}"

    @property
    def told(self) -> "Report":
        """What was told of it last (``queries.adoptions`` brings it along)."""
        standing: list[Report] | None = getattr(self, "standing", None)
        return standing[0] if standing else self.reports.get(superseded_at=None)


class Report(models.Model):
    """How it goes, as told at a moment; a rating stands only here, so only those rate it who used it."""

    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="reports")
    at = models.DateTimeField(default=now)
    superseded_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=LONGEST_PLACE)
    how = models.TextField(max_length=LONGEST_HOW, blank=True)
    """How it was adapted, and how it goes."""
    result = models.CharField(max_length=6, choices=Result)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    ended = models.BooleanField(default=False)
    """Whether it is used no longer."""

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["adoption"], condition=Q(superseded_at=None), name="library_one_report_stands"
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(Q(rating__gte=1, rating__lte=5), ~Q(result=Result.EARLY)),
                name="library_rated_after_use",
            ),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("place")), 1)), name="library_report_says_where"
            ),
            AppendOnly(name="library_report_kept", sets=("superseded_at",)),
        ]

    def __str__(self) -> str:
        return f"{self.adoption_id}: {self.result}"


class ToolRuling(models.Model):
    """Whether an agency permits a tool, as one of its people says; what was said before stays."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="rulings")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    ruling = models.CharField(max_length=10, choices=Ruling)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["organisation", "at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "organisation"],
                condition=Q(superseded_at=None),
                name="library_one_ruling_stands",
            ),
            AppendOnly(name="library_ruling_kept", sets=("superseded_at",), forgets=("by",)),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.ruling}"
