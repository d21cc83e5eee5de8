"""The talk about a post, as one reader sees it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site import rules
from fiksummin.site.models import BlogPost, Comment, CommentReport


@dataclass(frozen=True)
class Remark:
    """A comment, and what this reader may do about it."""

    comment: Comment
    mine: bool
    reported: bool
    may_moderate: bool


@dataclass(frozen=True)
class Talk:
    """The comments on a post, and why this reader cannot add one ("" when she can)."""

    remarks: list[Remark]
    is_open: bool
    why_not: str


def about(post: BlogPost, reader: Person | None) -> Talk:
    """Give the talk about a post in all its languages."""
    why_not = rules.why_not_comment(reader, post)
    is_open = rules.takes_comments(post)
    comments = Comment.objects.about(post).visible_to(reader).select_related("person__organisation")
    reported = _reported(post, reader)
    moderates = reader is not None and reader.may(RoleKind.EDITOR)
    remarks = [
        Remark(
            comment,
            mine=reader is not None and comment.person_id == reader.pk,
            reported=comment.pk in reported,
            may_moderate=moderates,
        )
        for comment in comments
    ]
    return Talk(remarks, is_open, why_not)


def waiting() -> QuerySet[CommentReport]:
    """Give the reports that nobody has answered, the oldest first."""
    rows = CommentReport.objects.filter(answered_at=None)
    return rows.select_related("comment__person__organisation", "comment__post", "comment__removed_by")


def _reported(post: BlogPost, reader: Person | None) -> set[int]:
    if reader is None:
        return set()
    mine = CommentReport.objects.filter(person=reader, comment__post__translation_key=post.translation_key)
    return set(mine.values_list("comment_id", flat=True))
