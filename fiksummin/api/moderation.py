"""What is said of ideas, and moderation: hide with a reason, appeal, answer. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from pydantic import ConfigDict, StrictBool, StrictInt

from fiksummin.api.answers import page_of
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.ideas import REFUSALS, seen_idea
from fiksummin.api.inputs import PageQuery, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.time import HELSINKI
from fiksummin.ideas import actions, models, queries, rules
from fiksummin.ideas.choices import Stance
from fiksummin.ideas.models.moderation import LONGEST_WORDS, SHORTEST_WORDS
from fiksummin.ideas.models.opinions import LONGEST_COMMENT
from fiksummin.people.models import Person

router = Router(tags=["Ideas"])
_WORDS: Any = {"maxLength": LONGEST_WORDS}


class Comment(Schema):
    """What somebody says of an idea."""

    id: int
    idea: int
    answers: int | None = Field(description="The comment that it answers")
    stance: Stance
    text: str | None = Field(
        description="null when it was taken back, and when it is hidden and you neither wrote it nor moderate"
    )
    author: str | None
    hidden: bool
    at: datetime
    reworded_at: datetime | None
    taken_back_at: datetime | None


class Comments(Schema):
    """A page of comments, in the order of time."""

    items: list[Comment]
    page: int
    size: int
    total: int


class CommentWish(Schema):
    """What you say of an idea."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(json_schema_extra={"maxLength": LONGEST_COMMENT})
    stance: Stance = Stance.REMARK
    answers: StrictInt | None = Field(None, description="The id of a comment on the same idea")


class CommentWords(Schema):
    """What you say instead."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(json_schema_extra={"maxLength": LONGEST_COMMENT})


class Hiding(Schema):
    """A comment was hidden: why, whether its author appealed, and what was answered."""

    id: int
    comment: int
    idea: int
    text: str = Field(description="The comment")
    reason: str
    at: datetime
    appeal: str | None
    appealed_at: datetime | None
    ruling: str | None
    ruled_at: datetime | None
    restored_at: datetime | None = Field(description="Since when the comment is read again")
    url: str


class Hidings(Schema):
    """A page of what was hidden, the newest first."""

    items: list[Hiding]
    page: int
    size: int
    total: int


class HidingReason(Schema):
    """Why a comment is hidden; its author reads it."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(description=f"{SHORTEST_WORDS} characters at least", json_schema_extra=_WORDS)


class Appeal(Schema):
    """Why a comment should be read again."""

    model_config = ConfigDict(extra="forbid")

    appeal: Text = Field(description=f"{SHORTEST_WORDS} characters at least", json_schema_extra=_WORDS)


class Ruling(Schema):
    """What a moderator answers who neither hid the comment nor wrote it."""

    model_config = ConfigDict(extra="forbid")

    restores: StrictBool = Field(description="Whether the comment is read again")
    ruling: Text = Field(
        description=f"Why, in {SHORTEST_WORDS} characters at least", json_schema_extra=_WORDS
    )


@router.get(
    "ideas/{int:idea}/comments", auth=READ, response=responses(Comments, 404, 422), url_name="idea_comments"
)
def list_comments(request: Asked, idea: int, page: PageQuery) -> dict[str, object]:
    """What is said of an idea, the first first; of what is hidden you read the words when they are yours or you moderate."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    rows = row.comments.select_related("person").prefetch_related("hidings").order_by("at", "pk")
    moderates = not rules.why_not_moderate(person)
    return page_of(rows, page, lambda one: _comment(one, is_open=moderates or one.person_id == person.pk))


@router.post(
    "ideas/{int:idea}/comments", auth=WRITE, response=responses({201: Comment}, *REFUSALS),
    url_name="idea_comments",
)  # fmt: skip
def comment(request: Asked, idea: int, wish: CommentWish, key: IdempotencyKey) -> HttpResponse:
    """Say something of an idea, or answer a comment on it."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)

    def act() -> object:
        answers = row.comments.filter(pk=wish.answers).first() if wish.answers is not None else None
        if wish.answers is not None and answers is None:
            raise Invalid(_("There is nothing of that number that you may see."), "answers")
        said = actions.comment_on_idea(
            by=person, idea=row, text=wish.text, stance=wish.stance, answers=answers
        )
        return _comment(said, is_open=True).model_dump(mode="json")

    return _once(person, key, ["comments", idea, wish.model_dump(mode="json")], act, status=201)


@router.patch(
    "comments/{int:comment}", auth=WRITE, response=responses(Comment, *REFUSALS), url_name="comment"
)
def reword(request: Asked, comment: int, wish: CommentWords, key: IdempotencyKey) -> HttpResponse:
    """For the author of a comment: say it in other words, until somebody answers it."""
    person = request.auth.person
    row = get_object_or_404(queries.comments_for(person), pk=comment)

    def act() -> object:
        said = actions.reword_comment(by=person, comment=row, text=wish.text)
        return _comment(said, is_open=True).model_dump(mode="json")

    return _once(person, key, ["words", comment, wish.model_dump(mode="json")], act)


@router.post(
    "comments/{int:comment}/taking-back", auth=WRITE, response=responses(Comment, *REFUSALS),
    url_name="comment_taking_back",
)  # fmt: skip
def take_back(request: Asked, comment: int, key: IdempotencyKey) -> HttpResponse:
    """For the author of a comment: take it back. Its words are removed for good; its place and the answers to it stay."""
    person = request.auth.person
    row = get_object_or_404(queries.comments_for(person), pk=comment)

    def act() -> object:
        said = actions.take_comment_back(by=person, comment=row)
        return _comment(said, is_open=True).model_dump(mode="json")

    return _once(person, key, ["taking-back", comment], act)


@router.post(
    "comments/{int:comment}/hiding", auth=WRITE, response=responses({201: Hiding}, *REFUSALS),
    url_name="comment_hiding",
)  # fmt: skip
def hide(request: Asked, comment: int, wish: HidingReason, key: IdempotencyKey) -> HttpResponse:
    """For moderators: hide a comment; its author reads why, and can appeal."""
    person = request.auth.person
    row = get_object_or_404(queries.comments_for(person), pk=comment)
    mark = ["hiding", comment, wish.model_dump(mode="json")]

    def act() -> object:
        return _told(person, actions.hide_comment(by=person, comment=row, reason=wish.reason).pk)

    return _once(person, key, mark, act, status=201)


@router.get("hidings", auth=READ, response=responses(Hidings, 422), url_name="hidings")
def list_hidings(request: Asked, page: PageQuery) -> dict[str, object]:
    """What is hidden of yours; for moderators all of ideas that they may see."""
    rows = _hidings(request.auth.person)
    return page_of(rows, page, _hiding)


@router.get("hidings/{int:hiding}", auth=READ, response=responses(Hiding, 404), url_name="hiding")
def read_hiding(request: Asked, hiding: int) -> Hiding:
    """Why a comment is hidden, and what was said to it: for its author and for moderators."""
    return _hiding(_seen(request.auth.person, hiding))


@router.post(
    "hidings/{int:hiding}/appeal", auth=WRITE, response=responses(Hiding, *REFUSALS), url_name="hiding_appeal"
)
def appeal(request: Asked, hiding: int, wish: Appeal, key: IdempotencyKey) -> HttpResponse:
    """For the author of a comment: ask another moderator to look at it."""
    person, row = request.auth.person, _seen(request.auth.person, hiding)

    def act() -> object:
        return _told(person, actions.appeal_hiding(by=person, hiding=row, appeal=wish.appeal).pk)

    return _once(person, key, ["appeal", hiding, wish.model_dump(mode="json")], act)


@router.post(
    "hidings/{int:hiding}/ruling", auth=WRITE, response=responses(Hiding, *REFUSALS), url_name="hiding_ruling"
)
def rule(request: Asked, hiding: int, wish: Ruling, key: IdempotencyKey) -> HttpResponse:
    """For another moderator: answer an appeal."""
    person, row = request.auth.person, _seen(request.auth.person, hiding)

    def act() -> object:
        ruled = actions.rule_on_hiding(by=person, hiding=row, restores=wish.restores, ruling=wish.ruling)
        return _told(person, ruled.pk)

    return _once(person, key, ["ruling", hiding, wish.model_dump(mode="json")], act)


@router.post(
    "hidings/{int:hiding}/restoring", auth=WRITE, response=responses(Hiding, *REFUSALS),
    url_name="hiding_restoring",
)  # fmt: skip
def restore(request: Asked, hiding: int, key: IdempotencyKey) -> HttpResponse:
    """For the moderator who hid a comment: let it be read again."""
    person, row = request.auth.person, _seen(request.auth.person, hiding)

    def act() -> object:
        return _told(person, actions.restore_comment(by=person, hiding=row).pk)

    return _once(person, key, ["restoring", hiding], act)


def _hidings(person: Person) -> Any:
    return queries.hidings_of(person, moderates=not rules.why_not_moderate(person))


def _seen(person: Person, number: int) -> models.Hiding:
    found: models.Hiding = get_object_or_404(_hidings(person), pk=number)
    return found


def _told(person: Person, number: int) -> object:
    return _hiding(_seen(person, number)).model_dump(mode="json")


def _comment(row: models.Comment, *, is_open: bool) -> Comment:
    hidden = any(hiding.restored_at is None for hiding in row.hidings.all())
    is_read = is_open or not hidden
    return Comment(
        id=row.pk, idea=row.idea_id, answers=row.answers_id, stance=Stance(row.stance),
        text=(row.text or None) if is_read else None, author=str(row.person) if row.person and is_read else None,
        hidden=hidden, at=row.at.astimezone(HELSINKI), reworded_at=_local(row.reworded_at),
        taken_back_at=_local(row.taken_back_at),
    )  # fmt: skip


def _hiding(row: models.Hiding) -> Hiding:
    moments: dict[str, Any] = {
        name: _local(getattr(row, name)) for name in ("at", "appealed_at", "ruled_at", "restored_at")
    }
    return Hiding(
        id=row.pk, comment=row.comment_id, idea=row.comment.idea_id, text=row.comment.text, reason=row.reason,
        appeal=row.appeal, ruling=row.ruling, url=settings.BASE_URL + reverse("ideas:hiding", args=[row.pk]),
        **moments,
    )  # fmt: skip


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(HELSINKI) if moment else None


def _once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], object], *, status: int = 200
) -> HttpResponse:
    """Act once for a key, and answer with what ``act`` gives."""
    return answered_once(person, key, mark, lambda: (status, act()))
