"""What programs ask and give about invitations by letter: to a team, to the authors of an idea."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Protocol

from ninja import Field, Schema
from pydantic import ConfigDict, StrictBool

from fiksummin.api.inputs import Text
from fiksummin.core.time import HELSINKI
from fiksummin.people.models import LetterInvitation, Person
from fiksummin.people.rules import MOST_INVITED


class InvitingWish(Schema):
    """Who is invited to take part."""

    model_config = ConfigDict(extra="forbid")

    addresses: list[Text] = Field(
        min_length=1, max_length=MOST_INVITED, description="E-mail addresses; each gets a letter with a link"
    )


class InvitationAnswer(Schema):
    """Whether somebody takes part."""

    model_config = ConfigDict(extra="forbid")

    accepts: StrictBool


class Companion(Schema):
    """Somebody who takes part, and where she works; both null when she has left the service."""

    person: str | None
    organisation: str | None


class WaitingInvitation(Schema):
    """An invitation that nobody has answered."""

    id: int
    organisation: str | None = Field(description="Whose the domain of the address is, if anybody's")
    invited_at: datetime
    mine: bool = Field(description="Whether you sent it: then you may withdraw it")


class AnsweredInvitation(Schema):
    """What became of an invitation."""

    id: int = Field(description="The idea's or the experiment's")
    title: str
    state: Literal["accepted", "declined", "withdrawn"]


class _Membership(Protocol):
    person: Person | None


def companion(row: _Membership) -> Companion:
    """Give somebody who takes part as programs read her."""
    body = row.person.organisation if row.person else None
    return Companion(person=str(row.person) if row.person else None, organisation=body.name if body else None)


def waiting(rows: Iterable[LetterInvitation], reader: Person) -> list[WaitingInvitation]:
    """Give the invitations that wait as those who take part read them."""
    return [
        WaitingInvitation(
            id=row.pk, organisation=row.organisation.name if row.organisation else None,
            invited_at=row.invited_at.astimezone(HELSINKI), mine=row.invited_by_id == reader.pk,
        )
        for row in rows
    ]  # fmt: skip


def answered(row: LetterInvitation, number: int, title: str) -> AnsweredInvitation:
    """Say what became of an invitation."""
    if row.withdrawn_at:
        return AnsweredInvitation(id=number, title=title, state="withdrawn")
    return AnsweredInvitation(id=number, title=title, state="accepted" if row.accepted_at else "declined")
