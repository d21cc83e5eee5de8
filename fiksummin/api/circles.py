"""Communities: find, found, join and leave them. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Query, Router, Schema
from pydantic import ConfigDict

from fiksummin.api.answers import page_together
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.inputs import Page, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.circles import actions, models, queries
from fiksummin.circles.choices import Joining
from fiksummin.circles.models.asking import LONGEST_WORDS
from fiksummin.circles.models.circle import LONGEST_NAME, LONGEST_PURPOSE
from fiksummin.core.time import HELSINKI
from fiksummin.people.choices import Language
from fiksummin.people.models import Person

router = Router(tags=["Communities"])
REFUSALS = (400, 404, 409, 413, 422)
LONGEST_ASKED = 100


class Circle(Schema):
    """A community, and where you stand with it."""

    id: int
    name: str
    purpose: str
    language: Language
    joining: Joining = Field(
        description="Whether whoever wants to joins at once, or one asks those who keep it"
    )
    standing: Literal["keeper", "member", "invited", "asked"] | None
    founded_at: datetime
    ended_at: datetime | None
    reason: str = Field(description="Why it has ended")
    url: str


class Circles(Schema):
    """A page of communities."""

    items: list[Circle]
    page: int
    size: int
    total: int


class CirclesAsked(Page):
    """What somebody looks for."""

    q: Text = Field("", max_length=LONGEST_ASKED, description="Words of the name or of the purpose")
    ended: bool = Field(False, description="Those that have ended instead")


class CircleWish(Schema):
    """A community as it is founded; you keep it."""

    model_config = ConfigDict(extra="forbid")

    name: Text = Field(json_schema_extra={"maxLength": LONGEST_NAME})
    purpose: Text = Field(json_schema_extra={"maxLength": LONGEST_PURPOSE})
    language: Language
    joining: Joining = Joining.OPEN


class JoiningWish(Schema):
    """A word to those who keep a closed community."""

    model_config = ConfigDict(extra="forbid")

    words: Text = Field("", json_schema_extra={"maxLength": LONGEST_WORDS})


@router.get("circles", auth=READ, response=responses(Circles, 422), url_name="circles")
def list_circles(request: Asked, asking: Query[CirclesAsked]) -> dict[str, object]:
    """The communities that stand, the newest first. Members of the service see them; guests see none."""
    person = request.auth.person
    rows = queries.find(person, asking.q, ended=asking.ended)
    return page_together(rows, asking, lambda found: _circles(person, found))


@router.get("circles/{int:circle}", auth=READ, response=responses(Circle, 404), url_name="circle")
def read_circle(request: Asked, circle: int) -> Circle:
    """One community, also one that has ended."""
    return _read(request.auth.person, circle)


@router.post(
    "circles", auth=WRITE, response=responses({201: Circle}, 400, 403, 409, 413, 422), url_name="circles"
)
def found_circle(request: Asked, wish: CircleWish, key: IdempotencyKey) -> HttpResponse:
    """Found a community: 422 when one with this name stands already."""
    person = request.auth.person
    wanted = queries.CircleWish(**wish.model_dump())
    mark = ["circles", wish.model_dump(mode="json")]
    return _once(person, key, mark, lambda: actions.found_circle(by=person, wish=wanted).pk, status=201)


@router.post(
    "circles/{int:circle}/joining",
    auth=WRITE,
    response=responses(Circle, *REFUSALS),
    url_name="circle_joining",
)
def join_circle(
    request: Asked, circle: int, key: IdempotencyKey, wish: JoiningWish | None = None
) -> HttpResponse:
    """Become a member at once of an open community, or by an invitation; of a closed one this asks those who keep it."""
    person, row = request.auth.person, _seen(request.auth.person, circle)
    words = wish.words if wish else ""

    def join() -> int:
        asking = queries.asking_of(row, person)
        if row.is_open or (asking and asking.invited_at):
            return actions.join_circle(by=person, circle=row).circle_id
        return actions.ask_to_join(by=person, circle=row, words=words).circle_id

    return _once(person, key, ["circle-joining", circle, words], join)


@router.post(
    "circles/{int:circle}/leaving",
    auth=WRITE,
    response=responses(Circle, *REFUSALS),
    url_name="circle_leaving",
)
def leave_circle(request: Asked, circle: int, key: IdempotencyKey) -> HttpResponse:
    """Be a member no longer, take back what you asked, or decline an invitation: 409 while you keep it alone."""
    person, row = request.auth.person, _seen(request.auth.person, circle)

    def leave() -> int:
        actions.leave_circle(by=person, circle=row)
        return row.pk

    return _once(person, key, ["circle-leaving", circle], leave)


def _once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], int], *, status: int = 200
) -> HttpResponse:
    """Act once for a key, and answer with the community as it is then."""

    def describe() -> tuple[int, Any]:
        return status, _read(person, act()).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="circle" if status == 201 else "")


def _seen(person: Person, number: int) -> models.Circle:
    return get_object_or_404(queries.circles_for(person), pk=number)


def _read(person: Person, number: int) -> Circle:
    return _circles(person, [_seen(person, number)])[0]


def _circles(person: Person, rows: Sequence[models.Circle]) -> list[Circle]:
    standings = queries.standings(person, [row.pk for row in rows])
    return [_circle(row, standings.get(row.pk)) for row in rows]


def _circle(row: models.Circle, standing: Any) -> Circle:
    return Circle(
        id=row.pk, name=row.name, purpose=row.purpose, language=Language(row.language),
        joining=Joining(row.joining), standing=standing, founded_at=row.founded_at.astimezone(HELSINKI),
        ended_at=row.ended_at.astimezone(HELSINKI) if row.ended_at else None, reason=row.reason,
        url=settings.BASE_URL + reverse("circles:circle", args=[row.pk]),
    )  # fmt: skip
