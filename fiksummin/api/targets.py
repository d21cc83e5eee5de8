"""Whom to visit next: proposed, voted for, chosen, and by those who run the lab taken off. The same actions as on the pages."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from pydantic import ConfigDict

from fiksummin.api.answers import page_address
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.inputs import Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.time import HELSINKI, now
from fiksummin.events import actions, models, queries
from fiksummin.events.rules.inviting import LONGEST_NAME, LONGEST_WHY
from fiksummin.people.models import Person

router = Router(tags=["After events, and invitations"])


class Target(Schema):
    """Somewhere to visit."""

    id: int
    name: str
    why: str
    season: str | None = Field(description="The slug of a season")
    mine: bool = Field(description="Whether you voted for it")
    wanted: int | None = Field(description="How many want it; null until you vote for it, or it is chosen")
    chosen_at: datetime | None
    reason: str = Field(description="Why it was chosen; empty before")
    url: str


class Targets(Schema):
    """All that was proposed and not taken off: what is open, then what was chosen."""

    items: list[Target]


class TargetWish(Schema):
    """Propose somewhere to visit."""

    model_config = ConfigDict(extra="forbid")

    name: Text = Field(json_schema_extra={"maxLength": LONGEST_NAME})
    why: Text = Field(
        "", description="What we could learn there", json_schema_extra={"maxLength": LONGEST_WHY}
    )
    season: Text | None = Field(None, description="The slug of a season")


class RemovalReason(Schema):
    """Why a proposal is taken off; whoever proposed it reads it."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(json_schema_extra={"maxLength": LONGEST_WHY})


class RemovedTarget(Schema):
    """A proposal that was taken off."""

    id: int
    name: str
    reason: str
    removed_at: datetime


@router.get("targets", auth=READ, response=responses(Targets), url_name="targets")
def list_targets(request: Asked) -> Targets:
    """Whom people want to visit next."""
    open_ones, chosen = queries.targets_for(request.auth.person)
    return Targets(items=[_target(row) for row in (*open_ones, *chosen)])


@router.post(
    "targets",
    auth=WRITE,
    response=responses({200: Target, 201: Target}, 400, 403, 409, 413, 422),
    url_name="targets",
)
def propose_target(request: Asked, wish: TargetWish, key: IdempotencyKey) -> HttpResponse:
    """Propose whom to visit: 201, or 200 with what somebody has proposed by that name already."""
    person, at = request.auth.person, now()

    def act() -> tuple[int, object]:
        season = _season(person, wish.season) if wish.season is not None else None
        row = actions.propose_target(by=person, name=wish.name, why=wish.why, season=season, at=at)
        return 201 if row.proposed_at == at else 200, _answer(person, row)

    return answered_once(person, key, ["targets", wish.model_dump(mode="json")], act)


@router.post(
    "targets/{int:target}/votes",
    auth=WRITE,
    response=responses(Target, 400, 403, 404, 409, 422),
    url_name="target_votes",
)
def vote(request: Asked, target: int, key: IdempotencyKey) -> HttpResponse:
    """Want a visit, once; from then on you read how many want it (``wanted``)."""
    return _voted(request.auth.person, target, key, actions.vote_for_target)


@router.post(
    "targets/{int:target}/votes/withdrawal",
    auth=WRITE,
    response=responses(Target, 400, 403, 404, 409, 422),
    url_name="target_votes_withdrawal",
)
def withdraw_vote(request: Asked, target: int, key: IdempotencyKey) -> HttpResponse:
    """Take your vote back; how many want it you read no more."""
    return _voted(request.auth.person, target, key, actions.withdraw_vote)


@router.post(
    "targets/{int:target}/removal",
    auth=WRITE,
    response=responses(RemovedTarget, 400, 403, 404, 409, 422),
    url_name="target_removal",
)
def remove_target(request: Asked, target: int, words: RemovalReason, key: IdempotencyKey) -> HttpResponse:
    """For those who run the lab: take a proposal that is not chosen off, and say why."""
    person = request.auth.person

    def act() -> tuple[int, dict[str, object]]:
        row = get_object_or_404(queries.all_targets(), pk=target)
        gone = actions.remove_target(by=person, target=row, reason=words.reason)
        assert gone.removed_at is not None  # noqa: S101 -- the action has set it
        answer = RemovedTarget(
            id=gone.pk, name=gone.name, reason=gone.reason, removed_at=gone.removed_at.astimezone(HELSINKI)
        )
        return 200, answer.model_dump(mode="json")

    return answered_once(person, key, ["target removal", target, words.reason], act)


def _voted(person: Person, target: int, key: str, act: Callable[..., None]) -> HttpResponse:
    def voted() -> tuple[int, object]:
        row = get_object_or_404(queries.all_targets(), pk=target)
        act(by=person, target=row)
        return 200, _answer(person, row)

    return answered_once(person, key, [act.__name__, target], voted)


def _season(person: Person, slug: str) -> models.Season:
    season = models.Season.objects.visible_to(person).filter(slug=slug).first()
    if season is None:
        raise Invalid(_("There is no such season."), "season")
    return season


def _answer(person: Person, target: models.Target) -> object:
    return _target(queries.target_for(person, target)).model_dump(mode="json")


def _target(row: queries.Wanted) -> Target:
    target = row.target
    return Target(
        id=target.pk, name=target.name, why=target.why, season=target.season.slug if target.season else None,
        mine=row.is_mine, wanted=row.count, reason=target.reason, url=page_address("targets"),
        chosen_at=target.chosen_at.astimezone(HELSINKI) if target.chosen_at else None,
    )  # fmt: skip
