"""What people say about ideas."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.facts import IdeaCommented
from fiksummin.ideas.models import Comment, Idea
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def comment_on_idea(
    *, by: Person, idea: Idea, text: str, stance: str = Stance.REMARK, answers: Comment | None = None,
    at: datetime | None = None,
) -> Comment:  # fmt: skip
    """Say something about an idea, or in answer to a comment. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        refuse_if(rules.why_not_comment(idea, by, text, answers))
        comment = Comment.objects.create(
            idea=idea, answers=answers, person=by, stance=stance, text=text.strip(), at=at
        )
        trail.contribute(node=idea.node, person=by, part=Part.COMMENTED, at=at)
        announce(IdeaCommented(by=by.pk, comment=comment.pk))
    return comment
