"""Reports of comments: who sees one asks moderators to look at it, once; a moderator hides it or leaves it."""

from django.db import models
from django.db.models import Q

from fiksummin.core.db.history import AppendOnly
from fiksummin.core.time import now
from fiksummin.ideas.choices import ReportState
from fiksummin.ideas.models.moderation import LONGEST_WORDS, Hiding, said
from fiksummin.ideas.models.opinions import Comment
from fiksummin.people.models import Person


class CommentReportQuerySet(models.QuerySet["CommentReport"]):
    """Questions about reports."""

    def waiting(self) -> "CommentReportQuerySet":
        """Those that nobody has answered."""
        return self.filter(answered_at=None)


class CommentReport(models.Model):
    """Somebody asked moderators to look at a comment. Nobody but herself reads that it was she.

    Answered once: the comment was hidden, or it stays and ``answer`` says to her why.
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=now)
    reason = models.TextField(max_length=LONGEST_WORDS)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(max_length=LONGEST_WORDS, null=True)
    hiding = models.ForeignKey(Hiding, null=True, on_delete=models.PROTECT, related_name="reports")

    objects = CommentReportQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="ideas_reported_once"),
            models.CheckConstraint(condition=said("reason"), name="ideas_reported_with_reason"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer=None, hiding=None)
                | Q(Q(answered_at__isnull=False, hiding=None, answer__isnull=False), said("answer"))
                | Q(answered_at__isnull=False, answer=None, hiding__isnull=False),
                name="ideas_report_hides_or_says_why",
            ),
            AppendOnly(
                name="ideas_report_kept",
                sets=("answered_at", "answered_by", "answer", "hiding"),
                forgets=("person", "answered_by"),
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.pk} of {self.comment_id}"

    @property
    def state(self) -> ReportState:
        """Say what became of it."""
        if self.answered_at is None:
            return ReportState.WAITING
        return ReportState.HIDDEN if self.hiding_id else ReportState.LEFT

    @property
    def tone(self) -> str:
        """Give the tone of its badge."""
        return {ReportState.WAITING: "wait", ReportState.HIDDEN: "good"}.get(self.state, "off")
