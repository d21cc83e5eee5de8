"""Comments are written, reported, removed and put back."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.site import rules
from fiksummin.site.facts import (
    CommentPutBack,
    CommentRemoved,
    CommentReported,
    CommentWritten,
    ReportAnswered,
)
from fiksummin.site.models import BlogPost, Comment, CommentReport


def comment(*, by: Person, post: BlogPost, text: str, language: str, at: datetime | None = None) -> Comment:
    """Comment on a post; visible at once. Raises NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_comment(by, post))
        refuse_if(rules.why_not_say(text))
        said = Comment.objects.create(
            post=post, person=by, text=text.strip(), language=language[:2], written_at=at or now()
        )
        announce(CommentWritten(by=by.pk, comment=said.pk, post=post.pk))
    return said


def remove_comment(*, by: Person, comment: Comment, reason: str = "", at: datetime | None = None) -> None:
    """Take a comment away: its writer may, and an editor with a reason. Raises NotAllowed.

    Reports about it are answered by that.
    """
    with transaction.atomic():
        row = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
        refuse_if(rules.why_not_remove(by, row, reason))
        row.removed_at, row.removed_by, row.removal_reason = at or now(), by, reason.strip()
        row.save(update_fields=["removed_at", "removed_by", "removal_reason"])
        row.reports.filter(answered_at=None).update(answered_at=row.removed_at, answered_by=by)
        announce(CommentRemoved(by=by.pk, comment=row.pk))


def put_comment_back(*, by: Person, comment: Comment) -> None:
    """Make a comment visible again that an editor removed. Raises NotAllowed."""
    with transaction.atomic():
        row = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
        refuse_if(rules.why_not_put_back(by, row))
        row.removed_at, row.removed_by, row.removal_reason = None, None, ""
        row.save(update_fields=["removed_at", "removed_by", "removal_reason"])
        announce(CommentPutBack(by=by.pk, comment=row.pk))


def report_comment(
    *, by: Person, comment: Comment, reason: str = "", at: datetime | None = None
) -> CommentReport:
    """Ask the editors to look at a comment; asking again changes nothing. Raises NotAllowed."""
    with transaction.atomic():
        row = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
        refuse_if(rules.why_not_report(by, row, reason))
        report, is_new = CommentReport.objects.get_or_create(
            comment=row, person=by, defaults={"reason": reason.strip(), "sent_at": at or now()}
        )
        if is_new:
            announce(CommentReported(by=by.pk, comment=row.pk, report=report.pk))
    return report


def accept_comment(*, by: Person, comment: Comment, at: datetime | None = None) -> None:
    """Leave a reported comment as it is. Raises NotAllowed."""
    with transaction.atomic():
        refuse_if(rules.why_not_moderate(by))
        waiting = comment.reports.select_for_update(no_key=True).filter(answered_at=None)
        for report in waiting:
            report.answered_at, report.answered_by = at or now(), by
            report.save(update_fields=["answered_at", "answered_by"])
            announce(ReportAnswered(by=by.pk, report=report.pk))
