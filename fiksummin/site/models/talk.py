"""Comments on posts, and requests to look at one."""

from django.db import models
from django.db.models import Q

from fiksummin.core.time import now
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site.models.blog import BlogPost

LONGEST_COMMENT = 2000
LONGEST_REASON = 300


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions about comments."""

    def visible_to(self, person: Person | None) -> "CommentQuerySet":
        """Those that stand; editors also see what was removed."""
        if person is not None and person.is_authenticated and person.may(RoleKind.EDITOR):
            return self.all()
        return self.filter(removed_at=None)

    def about(self, post: BlogPost) -> "CommentQuerySet":
        """Those on a post in any of its languages: the talk is one."""
        return self.filter(post__translation_key=post.translation_key)


class Comment(models.Model):
    """What a member said about a post. Removed ones keep who, when and why, and no one but editors reads them."""

    post = models.ForeignKey(BlogPost, on_delete=models.CASCADE, related_name="talk")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=LONGEST_COMMENT)
    language = models.CharField(max_length=2)
    written_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    removal_reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False) | Q(removal_reason="", removed_by=None),
                name="site_comment_removal_whole",
            )
        ]
        indexes = [models.Index(fields=["post", "written_at"], name="site_comment_of_post")]

    def __str__(self) -> str:
        return f"comment {self.pk}"


class CommentReport(models.Model):
    """A request to look at a comment; answered by removing the comment or by leaving it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    sent_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["sent_at"]
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="site_report_once")]

    def __str__(self) -> str:
        return f"report {self.pk}"
