"""Joining an idea to another: what is asked, what its authors answer, and undoing it. The same actions as on the pages."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Schema
from pydantic import ConfigDict, StrictBool

from fiksummin.api import idea_answers as answers
from fiksummin.api.answers import page_of
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.ideas import REFUSALS, acting_once, router, seen_idea
from fiksummin.api.inputs import PageQuery, Text
from fiksummin.api.keys import IdempotencyKey
from fiksummin.api.schema import responses
from fiksummin.core.errors import refuse_if
from fiksummin.core.time import HELSINKI
from fiksummin.ideas import actions, models, queries, rules
from fiksummin.ideas.models.idea import LONGEST_WORDS

__all__ = ["router"]

_WORDS: Any = {"maxLength": LONGEST_WORDS}


class Merge(Schema):
    """An idea that is joined to another, or is to be."""

    idea: int
    title: str
    into: int
    into_title: str
    reason: str
    asked_at: datetime
    agreed_at: datetime | None = Field(description="null while its authors have not answered")
    url: str


class Merges(Schema):
    """A page of what waits for your answer."""

    items: list[Merge]
    page: int
    size: int
    total: int


class MergeAnswer(Schema):
    """What the authors of an idea say."""

    model_config = ConfigDict(extra="forbid")

    agrees: StrictBool
    words: Text = Field(
        "", description="To whoever asked; needed when the idea stays by itself", json_schema_extra=_WORDS
    )


class Undoing(Schema):
    """Why an idea stands by itself again."""

    model_config = ConfigDict(extra="forbid")

    words: Text = Field("", json_schema_extra=_WORDS)


@router.get("merges", auth=READ, response=responses(Merges, 422), url_name="merges")
def list_merges(request: Asked, page: PageQuery) -> dict[str, object]:
    """What waits for your answer as an author, the longest waiting first."""
    rows = queries.asked_of(request.auth.person)
    return page_of(rows, page, _merge)


@router.get("ideas/{int:idea}/merge", auth=READ, response=responses(Merge, 404), url_name="idea_merge")
def read_merge(request: Asked, idea: int) -> Merge:
    """To which idea this one is joined, or is to be; 404 when it stands by itself."""
    rows = seen_idea(request.auth.person, idea).merges.filter(undone_at=None)
    return _merge(get_object_or_404(rows.select_related("idea", "into")))


@router.post(
    "ideas/{int:idea}/merge/answer", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_merge_answer",
)  # fmt: skip
def answer_merge(request: Asked, idea: int, wish: MergeAnswer, key: IdempotencyKey) -> HttpResponse:
    """Answer for the authors whether their idea is joined to the other."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    act = actions.agree_to_merge if wish.agrees else actions.refuse_merge

    def answer() -> int:
        merge = _asked(row, is_agreed=False)
        refuse_if(rules.why_not_agree(merge, person))
        return act(by=person, merge=merge, words=wish.words).idea_id

    return acting_once(person, key, ["merge-answer", idea, wish.model_dump(mode="json")], answer)


@router.post(
    "ideas/{int:idea}/merge/withdrawal", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_merge_withdrawal",
)  # fmt: skip
def withdraw_merge(request: Asked, idea: int, key: IdempotencyKey) -> HttpResponse:
    """For whoever asked to join an idea to another: ask no more, until its authors have answered."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def withdraw() -> int:
        return actions.withdraw_merge(by=person, merge=_asked(row, is_agreed=False)).idea_id

    return acting_once(person, key, ["merge-withdrawal", idea], withdraw)


@router.post(
    "ideas/{int:idea}/merge/undoing", auth=WRITE, response=responses(answers.WholeIdea, *REFUSALS),
    url_name="idea_merge_undoing",
)  # fmt: skip
def undo_merge(request: Asked, idea: int, key: IdempotencyKey, wish: Undoing | None = None) -> HttpResponse:
    """Let an idea that was joined to another stand by itself again, with its own supporters."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    words = wish.words if wish else ""

    def undo() -> int:
        return actions.undo_merge(by=person, merge=_asked(row, is_agreed=True), words=words).idea_id

    return acting_once(person, key, ["merge-undoing", idea, words], undo)


def _asked(row: models.Idea, *, is_agreed: bool) -> models.Merge:
    return get_object_or_404(queries.merge_of(row, is_agreed=is_agreed))


def _merge(row: models.Merge) -> Merge:
    return Merge(
        idea=row.idea_id, title=row.idea.title, into=row.into_id, into_title=row.into.title, reason=row.reason,
        asked_at=row.asked_at.astimezone(HELSINKI),
        agreed_at=row.agreed_at.astimezone(HELSINKI) if row.agreed_at else None,
        url=settings.BASE_URL + reverse("ideas:idea", args=[row.idea_id]),
    )  # fmt: skip
