"""Searching over all that one may see."""

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from fiksummin.api.bearers import READ, Asked
from fiksummin.api.inputs import Page, Text
from fiksummin.api.schema import responses
from fiksummin.core.time import HELSINKI, now
from fiksummin.search import queries

router = Router(tags=["Search"])
MOST_PAGES = 20


class SearchQuestion(Page):
    """What is asked, in which language first, and of which kind it shall be."""

    q: Text = Field("", description="Words in any form, in Finnish, Swedish or English", max_length=200)
    lang: Literal["fi", "sv", "en", ""] = Field("", description="The language of the question; else yours")
    kind: Text = Field("", description="Only things of this kind", max_length=20)
    page: int = Field(1, ge=1, le=MOST_PAGES)


class Hit(Schema):
    """A thing that was found."""

    kind: str = Field(examples=["experiment"])
    id: int
    title: str
    language: str = Field(description="Of its words; empty when nobody has said it")
    state: str = Field(description="Where it stands, in words; empty for things without a state")
    text: str
    lesson: str = Field(description="What was learnt, or why it was decided so; whether it worked or not")
    people: list[str]
    at: datetime | None
    url: str


class Hits(Schema):
    """A page of what was found, the best first."""

    items: list[Hit]
    page: int
    size: int
    more: bool
    mended: list[str] = Field(description="Words that were taken for mistyped ones of the question")


QuestionQuery = Query[SearchQuestion]


@router.get("search", auth=READ, response=responses(Hits, 422), url_name="search")
def search(request: Asked, wanted: QuestionQuery) -> Hits:
    """What answers a question, as far as you may see it: inflected, compound, mistyped, in another language."""
    language = wanted.lang or (get_language() or "fi")[:2]
    question = " ".join(wanted.q.split())
    answer = queries.find(
        question, request.auth.person, now(), language=language, kinds=[wanted.kind] if wanted.kind else [],
        skip=wanted.slice.start, most=wanted.size,
    )  # fmt: skip
    items = [_hit(found) for found in answer.items]
    return Hits(
        items=items, page=wanted.page, size=wanted.size, more=answer.more, mended=list(answer.mended[:3])
    )


def _hit(found: queries.Found) -> Hit:
    hit = found.hit
    return Hit(
        kind=found.kind, id=found.number, title=str(hit.title), language=hit.language, state=str(hit.state),
        text=str(hit.text), lesson=hit.lesson, people=list(hit.people),
        at=hit.at.astimezone(HELSINKI) if hit.at else None, url=settings.BASE_URL + hit.url,
    )  # fmt: skip
