"""Reporting a comment, and what moderators do about it. The same actions as on the pages."""

from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Router, Schema
from pydantic import ConfigDict

from fiksummin.api.answers import page_of
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.ideas import REFUSALS
from fiksummin.api.inputs import PageQuery, Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.time import HELSINKI
from fiksummin.ideas import actions, models, queries, rules
from fiksummin.ideas.choices import ReportState
from fiksummin.ideas.models.moderation import LONGEST_WORDS, SHORTEST_WORDS
from fiksummin.people.models import Person

router = Router(tags=["Ideas"])


class ReportWish(Schema):
    """What is wrong with a comment."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(
        description=f"In your own words, {SHORTEST_WORDS} characters at least; moderators read it, not who wrote it",
        json_schema_extra={"maxLength": LONGEST_WORDS},
    )


class Report(Schema):
    """A comment that you reported, and what came of it. Nobody else sees that it was you."""

    id: int
    comment: int
    idea: int
    reason: str
    at: datetime
    state: ReportState
    answer: str | None = Field(description="Why the comment stays")
    answered_at: datetime | None
    url: str


class Reports(Schema):
    """A page of what you reported, the newest first."""

    items: list[Report]
    page: int
    size: int
    total: int


class LeavingWish(Schema):
    """Why a reported comment stays; those who reported it read it."""

    model_config = ConfigDict(extra="forbid")

    answer: Text = Field(
        description=f"{SHORTEST_WORDS} characters at least", json_schema_extra={"maxLength": LONGEST_WORDS}
    )


class Left(Schema):
    """A comment that was reported stays as it is."""

    comment: int
    answer: str


@router.post(
    "comments/{int:comment}/report", auth=WRITE, response=responses({201: Report}, *REFUSALS),
    url_name="comment_report",
)  # fmt: skip
def report(request: Asked, comment: int, wish: ReportWish, key: IdempotencyKey) -> HttpResponse:
    """Ask moderators to look at a comment, once; you are told what came of it."""
    person = request.auth.person
    row = _seen(person, comment)

    def act() -> tuple[int, object]:
        made = actions.report_comment(by=person, comment=row, reason=wish.reason)
        return 201, _report(queries.reports_by(person).get(pk=made.pk)).model_dump(mode="json")

    return answered_once(person, key, ["report", comment, wish.model_dump(mode="json")], act)


@router.get("reports", auth=READ, response=responses(Reports, 422), url_name="reports")
def list_reports(request: Asked, page: PageQuery) -> dict[str, object]:
    """What you reported yourself, and what came of it."""
    return page_of(queries.reports_by(request.auth.person), page, _report)


@router.post(
    "comments/{int:comment}/leaving", auth=WRITE, response=responses(Left, *REFUSALS),
    url_name="comment_leaving",
)  # fmt: skip
def leave(request: Asked, comment: int, wish: LeavingWish, key: IdempotencyKey) -> HttpResponse:
    """For moderators: leave a reported comment as it is; those who reported it read why."""
    person = request.auth.person
    row = _seen(person, comment)
    if rules.why_not_moderate(person):
        raise Http404

    def act() -> tuple[int, object]:
        actions.leave_comment(by=person, comment=row, answer=wish.answer)
        return 200, Left(comment=comment, answer=" ".join(wish.answer.split())).model_dump(mode="json")

    return answered_once(person, key, ["leaving", comment, wish.model_dump(mode="json")], act)


def _seen(person: Person, number: int) -> models.Comment:
    found: models.Comment = get_object_or_404(queries.comments_for(person), pk=number)
    return found


def _report(row: models.CommentReport) -> Report:
    return Report(
        id=row.pk, comment=row.comment_id, idea=row.comment.idea_id, reason=row.reason, at=row.at.astimezone(HELSINKI),
        state=row.state, answer=row.answer,
        answered_at=row.answered_at.astimezone(HELSINKI) if row.answered_at else None,
        url=settings.BASE_URL + reverse("ideas:comment_report", args=[row.comment_id]),
    )  # fmt: skip
