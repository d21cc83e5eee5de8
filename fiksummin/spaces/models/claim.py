"""The kernel: cells, and claims that never overlap.

A cell is anything that cannot be in two places: a seat, a part of a room, a
person's hour. A hold is one act that claims cells together, all or none; a
visit has one, and so will a booking. A claim is one cell for one half-open
range. Only standing claims have rows: what is given back is deleted, and the
history is kept by whoever held it.
"""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.changes import NotesChanges
from fiksummin.core.db.constraints import NoOverlap
from fiksummin.core.time import now
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models.site import Site


class Cell(models.Model):
    """Something that cannot be in two places. One that is retired takes no new claims."""

    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="cells")
    kind = models.CharField(max_length=20, choices=CellKind.choices)
    label = models.CharField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["site", "kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["site", "kind", "label"], name="spaces_cell_label_once"),
            NotesChanges(name="spaces_cell_notes", log="spaces_change"),
        ]

    def __str__(self) -> str:
        return self.label


class Hold(models.Model):
    """One act that claims cells together."""

    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"hold {self.pk}"


class Claim(models.Model):
    """One cell for one half-open range; the database refuses two that overlap."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="claims")
    cell = models.ForeignKey(Cell, on_delete=models.PROTECT, related_name="claims")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="spaces_claim_order"),
            NoOverlap(name="spaces_claim_no_overlap", cell="cell", start="starts_at", end="ends_at"),
            NotesChanges(
                name="spaces_claim_notes", log="spaces_change", cell="cell", start="starts_at", end="ends_at"
            ),
        ]
        indexes = [models.Index(fields=["cell", "starts_at", "ends_at"], name="spaces_claim_range")]

    def __str__(self) -> str:
        return f"{self.cell_id} {self.starts_at:%Y-%m-%d %H:%M}–{self.ends_at:%H:%M}"
