"""What keeps a thing true: checks, and being taken out of use with what replaces it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.db.circles import NoCircle
from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.core.wording import SHORTEST_REASON
from fiksummin.library.models.item import Item
from fiksummin.people.models import Person

LONGEST_REASON = 1000


class Check(models.Model):
    """Somebody looked at it: it still holds, until a day."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="checks")
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    until = models.DateField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [AppendOnly(name="library_check_kept", forgets=("by",))]

    def __str__(self) -> str:
        return f"{self.item_id} holds until {self.until}"


class Retirement(models.Model):
    """It is out of use, with the reason and perhaps with what replaces it: never itself, not even by a long way round."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="retirements")
    replacement = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="replaces")
    reason = models.CharField(max_length=LONGEST_REASON)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(undone_at=None), name="library_retired_once"
            ),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("reason")), SHORTEST_REASON)),
                name="library_retired_with_reason",
            ),
            AppendOnly(name="library_retirement_kept", sets=("undone_at",), forgets=("by",)),
            NoCircle(
                name="library_replaced_forward", source="item", target="replacement", unless="undone_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} → {self.replacement_id}"
