"""Having somebody else answer for an idea that nobody has seen to."""

from datetime import date, datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.ideas import rules
from fiksummin.ideas.actions.ideas import locked
from fiksummin.ideas.facts import IdeaEntrusted
from fiksummin.ideas.models import Idea, IdeaStep
from fiksummin.people.models import Person
from fiksummin.trail import actions as trail
from fiksummin.trail.rules import why_not_due


def entrust_idea(
    *, by: Person, idea: Idea, owner: Person, due_on: date, at: datetime | None = None
) -> IdeaStep:
    """Have somebody else answer for an idea that has come to the hosts, by a new day. It is no answer: the idea stays where it stands.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    day = today(at=at)
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_give_on(idea, by, day))
        refuse_field((rules.why_not_heir(idea, owner, by), "owner"))
        refuse_field((why_not_due(due_on, day), "due_on"))
        former, next_step = idea.node.owner_id, idea.node.next_step
        row = IdeaStep.objects.create(
            idea=idea, state=idea.state, at=at, by=by, next_step=next_step, due_on=due_on, owner=owner,
            is_entrusting=True,
        )  # fmt: skip
        trail.promise(by=by, node=idea.node, owner=owner, due_on=due_on, next_step=next_step, at=at)
        announce(IdeaEntrusted(by=by.pk, step=row.pk, former=former))
    return row
