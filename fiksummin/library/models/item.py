"""A thing of the library: of which kind, for whom, who keeps it up, when it is checked again."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q

from fiksummin.core.time import now
from fiksummin.library.choices import LABELS, Audience, Keeping, Kind
from fiksummin.people.choices import Language
from fiksummin.people.models import Organisation, Person
from fiksummin.trail.choices import LinkKind
from fiksummin.trail.models import Node

if TYPE_CHECKING:
    from fiksummin.library.models.version import Version


class ItemQuerySet(models.QuerySet["Item"]):
    """Questions about things of the library."""

    def visible_to(self, person: Person | None) -> "Self":
        """Published ones as far as they are for her; drafts and all of her own for those who keep them up."""
        public = Q(published_at__isnull=False, audience=Audience.PUBLIC)
        if person is None:
            return self.filter(public)
        kept = Q(pk__in=Keeper.objects.filter(person=person.pk).values("item"))
        if person.is_guest:
            return self.filter(public | kept)
        return self.filter(Q(published_at__isnull=False) | kept)

    def published(self) -> "Self":
        """Those that are there for others."""
        return self.filter(published_at__isnull=False)

    def in_use(self) -> "Self":
        """Those that are not retired."""
        from fiksummin.library.models.upkeep import Retirement  # noqa: PLC0415 -- it points here

        return self.exclude(Exists(Retirement.objects.filter(item=OuterRef("pk"), undone_at=None)))

    def kept_by(self, person: Person) -> "Self":
        """Those that she keeps up."""
        return self.filter(pk__in=Keeper.objects.filter(person=person).values("item"))

    def with_words(self) -> "Self":
        """Bring along the words as they stand; one query more."""
        from fiksummin.library.models.version import Version  # noqa: PLC0415 -- it points here

        standing = Version.objects.filter(superseded_at=None)
        return self.prefetch_related(Prefetch("versions", standing, to_attr="standing"))


class Item(models.Model):
    """A model, tool, tip or method. Its words stand in versions; who answers for its review stands on the trail.

    It comes to the trail when it is published: a draft is nobody else's.
    """

    node = models.OneToOneField(Node, null=True, on_delete=models.PROTECT, related_name="item")
    kind = models.CharField(max_length=8, choices=Kind)
    language = models.CharField(max_length=2, choices=Language)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.PUBLIC)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="library_items"
    )
    """Where whoever began it worked."""
    source = models.ForeignKey(Node, null=True, on_delete=models.PROTECT, related_name="written_down")
    """What it was written down or copied from."""
    source_kind = models.CharField(max_length=12, choices=LinkKind, blank=True)
    made_at = models.DateTimeField(default=now)
    published_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)
    """The last day on which it is taken to hold without somebody checking it."""
    keeping = models.CharField(max_length=8, choices=Keeping, default=Keeping.OWNER)
    """To whom the review has fallen."""

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at=None, node=None)
                | Q(published_at__isnull=False, node__isnull=False, review_on__isnull=False),
                name="library_published_is_reviewed",
            ),
            models.CheckConstraint(
                condition=Q(source=None, source_kind="") | Q(source__isnull=False, source_kind__gt=""),
                name="library_source_has_kind",
            ),
            models.CheckConstraint(
                condition=Q(node=None) | Q(source=None) | ~Q(node=F("source")), name="library_not_own_source"
            ),
            models.UniqueConstraint(
                fields=["source"], condition=Q(source_kind=LinkKind.MODELLED), name="library_modelled_once"
            ),
        ]
        indexes = [models.Index(fields=["kind", "language"], name="library_item_shelf")]

    def __str__(self) -> str:
        return self.words.title

    @property
    def words(self) -> "Version":
        """Its words as they stand (``with_words`` brings them along)."""
        standing: list[Version] = getattr(self, "standing", None) or list(self.versions.all())
        return next(row for row in standing if row.superseded_at is None)

    def is_stale(self, day: date) -> bool:
        """Say whether nobody has checked it in time."""
        return self.review_on is not None and self.review_on < day


class Keeper(models.Model):
    """Somebody wrote it and keeps it up; the first who is still here is the next whom its review falls to."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="keepers")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="library_keeper_once")]

    def __str__(self) -> str:
        return f"{self.person_id} keeps {self.item_id}"


class Label(models.Model):
    """A perspective or a dimension by which it is found."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="labels")
    word = models.CharField(max_length=20, choices=LABELS)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["item", "word"], name="library_label_once")]

    def __str__(self) -> str:
        return self.word
