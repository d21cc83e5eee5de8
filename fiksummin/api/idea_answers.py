"""What the API answers about campaigns, ideas and their trail. Moments carry the offset of Finnish time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from ninja import Field, Schema

from fiksummin.core.time import HELSINKI, now
from fiksummin.ideas import models
from fiksummin.ideas.choices import Audience, IdeaState, Perspective, PhaseKind, Weighing
from fiksummin.people.choices import Language
from fiksummin.trail.choices import LinkKind, NodeKind, Part
from fiksummin.trail.queries import Step


class Phase(Schema):
    """What a campaign does from a moment on, until the next phase begins."""

    kind: PhaseKind
    starts_at: datetime


class Campaign(Schema):
    """A question, and what is promised to who answers it."""

    id: int
    slug: str
    title: str
    question: str
    organisation: str
    audience: Audience
    weighing: Weighing
    phase: PhaseKind | None = Field(description="null before the first, and for a channel")
    phases: list[Phase] = Field(description="In their order; none for a channel")
    always_open: bool
    promise_days: int = Field(description="Working days within which each idea is answered")
    ideas: int
    url: str


class Campaigns(Schema):
    """A page of campaigns."""

    items: list[Campaign]
    page: int
    size: int
    total: int


class Vote(Schema):
    """A vote on an idea."""

    idea: int
    value: int


class Ballot(Schema):
    """Somebody's own votes in a campaign."""

    weighing: Weighing
    round: int = Field(description="1, or 2 for the best third; 0 while ideas are not weighed")
    most: int | None = Field(description="How many ideas one may approve of; null where that is not so")
    left: int | None = Field(description="How many approvals are left")
    votes: list[Vote]


class CountedCampaign(Schema):
    """What was weighed, and how."""

    id: int
    title: str
    weighing: Weighing
    most: int | None
    seed: str = Field(description="What decides between ideas that are exactly alike")


class CountedMethod(Schema):
    """How the ranking is counted."""

    prior: int
    enough: int
    words: str


class CountedIdea(Schema):
    """An idea, which one it counts for (another when it was joined to it), and how often it was on screen in each round."""

    id: int
    title: str
    counts_for: int
    shown: list[int | None]


class CountedVote(Vote):
    """A vote; those on ideas that came by turn decide the ranking."""

    by_turn: bool


class CountedBallot(Schema):
    """One voter's votes in one round; the number is drawn anew for each file."""

    voter: int
    round: int
    votes: list[CountedVote]


class CountedPlace(Schema):
    """An idea in its place."""

    place: int
    idea: int
    got: int
    looks: int
    share: str = Field(description="A fraction: 3/20")
    percent: list[int] = Field(description="The ends of the interval, in percent")


class Recount(Schema):
    """All that a result is counted from; digest: SHA-256 of the rest, keys in order, no blanks, UTF-8."""

    campaign: CountedCampaign
    method: CountedMethod
    ideas: list[CountedIdea]
    ballots: list[CountedBallot]
    ranking: list[CountedPlace]
    digest: str


class IdeaStep(Schema):
    """One step of an idea."""

    state: IdeaState
    at: datetime
    reason: str
    next_step: str
    due_on: date | None
    owner: str | None = Field(description="Who was to answer for what was promised then")
    entrusted: bool = Field(
        description="Whether somebody else answers for it from then on and nothing more: no answer, and without a reason"
    )


class Idea(Schema):
    """An idea, where it stands, and who answers for it by when."""

    id: int
    campaign: int
    title: str
    body: str
    language: Language
    perspective: Perspective
    state: IdeaState
    reason: str
    owner: str | None = Field(description="Who answers for it; null when it is closed")
    due_on: date | None
    next_step: str
    late: bool = Field(description="Whether it came when ideas were not collected any more")
    authors: list[str]
    made_at: datetime
    url: str


class Ideas(Schema):
    """A page of ideas."""

    items: list[Idea]
    page: int
    size: int
    total: int


class TrailLink(Schema):
    """What something came of, and how."""

    kind: LinkKind
    title: str
    url: str
    undone_at: datetime | None = Field(description="When it ceased to count; null while it stands")


class TrailPart(Schema):
    """Who had a part in a thing, as you may know them; those who voted are never named."""

    part: Part
    names: list[str] = Field(
        description="Five at most; of a baton all who took it, by their organisations where they chose so"
    )
    since: list[datetime] = Field(
        description="When each of the names took the baton, in their order; empty for other parts"
    )
    others: int = Field(description="How many more had the same part")


class TrailStep(Schema):
    """One thing on a trail."""

    kind: NodeKind
    title: str
    state: str
    at: datetime
    due_on: date | None
    url: str
    owner: str | None = Field(
        description="Who answers for what is open, if you may know it; batons by organisation when the holder chose so"
    )
    by: list[TrailPart]
    comes_of: list[TrailLink]


class Trail(Schema):
    """What led to a thing and what came of it, in the order of time: a hundred steps at most."""

    steps: list[TrailStep]
    next: int | None = Field(
        description="Ask with it as `after` for the steps that follow; null for the last part"
    )


class WholeIdea(Idea):
    """An idea with its history and its trail."""

    supporters: int | None = Field(
        description="null until you have supported it yourself, it is closed (and not joined to another), or the weighing is over; in campaigns with approvals or grades until it is over"
    )
    mine: bool = Field(description="Whether you support it")
    history: list[IdeaStep]
    trail: list[TrailStep] = Field(description="A hundred steps at most; all of them by `trail/idea/{id}`")


def campaign(row: models.Campaign) -> Campaign:
    """Describe a campaign with its phases and ``idea_count``."""
    phase = row.phase_at(now())
    return Campaign(
        id=row.pk, slug=row.slug, title=row.title, question=row.question, organisation=row.organisation.name,
        audience=Audience(row.audience), weighing=Weighing(row.weighing), phase=PhaseKind(phase.kind) if phase else None,
        phases=[Phase(kind=PhaseKind(each.kind), starts_at=each.starts_at.astimezone(HELSINKI)) for each in row.phases.all()],
        always_open=row.is_channel, promise_days=row.promise_days, ideas=row.idea_count,  # type: ignore[attr-defined]  # counted by the query
        url=_address("ideas:campaign", row.slug),
    )  # fmt: skip


def ballot(row: models.Campaign, number: int, votes: dict[int, int]) -> Ballot:
    """Describe somebody's own votes."""
    most = row.approve_most if row.weighing == Weighing.APPROVE else None
    left = None if most is None else max(0, most - sum(1 for value in votes.values() if value))
    given = [Vote(idea=idea, value=value) for idea, value in votes.items()]
    return Ballot(weighing=Weighing(row.weighing), round=number, most=most, left=left, votes=given)


def idea(row: models.Idea) -> Idea:
    """Describe an idea."""
    return Idea(**_words(row))


def whole_idea(row: models.Idea, steps: Iterable[Step], supporters: int | None, *, mine: bool) -> WholeIdea:
    """Describe an idea with its history, its trail, and what the reader may know of its support."""
    history = [
        IdeaStep(
            state=IdeaState(step.state), at=step.at.astimezone(HELSINKI), reason=step.reason, next_step=step.next_step,
            due_on=step.due_on, owner=str(step.owner) if step.owner else None,
            entrusted=step.is_entrusting,
        )
        for step in row.steps.all()
    ]  # fmt: skip
    return WholeIdea(**_words(row), supporters=supporters, mine=mine, history=history, trail=trail(steps))


def trail(steps: Iterable[Step]) -> list[TrailStep]:
    """Describe what stands on a trail."""
    return [
        TrailStep(
            kind=NodeKind(step.node.kind), title=step.face.title, state=str(step.face.state),
            at=step.node.opened_at.astimezone(HELSINKI),
            due_on=None if step.node.closed_at else step.node.due_on, url=settings.BASE_URL + step.face.url,
            owner=step.owner or None,
            by=[
                TrailPart(
                    part=Part(one.part), names=list(one.names), others=one.others,
                    since=[at.astimezone(HELSINKI) for at in one.since],
                )
                for one in step.by
            ],
            comes_of=[
                TrailLink(
                    kind=LinkKind(link.kind), title=face.title, url=settings.BASE_URL + face.url,
                    undone_at=link.undone_at.astimezone(HELSINKI) if link.undone_at else None,
                )
                for link, face in step.comes_of
            ],
        )
        for step in steps
    ]  # fmt: skip


def _words(row: models.Idea) -> dict[str, Any]:
    node = row.node
    return {
        "id": row.pk, "campaign": row.campaign_id, "title": row.title, "body": row.text, "language": row.language,
        "perspective": row.perspective, "state": row.state, "reason": row.reason,
        "owner": str(node.owner) if row.is_open else None, "due_on": node.due_on if row.is_open else None,
        "next_step": node.next_step if row.is_open else "", "late": bool(row.came_in),
        "authors": [str(author.person) for author in row.authors.all() if author.person],
        "made_at": row.made_at.astimezone(HELSINKI), "url": _address("ideas:idea", row.pk),
    }  # fmt: skip


def _address(name: str, *args: object) -> str:
    return settings.BASE_URL + reverse(name, args=args)
