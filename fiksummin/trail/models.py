"""One graph: things, what grew from what, who had which part, and promises that were not kept in time."""

from django.db import models
from django.db.models import F, Q

from fiksummin.core.db.circles import NoCircle
from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.trail.choices import Climb, LinkKind, NodeKind, Part

LONGEST_STEP = 200


class NodeQuerySet(models.QuerySet["Node"]):
    """Questions about things on the trail."""

    def open(self) -> "NodeQuerySet":
        """Those that somebody answers for."""
        return self.filter(closed_at=None)


class Node(models.Model):
    """A thing on the trail. Its room points here and knows its words; an open one has an owner and a day.

    ``due_on`` is the day by which the next step is promised. What it is and when it began stays; it is never removed.
    """

    kind = models.CharField(max_length=12, choices=NodeKind)
    opened_at = models.DateTimeField(default=now)
    owner = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="promises")
    next_step = models.CharField(max_length=LONGEST_STEP, blank=True)
    due_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = NodeQuerySet.as_manager()

    class Meta:
        ordering = ["opened_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=False) | Q(owner__isnull=False, due_on__isnull=False),
                name="trail_node_open_is_promised",
            ),
            AppendOnly(name="trail_node_kept", moves=("owner", "next_step", "due_on", "closed_at")),
        ]
        indexes = [
            models.Index(fields=["due_on"], name="trail_node_due", condition=Q(closed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def kind_words(self) -> str:
        """Say what it is; ``get_kind_display`` looks through all kinds each time."""
        return str(NodeKind(self.kind).label)


class Link(models.Model):
    """``target`` came of ``source``. Written once; a step that is undone stays, with its moment."""

    source = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="later")
    target = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="earlier")
    kind = models.CharField(max_length=12, choices=LinkKind)
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=F("target")), name="trail_link_two_things"),
            models.UniqueConstraint(
                fields=["source", "target", "kind"], condition=Q(undone_at=None), name="trail_link_once"
            ),
            AppendOnly(name="trail_link_kept", sets=("undone_at",)),
            NoCircle(name="trail_link_forward", source="source", target="target", unless="undone_at"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"

    @property
    def kind_words(self) -> str:
        """Say how the later thing came of the earlier one."""
        return str(LinkKind(self.kind).label)


class Contribution(models.Model):
    """Somebody had a part in a thing. Never altered; gone with her, or when she takes it back."""

    node = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="contributions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contributions")
    part = models.CharField(max_length=12, choices=Part)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["node", "person", "part"], name="trail_contribution_once"),
            AppendOnly(name="trail_contribution_kept", goes=True),
        ]
        indexes = [models.Index(fields=["person", "node"], name="trail_contribution_whose")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.part} {self.node_id}"


class Overdue(models.Model):
    """A promise was not kept by its day, and somebody was told: once for each day promised and each who is told."""

    node = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="overdue")
    due_on = models.DateField()
    climb = models.CharField(max_length=6, choices=Climb)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["node", "due_on", "climb"], name="trail_overdue_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.node_id} {self.climb} {self.due_on}"
