"""Hiding a comment with a reason, appealing, and another's answer."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.actions.reporting import answer_reports, in_words
from fiksummin.ideas.facts import CommentHidden, CommentRestored, HidingAppealed, HidingRuled
from fiksummin.ideas.models import Comment, Hiding
from fiksummin.people.models import Person


def hide_comment(*, by: Person, comment: Comment, reason: str, at: datetime | None = None) -> Hiding:
    """Hide a comment; its author reads the reason, and reports of it are answered. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        comment = Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
        refuse_if(rules.why_not_hide(comment, by))
        hiding = Hiding.objects.create(
            comment=comment, author=comment.person, by=by, at=at, reason=in_words(reason, "reason")
        )
        answer_reports(by=by, comment=comment, hiding=hiding, at=at)
        announce(CommentHidden(by=by.pk, hiding=hiding.pk))
    return hiding


def appeal_hiding(*, by: Person, hiding: Hiding, appeal: str, at: datetime | None = None) -> Hiding:
    """Ask another moderator to look at one's hidden comment. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        hiding = _locked(hiding)
        refuse_if(rules.why_not_appeal(hiding, by))
        hiding.appealed_at, hiding.appeal = at or now(), in_words(appeal, "appeal")
        hiding.save(update_fields=["appealed_at", "appeal"])
        announce(HidingAppealed(by=by.pk, hiding=hiding.pk))
    return hiding


def rule_on_hiding(
    *, by: Person, hiding: Hiding, restores: bool, ruling: str, at: datetime | None = None
) -> Hiding:
    """Answer an appeal: the comment stays hidden, or is read again. Raises NotAllowed, NotNow, Invalid."""
    at = at or now()
    with transaction.atomic():
        hiding = _locked(hiding)
        refuse_if(rules.why_not_rule(hiding, by))
        hiding.ruled_at, hiding.ruled_by, hiding.ruling = at, by, in_words(ruling, "ruling")
        hiding.restored_at = at if restores else None
        hiding.save(update_fields=["ruled_at", "ruled_by", "ruling", "restored_at"])
        announce(HidingRuled(by=by.pk, hiding=hiding.pk))
    return hiding


def restore_comment(*, by: Person, hiding: Hiding, at: datetime | None = None) -> Hiding:
    """Take back what one hid oneself. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        hiding = _locked(hiding)
        refuse_if(rules.why_not_restore(hiding, by))
        hiding.restored_at = at or now()
        hiding.save(update_fields=["restored_at"])
        announce(CommentRestored(by=by.pk, hiding=hiding.pk))
    return hiding


def _locked(hiding: Hiding) -> Hiding:
    return Hiding.objects.select_for_update(no_key=True, of=("self",)).get(pk=hiding.pk)
