"""The team of an experiment: inviting to it, taking part, leaving it. The same actions as on the pages."""

from typing import Any, Literal

from django.http import Http404, HttpResponse
from ninja import Field, Router, Schema

from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.experiment_inputs import TeamAnswer, TeamWish
from fiksummin.api.experiments import REFUSALS, Teammate, seen_experiment, teammate
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.experiments import actions, models, queries
from fiksummin.people.models import Person

router = Router(tags=["Experiments"])


class Team(Schema):
    """Who carries an experiment out, and to how many addresses an invitation waits."""

    experiment: int
    team: list[Teammate]
    waiting: int | None = Field(
        description="How many invitations nobody has answered yet; null for who is not in the team"
    )


class Answered(Schema):
    """What somebody answered to an invitation."""

    experiment: int
    title: str
    state: Literal["accepted", "declined"]


@router.get(
    "experiments/{int:experiment}/team", auth=READ, response=responses(Team, 404), url_name="experiment_team"
)
def read_team(request: Asked, experiment: int) -> Team:
    """Who carries an experiment out."""
    return _team(request.auth.person, seen_experiment(request.auth.person, experiment))


@router.post(
    "experiments/{int:experiment}/team", auth=WRITE, response=responses({201: Team}, *REFUSALS),
    url_name="experiment_team",
)  # fmt: skip
def invite(request: Asked, experiment: int, wish: TeamWish, key: IdempotencyKey) -> HttpResponse:
    """For members of the team: invite others by their addresses, also from other organisations. No address is looked up."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)

    def act() -> tuple[int, Any]:
        addresses = [address.strip().lower() for address in wish.addresses]
        actions.invite_to_team(by=person, experiment=row, addresses=addresses)
        return 201, _team(person, row).model_dump(mode="json")

    return answered_once(person, key, ["team", experiment, wish.model_dump(mode="json")], act)


@router.post(
    "experiments/{int:experiment}/team/leaving", auth=WRITE, response=responses(Team, *REFUSALS),
    url_name="experiment_leaving",
)  # fmt: skip
def leave(request: Asked, experiment: int, key: IdempotencyKey) -> HttpResponse:
    """Leave the team; what you did stays on the trail. Whoever answers for it hands that to a colleague of the team."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)

    def act() -> tuple[int, Any]:
        actions.leave_team(by=person, experiment=row)
        return 200, _team(person, row).model_dump(mode="json")

    return answered_once(person, key, ["leaving", experiment], act)


@router.post(
    "experiments/invitations/{str:token}", auth=WRITE, response=responses(Answered, *REFUSALS),
    url_name="experiment_invitation",
)  # fmt: skip
def answer(request: Asked, token: str, wish: TeamAnswer, key: IdempotencyKey) -> HttpResponse:
    """Take part, or do not, by what stands last in the link of your letter; 404 for a letter to another address."""
    person = request.auth.person
    invitation = queries.invitation_by(token, person)
    if invitation is None:
        raise Http404

    def act() -> tuple[int, Any]:
        answering = actions.join_team if wish.accepts else actions.decline_team
        told = answering(by=person, invitation=invitation)
        state: Literal["accepted", "declined"] = "accepted" if told.accepted_at else "declined"
        words = Answered(experiment=told.experiment_id, title=told.experiment.title, state=state)
        return 200, words.model_dump(mode="json")

    return answered_once(person, key, ["invitation", invitation.pk, wish.model_dump(mode="json")], act)


def _team(reader: Person, row: models.Experiment) -> Team:
    members = list(queries.team_of(row))
    runs = any(member.person_id == reader.pk for member in members)
    waiting = queries.invitations_to(row).count() if runs else None
    return Team(experiment=row.pk, team=[teammate(member) for member in members], waiting=waiting)
