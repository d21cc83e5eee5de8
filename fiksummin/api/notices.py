"""What the bearer was told. Reading by a program does not mark it as seen: seen is what a person saw."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from ninja import Field, Router, Schema

from fiksummin.api.answers import page_together
from fiksummin.api.bearers import READ, Asked
from fiksummin.api.inputs import PageQuery
from fiksummin.api.schema import responses
from fiksummin.core.time import HELSINKI
from fiksummin.notifications import queries, things
from fiksummin.notifications.choices import Kind, State

router = Router(tags=["Notices"])


class Notice(Schema):
    """One fact that the bearer was told, or is to be told."""

    id: int
    at: datetime
    kind: Kind
    state: State
    text: str = Field(description="The sentence, in the language of the answer")
    title: str | None = Field(
        description="What it is about; null when that is gone, or not yours to see any more"
    )
    url: str | None


class Notices(Schema):
    """A page of notices."""

    items: list[Notice]
    page: int
    size: int
    total: int


@router.get("notices", auth=READ, response=responses(Notices, 422), url_name="notices")
def list_notices(request: Asked, page: PageQuery) -> dict[str, object]:
    """Your notices, the newest first. Reading them here does not mark them as seen."""
    person = request.auth.person
    rows = queries.notices_of(person)
    return page_together(rows, page, lambda found: _described(things.lines(found, person)))


def _described(told: Iterable[things.Line]) -> Iterable[Notice]:
    for line in told:
        face, row = line.face, line.notice
        yield Notice(
            id=row.pk,
            at=row.created_at.astimezone(HELSINKI),
            kind=Kind(row.kind),
            state=State(row.state),
            text=line.words,
            title=face.title if face else None,
            url=f"{settings.BASE_URL}{face.url}" if face else None,
        )
