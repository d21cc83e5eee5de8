"""Proposing an idea, saying it otherwise, and taking it step by step to its answer."""

import random
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from fiksummin.core.errors import AsItStands, Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.core.workdays import working_day_after
from fiksummin.events import actions as events
from fiksummin.ideas import rules
from fiksummin.ideas.choices import ANSWERS, OPEN_STATES, STEPS, IdeaState
from fiksummin.ideas.facts import IdeaMoved, IdeaProposed, IdeaReworded, MergeLapsed
from fiksummin.ideas.models import Author, Campaign, Idea, IdeaStep, Merge, Turn
from fiksummin.ideas.queries.wishes import IdeaWish, StepWish
from fiksummin.ideas.rules.ideas import late_phase
from fiksummin.people.models import Person
from fiksummin.people.queries import owner_of_lab
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.models import LONGEST_STEP, Node


def propose_idea(*, by: Person, campaign: Campaign, wish: IdeaWish, at: datetime | None = None) -> Idea:
    """Write an idea down: from now on the owner of the campaign answers for it, by the day that was promised.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        campaign = _locked_campaign(campaign)
        refuse_if(rules.why_not_propose(campaign, by, at))
        _check(rules.why_not_idea(wish))
        due_on = working_day_after(today(at=at), campaign.promise_days)
        owner = campaign.owner or owner_of_lab()
        node = trail.enter(kind=NodeKind.IDEA, by=by, owner=owner, due_on=due_on, at=at)
        idea = Idea.objects.create(
            node=node, campaign=campaign, title=wish.title.strip(), text=wish.text.strip(), language=wish.language,
            perspective=wish.perspective, organisation=by.organisation, born_at=wish.takeaway.event if wish.takeaway else wish.born_at, made_at=at,
            came_in=late_phase(campaign, at),
        )  # fmt: skip
        Turn.objects.create(campaign=campaign, idea=idea, place=random.random())  # noqa: S311 -- a lot without a prize
        Author.objects.create(idea=idea, person=by)
        trail.contribute(node=node, person=by, part=Part.WROTE, at=at)
        trail.link(by=by, source=campaign.node, target=node, kind=LinkKind.ASKED, at=at)
        if idea.born_at is not None:
            source = (
                events.takeaway_on_trail(takeaway=wish.takeaway, at=at)
                if wish.takeaway
                else events.event_on_trail(event=idea.born_at, at=at)
            )
            trail.link(by=by, source=source, target=node, kind=LinkKind.BORN, at=at)
        IdeaStep.objects.create(idea=idea, state=IdeaState.OPEN, at=at, by=by, due_on=due_on, owner=owner)
        announce(IdeaProposed(by=by.pk, idea=idea.pk))
    return idea


def _locked_campaign(campaign: Campaign) -> Campaign:
    """Read a campaign anew, so that an idea goes to who answers for it and by the promise that stand at the end.

    Whoever gives the campaign away waits until the idea is among those that go along.
    """
    rows = Campaign.objects.select_for_update(no_key=True, of=("self",)).select_related("node", "owner")
    return rows.prefetch_related("phases").get(pk=campaign.pk)


def reword_idea(*, by: Person, idea: Idea, wish: IdeaWish, at: datetime | None = None) -> Idea:
    """Say an idea otherwise, while it has no answer. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_reword(idea, by))
        _check(rules.why_not_idea(wish))
        idea.title, idea.text, idea.perspective = wish.title.strip(), wish.text.strip(), wish.perspective
        idea.language, idea.changed_at = wish.language, at or now()
        idea.save(update_fields=["title", "text", "perspective", "language", "changed_at"])
        announce(IdeaReworded(by=by.pk, idea=idea.pk))
    return idea


def move_idea(*, by: Person, idea: Idea, wish: StepWish, at: datetime | None = None) -> IdeaStep:
    """Take an idea a step further, or promise its next step anew. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_move(idea, by))
        _check(rules.why_not_there(wish.state))
        if wish.owner is not None and wish.owner != idea.node.owner:
            refuse_field((rules.why_not_entrust(idea, wish.owner, by), "owner"))
        return step(by=by, idea=idea, wish=wish, at=at or now())


def withdraw_idea(*, by: Person, idea: Idea, reason: str, at: datetime | None = None) -> IdeaStep:
    """Take one's own idea back, and say why. Raises NotAllowed, NotNow, Invalid."""
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_withdraw(idea, by))
        return step(by=by, idea=idea, wish=StepWish(state=IdeaState.WITHDRAWN, reason=reason), at=at or now())


def try_idea(*, by: Person, idea: Idea, title: str, until: date, at: datetime) -> Node:
    """Note that an idea is being tried out; gives the thing that the trial comes of: the answer to it, or the idea itself.

    It takes that step only where ``by`` may answer it: nobody else alters where an idea stands, or what is promised
    of it. One that is closed, or tried already, stays as it is, too; its trial is a step of the trail all the same.
    """
    with transaction.atomic():
        idea = locked(idea)
        if (idea.state, IdeaState.TRIED) in STEPS and not rules.why_not_answer(idea, by):
            wish = StepWish(state=IdeaState.TRIED, due_on=until, next_step=title[:LONGEST_STEP])
            step(by=by, idea=idea, wish=wish, at=at)
        answer = idea.steps.filter(node__isnull=False).select_related("node").last()
        return answer.node if answer and answer.node else idea.node


def prolong_trial(
    *, by: Person, idea: Idea, before: date, until: date, reason: str, at: datetime
) -> None:  # fmt: skip
    """Note that a trial of an idea ends on another day: what was promised of the idea by the day ``before`` is by the new one.

    As when it began, only where ``by`` may answer the idea. What was promised by any other day stays.
    """
    with transaction.atomic():
        idea = locked(idea)
        is_promised = idea.state == IdeaState.TRIED and idea.node.due_on == before
        if is_promised and not rules.why_not_answer(idea, by):
            wish = StepWish(state=IdeaState.TRIED, reason=reason, due_on=until, next_step=idea.node.next_step)
            step(by=by, idea=idea, wish=wish, at=at)


def step(*, by: Person | None, idea: Idea, wish: StepWish, at: datetime) -> IdeaStep:
    """Write one step of a locked idea: its state and promise, the history, the trail. Raises Invalid, NotNow."""
    _check(rules.why_not_step(idea, wish, today(at=at)))
    idea.state, idea.reason = wish.state, " ".join(wish.reason.split())
    if wish.state in ANSWERS and idea.answered_at is None:
        idea.answered_at = at
    idea.save(update_fields=["state", "reason", "answered_at"])
    _ask_no_more(by, idea, at)
    is_promise = wish.state in OPEN_STATES
    owner = None
    if is_promise and wish.due_on is not None:
        owner = wish.owner or _answers_for(idea)
        trail.promise(by=by, node=idea.node, owner=owner, due_on=wish.due_on, next_step=wish.next_step, at=at)
    else:
        trail.close(node=idea.node, at=at)
    row = _written(IdeaStep(
        idea=idea, state=wish.state, at=at, by=by, reason=idea.reason,
        next_step=wish.next_step.strip() if is_promise else "", due_on=wish.due_on if is_promise else None,
        owner=owner, node=_decision(by, wish, at),
    ))  # fmt: skip
    if row.node is not None:
        trail.link(by=by, source=idea.node, target=row.node, kind=LinkKind.DECIDED, at=at)
    if row.node is not None and by is not None:
        trail.contribute(node=row.node, person=by, part=Part.DECIDED, at=at)
    announce(IdeaMoved(by=by.pk if by else None, step=row.pk))
    return row


def _answers_for(idea: Idea) -> Person:
    """Give who goes on to answer for an idea; for one that was closed, who answers for its campaign by now."""
    if idea.node.closed_at is None and idea.node.owner is not None:
        return idea.node.owner
    return _locked_campaign(idea.campaign).owner or owner_of_lab()


def _ask_no_more(by: Person | None, idea: Idea, at: datetime) -> None:
    """End what was asked and not answered: whether an idea may be joined to another that has its answer, or the other to it."""
    ended = (Q(idea=idea) if not idea.is_joinable else Q()) | (Q(into=idea) if not idea.is_open else Q())
    asked = Merge.objects.filter(ended, agreed_at=None, undone_at=None) if ended else Merge.objects.none()
    for merge in asked.select_for_update(no_key=True, of=("self",)).order_by("pk"):
        merge.undone_at = at
        merge.save(update_fields=["undone_at"])
        announce(MergeLapsed(by=by.pk if by else None, merge=merge.pk))


def locked(idea: Idea) -> Idea:
    """Take an idea's row first: everybody who writes about it does."""
    rows = Idea.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "node__owner", "campaign__owner"
    )
    return rows.get(pk=idea.pk)


def _written(row: IdeaStep) -> IdeaStep:
    """Write a step down, unless a rival has just given another idea the very same reason. Raises Invalid."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as refusal:
        raise Invalid(rules.why_copied(), "reason") from refusal
    return row


def _decision(by: Person | None, wish: StepWish, at: datetime) -> Node | None:
    return trail.enter(kind=NodeKind.DECISION, by=by, at=at) if wish.state in ANSWERS else None


def _check(refusal: tuple[str, str]) -> None:
    sentence, field = refusal
    if isinstance(sentence, AsItStands):
        refuse_if(sentence)
    if sentence:
        raise Invalid(sentence, field)
