"""What people want of ideas, and what they say about them."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import rules
from fiksummin.ideas.actions.ideas import locked
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.facts import IdeaCommented
from fiksummin.ideas.models import Comment, Idea, Support
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def support_idea(*, by: Person, idea: Idea, value: int = 1, at: datetime | None = None) -> Support:
    """Support an idea; again is the same support, with another value if one is given. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_support(idea, by, value, at))
        support, _is_new = Support.objects.update_or_create(
            idea=idea, person=by, defaults={"value": value}, create_defaults={"value": value, "at": at}
        )
        trail.contribute(node=idea.node, person=by, part=Part.SUPPORTED, at=at)
    return support


def take_support_back(*, by: Person, idea: Idea) -> None:
    """Support an idea no more; doing it again changes nothing."""
    with transaction.atomic():
        idea = locked(idea)
        Support.objects.filter(idea=idea, person=by).delete()
        trail.withdraw_part(node=idea.node, person=by, part=Part.SUPPORTED)


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
