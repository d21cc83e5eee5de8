"""What people say about ideas, and say otherwise afterwards."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.facts import CommentReworded, CommentTakenBack, IdeaCommented
from fiksummin.ideas.models import Comment, Idea
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def comment_on_idea(
    *, by: Person, idea: Idea, text: str, stance: str = Stance.REMARK, answers: Comment | None = None,
    at: datetime | None = None,
) -> Comment:  # fmt: skip
    """Say something about an idea, or in answer to a comment. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()
    with transaction.atomic():
        answers = _locked(answers) if answers else None
        refuse_if(rules.why_not_comment(idea, by, answers))
        refuse_field((rules.why_not_said(text), "text"))
        comment = Comment.objects.create(
            idea=idea, answers=answers, person=by, stance=stance, text=text.strip(), at=at
        )
        trail.contribute(node=idea.node, person=by, part=Part.COMMENTED, at=at)
        announce(IdeaCommented(by=by.pk, comment=comment.pk))
    return comment


def reword_comment(*, by: Person, comment: Comment, text: str, at: datetime | None = None) -> Comment:
    """Say one's comment in other words, until somebody answers it. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        comment = _locked(comment)
        refuse_if(rules.why_not_reword_comment(comment, by))
        refuse_field((rules.why_not_said(text), "text"))
        comment.text, comment.reworded_at = text.strip(), at or now()
        comment.save(update_fields=["text", "reworded_at"])
        announce(CommentReworded(by=by.pk, comment=comment.pk))
    return comment


def take_comment_back(*, by: Person, comment: Comment, at: datetime | None = None) -> Comment:
    """Take one's comment back: its words go, what others answered stays. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        comment = _locked(comment)
        refuse_if(rules.why_not_take_comment_back(comment, by))
        comment.text, comment.taken_back_at = "", at or now()
        comment.save(update_fields=["text", "taken_back_at"])
        announce(CommentTakenBack(by=by.pk, comment=comment.pk))
    return comment


def _locked(comment: Comment) -> Comment:
    return Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
