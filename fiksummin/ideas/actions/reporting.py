"""Asking moderators to look at a comment, and their answer."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.facts import CommentReported, ReportAnswered
from fiksummin.ideas.models import Comment, CommentReport, Hiding
from fiksummin.people.models import Person


def report_comment(*, by: Person, comment: Comment, reason: str, at: datetime | None = None) -> CommentReport:
    """Ask moderators to look at a comment. Nobody learns who did. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
        refuse_if(rules.why_not_report(comment, by))
        report = CommentReport.objects.create(
            comment=comment, person=by, at=at or now(), reason=in_words(reason, "reason")
        )
        announce(CommentReported(by=None, report=report.pk))
    return report


def leave_comment(*, by: Person, comment: Comment, answer: str, at: datetime | None = None) -> None:
    """Leave a reported comment as it is; those who reported it read why. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
        refuse_if(rules.why_not_leave(comment, by))
        answer_reports(by=by, comment=comment, answer=in_words(answer, "answer"), at=at or now())


def answer_reports(
    *, by: Person, comment: Comment, at: datetime, answer: str | None = None, hiding: Hiding | None = None
) -> None:
    """Answer all reports of a comment that wait, within the act that hides it or leaves it."""
    for report in CommentReport.objects.waiting().filter(comment=comment).order_by("pk"):
        report.answered_at, report.answered_by, report.answer, report.hiding = at, by, answer, hiding
        report.save(update_fields=["answered_at", "answered_by", "answer", "hiding"])
        announce(ReportAnswered(by=by.pk, report=report.pk))


def in_words(words: str, field: str) -> str:
    """Give what was said to another, in one line. Raises Invalid when it says too little or too much."""
    if sentence := rules.why_not_moderating_words(words):
        raise Invalid(sentence, field)
    return " ".join(words.split())
