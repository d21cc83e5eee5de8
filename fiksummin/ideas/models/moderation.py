"""Moderation: a comment is hidden with a reason; its author appeals; somebody else decides. Nothing of it is ever removed."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.ideas.models.opinions import Comment
from fiksummin.people.models import Person

LONGEST_WORDS = 2000
SHORTEST_WORDS = 20


def said(name: str) -> GreaterThanOrEqual:
    """Say that a text has something to say."""
    return GreaterThanOrEqual(Length(Trim(name)), SHORTEST_WORDS)


class HidingQuerySet(models.QuerySet["Hiding"]):
    """Questions about what was hidden."""

    def standing(self) -> "HidingQuerySet":
        """Those for which a comment is hidden now."""
        return self.filter(restored_at=None)

    def waiting(self) -> "HidingQuerySet":
        """Those whose author waits for an answer to her appeal."""
        return self.filter(restored_at=None, appealed_at__isnull=False, ruled_at=None)


class Hiding(models.Model):
    """A comment was hidden, with the reason that its author reads; an appeal and its answer are added once.

    Whoever answers the appeal is neither who hid the comment nor who wrote it: the database knows.
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="hidings")
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=now)
    reason = models.TextField(max_length=LONGEST_WORDS)
    appealed_at = models.DateTimeField(null=True)
    appeal = models.TextField(max_length=LONGEST_WORDS, null=True)
    ruled_at = models.DateTimeField(null=True)
    ruled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    ruling = models.TextField(max_length=LONGEST_WORDS, null=True)
    restored_at = models.DateTimeField(null=True)

    objects = HidingQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment"], condition=Q(restored_at=None), name="ideas_hidden_once"
            ),
            models.CheckConstraint(condition=said("reason"), name="ideas_hidden_with_reason"),
            models.CheckConstraint(
                condition=Q(appealed_at=None, appeal=None)
                | Q(Q(appealed_at__isnull=False, appeal__isnull=False), said("appeal")),
                name="ideas_appeal_says_something",
            ),
            models.CheckConstraint(
                condition=Q(ruled_at=None, ruling=None)
                | Q(
                    Q(ruled_at__isnull=False, appealed_at__isnull=False, ruling__isnull=False), said("ruling")
                ),
                name="ideas_ruling_answers_an_appeal",
            ),
            models.CheckConstraint(
                condition=Q(ruled_by=None) | Q(ruled_at__isnull=False), name="ideas_ruling_has_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(ruled_by=None)
                | Q(Q(by=None) | ~Q(ruled_by=F("by")), Q(author=None) | ~Q(ruled_by=F("author"))),
                name="ideas_ruled_by_another",
            ),
            AppendOnly(
                name="ideas_hiding_kept",
                sets=("appealed_at", "appeal", "ruled_at", "ruled_by", "ruling", "restored_at"),
                forgets=("author", "by", "ruled_by"),
            ),
        ]

    def __str__(self) -> str:
        return f"hiding {self.pk} of {self.comment_id}"
