"""Campaigns, ideas and their trail: read, propose, support, answer, join. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from fiksummin.api import idea_answers as answers
from fiksummin.api.answers import page_of
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.idea_inputs import (
    DecisionWish,
    EntrustingWish,
    IdeasAsked,
    IdeaWish,
    MergeWish,
    SupportWish,
)
from fiksummin.api.inputs import AfterQuery, PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.time import now, today
from fiksummin.ideas import actions, models, queries, rules
from fiksummin.people.models import Person
from fiksummin.trail import things
from fiksummin.trail.queries import part_of_story

router = Router(tags=["Ideas"])
REFUSALS = (400, 404, 409, 413, 422)


@router.get("campaigns", auth=READ, response=responses(answers.Campaigns, 422), url_name="campaigns")
def list_campaigns(request: Asked, page: PageQuery) -> dict[str, object]:
    """Campaigns that you may see, the newest first."""
    rows = queries.campaigns_for(request.auth.person)
    return page_of(rows, page, answers.campaign)


@router.get(
    "campaigns/{int:campaign}/ideas", auth=READ, response=responses(answers.Ideas, 404, 422),
    url_name="campaign_ideas",
)  # fmt: skip
def list_ideas(request: Asked, campaign: int, asking: Query[IdeasAsked]) -> dict[str, object]:
    """The ideas of a campaign that stand for themselves, narrowed by where they stand, perspective and language.

    The newest first; while ideas are weighed, the least shown, as on the page: that order favours none.
    """
    finding = queries.Finding(
        state=asking.state or "", perspective=asking.perspective or "", language=asking.language or ""
    )
    rows = queries.board(seen_campaign(request.auth.person, campaign), now(), finding)
    return page_of(rows, asking, answers.idea)


@router.post(
    "campaigns/{int:campaign}/ideas", auth=WRITE,
    response=responses({201: answers.WholeIdea}, *REFUSALS), url_name="campaign_ideas",
)  # fmt: skip
def propose(request: Asked, campaign: int, wish: IdeaWish, key: IdempotencyKey) -> HttpResponse:
    """Propose an idea: from then on somebody answers for it, by a day."""
    person, row = request.auth.person, seen_campaign(request.auth.person, campaign)
    mark = ["ideas", campaign, wish.model_dump(mode="json")]
    words = queries.IdeaWish(
        title=wish.title, text=wish.body, perspective=wish.perspective, language=wish.language
    )
    return acting_once(
        person, key, mark, lambda: actions.propose_idea(by=person, campaign=row, wish=words).pk, made=True
    )


@router.get(
    "campaigns/{int:campaign}/ballot", auth=READ, response=responses(answers.Ballot, 404),
    url_name="campaign_ballot",
)  # fmt: skip
def read_ballot(request: Asked, campaign: int) -> answers.Ballot:
    """Your own votes in the round that goes on, and how many approvals you have left."""
    person, row = request.auth.person, seen_campaign(request.auth.person, campaign)
    number = row.round_at(now())
    return answers.ballot(row, number, queries.votes_of(person, row, number))


@router.get(
    "campaigns/{int:campaign}/recount", auth=READ, response=responses(answers.Recount, 404, 409),
    url_name="campaign_recount",
)  # fmt: skip
def recount(request: Asked, campaign: int) -> dict[str, Any]:
    """What the result is counted from, without persons, to count it again; 409 while ideas are weighed."""
    row = seen_campaign(request.auth.person, campaign)
    refuse_if(rules.why_not_recount(row, now()))
    return queries.recount_of(row)


@router.get("ideas/{int:idea}", auth=READ, response=responses(answers.WholeIdea, 404), url_name="idea")
def read_idea(request: Asked, idea: int) -> answers.WholeIdea:
    """One idea: where it stands, who answers for it by when, how it got there, and its trail."""
    return described(request.auth.person, idea)


@router.post(
    "ideas/{int:idea}/support", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_support",
)  # fmt: skip
def support(request: Asked, idea: int, key: IdempotencyKey, wish: SupportWish | None = None) -> HttpResponse:
    """Support an idea, or give it a grade; 0 takes your support back where ideas are not given grades.

    Such a vote is counted, and does not decide the ranking: votes do that on the page to weigh ideas, where each comes
    before everybody by turn, this one as well.
    """
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    value = wish.value if wish else 1
    return acting_once(person, key, ["support", idea, value], lambda: _support(person, row, value))


@router.delete(
    "ideas/{int:idea}/support", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_support",
)  # fmt: skip
def take_back(request: Asked, idea: int, key: IdempotencyKey) -> HttpResponse:
    """Take your vote back, a grade of 0 as well; doing it again changes nothing."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def act() -> int:
        actions.take_support_back(by=person, idea=row)
        return row.pk

    return acting_once(person, key, ["support", idea, None], act)


@router.post(
    "ideas/{int:idea}/decisions", auth=WRITE,
    response=responses({201: answers.WholeIdea}, *REFUSALS), url_name="idea_decisions",
)  # fmt: skip
def decide(request: Asked, idea: int, wish: DecisionWish, key: IdempotencyKey) -> HttpResponse:
    """Take an idea a step further: 422 without a reason where one is needed."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    mark = ["decisions", idea, wish.model_dump(mode="json")]

    def act() -> int:
        words = queries.StepWish(
            state=wish.state, reason=wish.reason, due_on=wish.due_on, next_step=wish.next_step,
            owner=_answerer(wish.owner, person),
        )  # fmt: skip
        return actions.move_idea(by=person, idea=row, wish=words).idea_id

    return acting_once(person, key, mark, act, status=201)


@router.post(
    "ideas/{int:idea}/entrusting", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_entrusting",
)  # fmt: skip
def entrust(request: Asked, idea: int, wish: EntrustingWish, key: IdempotencyKey) -> HttpResponse:
    """For hosts: have somebody else answer for an idea that has waited two weeks past its day; 409 while it has not."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def act() -> int:
        refuse_if(rules.why_not_give_on(row, person, today()))
        owner = _answerer(wish.owner, person)
        if owner is None:
            raise Invalid(rules.why_nobody_to_answer(), "owner")
        return actions.entrust_idea(by=person, idea=row, owner=owner, due_on=wish.due_on).idea_id

    return acting_once(person, key, ["entrusting", idea, wish.model_dump(mode="json")], act)


@router.post(
    "ideas/{int:idea}/merge", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_merge",
)  # fmt: skip
def merge(request: Asked, idea: int, wish: MergeWish, key: IdempotencyKey) -> HttpResponse:
    """Ask the authors of an idea whether it may be joined to another; your own is joined at once."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    into = seen_idea(person, wish.into)
    mark = ["merge", idea, wish.model_dump(mode="json")]
    return acting_once(
        person, key, mark,
        lambda: actions.ask_to_merge(by=person, idea=row, into=into, reason=wish.reason).idea_id,
    )  # fmt: skip


@router.get(
    "trail/{slug:kind}/{int:number}", auth=READ, response=responses(answers.Trail, 404, 422), url_name="trail"
)
def read_trail(request: Asked, kind: str, number: int, begin: AfterQuery) -> answers.Trail:
    """What led to a thing and what came of it, as far as you may see it: a hundred steps, then those after them."""
    person = request.auth.person
    thing = things.thing(kind, number, person)
    if thing is None:
        raise Http404
    part = part_of_story(thing.node, person, begin.after)
    return answers.Trail(steps=answers.trail(part.steps), next=part.last or None)


def seen_campaign(person: Person, number: int) -> models.Campaign:
    """Give a campaign that she may see. Raises Http404."""
    return get_object_or_404(queries.campaign_for(person), pk=number)


def seen_idea(person: Person, number: int) -> models.Idea:
    """Give an idea that she may see. Raises Http404."""
    return get_object_or_404(queries.ideas_for(person), pk=number)


def _answerer(address: str, person: Person) -> Person | None:
    """Find who is to answer for the next step; None leaves it as it is. Raises Invalid."""
    owner = queries.answerer_by(address, person) if address.strip() else None
    if address.strip() and owner is None:
        raise Invalid(rules.why_nobody_to_answer(), "owner")
    return owner


def _support(person: Person, row: models.Idea, value: int) -> int:
    if not value and row.campaign.weighing != "scale":
        actions.take_support_back(by=person, idea=row)
    else:
        actions.support_idea(by=person, idea=row, value=value)
    return row.pk


def described(person: Person, number: int) -> answers.WholeIdea:
    """Describe an idea as she may see it."""
    row = get_object_or_404(queries.whole_idea(person), pk=number)
    mine, known = queries.known_support(row, person, now())
    return answers.whole_idea(row, part_of_story(row.node, person).steps, known, mine=mine)


def acting_once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], int], *, made: bool = False, status: int = 0
) -> HttpResponse:  # fmt: skip
    """Act once for a key, and answer with the idea."""
    status = status or (201 if made else 200)

    def describe() -> tuple[int, Any]:
        return status, described(person, act()).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="idea" if made else "")
