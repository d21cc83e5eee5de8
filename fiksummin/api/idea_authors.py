"""The authors of an idea: inviting others to write along, becoming an author, ceasing to be one. The same actions as on the pages."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.ideas import REFUSALS, seen_idea
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
from fiksummin.ideas import actions, models, queries
from fiksummin.people.models import Person

router = Router(tags=["Ideas"])


class Authors(Schema):
    """Who wrote an idea, and who is invited to write it along."""

    idea: int
    authors: list[Companion]
    waiting: list[WaitingInvitation] | None = Field(
        description="Invitations that nobody has answered yet; null for who is not an author"
    )


@router.get("ideas/{int:idea}/authors", auth=READ, response=responses(Authors, 404), url_name="idea_authors")
def read_authors(request: Asked, idea: int) -> Authors:
    """Who wrote an idea, with their organisations."""
    return _authors(request.auth.person, seen_idea(request.auth.person, idea))


@router.post(
    "ideas/{int:idea}/authors", auth=WRITE, response=responses({201: Authors}, *REFUSALS),
    url_name="idea_authors",
)  # fmt: skip
def invite(request: Asked, idea: int, wish: InvitingWish, key: IdempotencyKey) -> HttpResponse:
    """For authors: invite others by their addresses, also from other organisations. No address is looked up."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def act() -> tuple[int, Any]:
        actions.invite_authors(by=person, idea=row, addresses=wish.addresses)
        return 201, _authors(person, row).model_dump(mode="json")

    return answered_once(person, key, ["authors", idea, wish.model_dump(mode="json")], act)


@router.post(
    "ideas/{int:idea}/authors/leaving", auth=WRITE, response=responses(Authors, *REFUSALS),
    url_name="idea_leaving",
)  # fmt: skip
def leave(request: Asked, idea: int, key: IdempotencyKey) -> HttpResponse:
    """Be an author no more; that you wrote along stays on the trail. The last author cannot leave."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def act() -> tuple[int, Any]:
        actions.leave_authors(by=person, idea=row)
        return 200, _authors(person, row).model_dump(mode="json")

    return answered_once(person, key, ["leaving idea", idea], act)


@router.post(
    "ideas/{int:idea}/authors/invitations/{int:invitation}/withdrawal", auth=WRITE,
    response=responses(AnsweredInvitation, *REFUSALS), url_name="idea_uninviting",
)  # fmt: skip
def uninvite(request: Asked, idea: int, invitation: int, key: IdempotencyKey) -> HttpResponse:
    """Withdraw an invitation that you sent, while nobody has answered it; again, it changes nothing."""
    person, found = request.auth.person, seen_idea(request.auth.person, idea)
    row = get_object_or_404(queries.sent_by(found, person), pk=invitation)

    def act() -> tuple[int, Any]:
        told = actions.uninvite_author(by=person, invitation=row)
        return 200, answered(told, idea, found.title).model_dump(mode="json")

    return answered_once(person, key, ["uninviting author", invitation], act)


@router.post(
    "ideas/invitations/{str:token}", auth=WRITE, response=responses(AnsweredInvitation, *REFUSALS),
    url_name="idea_invitation",
)  # fmt: skip
def answer(request: Asked, token: str, wish: InvitationAnswer, key: IdempotencyKey) -> HttpResponse:
    """Write along, or do not, by what stands last in the link of your letter; 404 for a letter to another address."""
    person = request.auth.person
    invitation = queries.author_invitation_by(token, person)
    if invitation is None:
        raise Http404

    def act() -> tuple[int, Any]:
        answering = actions.join_authors if wish.accepts else actions.decline_authors
        told = answering(by=person, invitation=invitation)
        return 200, answered(told, told.idea_id, told.idea.title).model_dump(mode="json")

    mark = ["author invitation", invitation.pk, wish.model_dump(mode="json")]
    return answered_once(person, key, mark, act)


def _authors(reader: Person, row: models.Idea) -> Authors:
    authors = list(queries.authors_of(row))
    writes = any(author.person_id == reader.pk for author in authors)
    return Authors(
        idea=row.pk,
        authors=[companion(author) for author in authors],
        waiting=waiting(queries.invitations_to(row), reader) if writes else None,
    )
