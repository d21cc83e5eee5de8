"""The team of an experiment: inviting to it, taking part, leaving it. The same actions as on the pages."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.experiments import REFUSALS, seen_experiment
from fiksummin.api.inviting import (
    AnsweredInvitation,
    Companion,
    InvitationAnswer,
    InvitingWish,
    WaitingInvitation,
    answered,
    companion,
    waiting,
)
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.experiments import actions, models, queries
from fiksummin.people.models import Person

router = Router(tags=["Experiments"])


class Team(Schema):
    """Who carries an experiment out, and who is invited."""

    experiment: int
    team: list[Companion]
    waiting: list[WaitingInvitation] | None = Field(
        description="Invitations that nobody has answered yet; null for who is not in the team"
    )


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
def invite(request: Asked, experiment: int, wish: InvitingWish, key: IdempotencyKey) -> HttpResponse:
    """For members of the team: invite others by their addresses, also from other organisations. No address is looked up."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)

    def act() -> tuple[int, Any]:
        actions.invite_to_team(by=person, experiment=row, addresses=wish.addresses)
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
    "experiments/{int:experiment}/team/invitations/{int:invitation}/withdrawal", auth=WRITE,
    response=responses(AnsweredInvitation, *REFUSALS), url_name="experiment_uninviting",
)  # fmt: skip
def uninvite(request: Asked, experiment: int, invitation: int, key: IdempotencyKey) -> HttpResponse:
    """Withdraw an invitation that you sent, while nobody has answered it; again, it changes nothing."""
    person, found = request.auth.person, seen_experiment(request.auth.person, experiment)
    row = get_object_or_404(queries.sent_by(found, person), pk=invitation)

    def act() -> tuple[int, Any]:
        told = actions.uninvite_from_team(by=person, invitation=row)
        return 200, answered(told, experiment, found.title).model_dump(mode="json")

    return answered_once(person, key, ["uninviting", invitation], act)


@router.post(
    "experiments/invitations/{str:token}", auth=WRITE, response=responses(AnsweredInvitation, *REFUSALS),
    url_name="experiment_invitation",
)  # fmt: skip
def answer(request: Asked, token: str, wish: InvitationAnswer, key: IdempotencyKey) -> HttpResponse:
    """Take part, or do not, by what stands last in the link of your letter; 404 for a letter to another address."""
    person = request.auth.person
    invitation = queries.invitation_by(token, person)
    if invitation is None:
        raise Http404

    def act() -> tuple[int, Any]:
        answering = actions.join_team if wish.accepts else actions.decline_team
        told = answering(by=person, invitation=invitation)
        return 200, answered(told, told.experiment_id, told.experiment.title).model_dump(mode="json")

    return answered_once(person, key, ["invitation", invitation.pk, wish.model_dump(mode="json")], act)


def _team(reader: Person, row: models.Experiment) -> Team:
    members = list(queries.team_of(row))
    runs = any(member.person_id == reader.pk for member in members)
    return Team(
        experiment=row.pk,
        team=[companion(member) for member in members],
        waiting=waiting(queries.invitations_to(row), reader) if runs else None,
    )
