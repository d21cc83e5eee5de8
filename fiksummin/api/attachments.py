"""What is attached to ideas: read, bring, take off. The same actions as on the pages."""

import hashlib
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, File, Form, Router, Schema, UploadedFile

from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.ideas import REFUSALS, seen_idea
from fiksummin.api.inputs import Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.attachments import LONGEST_WORDS, accepted, kind_of
from fiksummin.core.errors import Invalid, refuse_if
from fiksummin.core.time import HELSINKI
from fiksummin.ideas import actions, models, rules
from fiksummin.ui.attachments import give

router = Router(tags=["Ideas"])
_FILE: Any = {
    "responses": {
        200: {
            "description": "The file",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


class Attachment(Schema):
    """Something attached to an idea, with its words."""

    id: int
    kind: Literal["picture", "sound", "film", "document"]
    media_type: str
    words: str = Field(description="What it shows or says, for those who do not see or hear it")
    at: datetime
    file: str = Field(description="Where it is fetched with the same token")
    url: str


class Attachments(Schema):
    """All that is attached to an idea: ten at most."""

    items: list[Attachment]


class AttachmentWish(Schema):
    """What goes with a file."""

    words: Text = Field(
        description="What it shows, what is said in it, or what it is about",
        json_schema_extra={"maxLength": LONGEST_WORDS},
    )


@router.get(
    "ideas/{int:idea}/attachments", auth=READ, response=responses(Attachments, 404),
    url_name="idea_attachments",
)  # fmt: skip
def list_attachments(request: Asked, idea: int) -> Attachments:
    """What is attached to an idea, in the order in which it was brought."""
    return _all(seen_idea(request.auth.person, idea))


@router.post(
    "ideas/{int:idea}/attachments", auth=WRITE, response=responses({201: Attachments}, *REFUSALS),
    url_name="idea_attachments",
)  # fmt: skip
def attach(
    request: Asked, idea: int, wish: Form[AttachmentWish], file: File[UploadedFile], key: IdempotencyKey
) -> HttpResponse:
    """For the authors: bring a picture, a recording, a film or a document (`multipart/form-data`), with its words.

    What is in the file decides, not its name; a picture is drawn anew, and the name is forgotten.
    """
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    content = hashlib.sha256()
    for chunk in file.chunks():
        content.update(chunk)

    def act() -> tuple[int, Any]:
        refuse_if(rules.why_not_attach(row, person))
        try:
            kept = accepted(file, file.name or "", file.size or 0)
        except Invalid as refusal:
            raise Invalid(refusal.reason, "file") from refusal
        actions.attach_to_idea(by=person, idea=row, kept=kept, words=wish.words)
        return 201, _all(row).model_dump(mode="json")

    return answered_once(person, key, ["attachments", idea, wish.words, content.hexdigest()], act)


@router.get(
    "ideas/{int:idea}/attachments/{int:attachment}/file", auth=READ, response=responses({}, 404),
    url_name="idea_attachment_file", openapi_extra=_FILE,
)  # fmt: skip
def read_file(request: Asked, idea: int, attachment: int) -> HttpResponse:
    """The file itself, as the type that `media_type` tells."""
    row = get_object_or_404(seen_idea(request.auth.person, idea).attachments, pk=attachment)
    return give(request, row)  # type: ignore[return-value]  # a stream is an answer, too


@router.delete(
    "ideas/{int:idea}/attachments/{int:attachment}", auth=WRITE,
    response=responses(Attachments, *REFUSALS), url_name="idea_attachment",
)  # fmt: skip
def detach(request: Asked, idea: int, attachment: int) -> Attachments:
    """For the authors while nobody has answered the idea, and for moderators: take off what is attached; 404 when it is gone."""
    person, row = request.auth.person, seen_idea(request.auth.person, idea)
    actions.detach_from_idea(by=person, attachment=get_object_or_404(row.attachments, pk=attachment))
    return _all(row)


def _all(row: models.Idea) -> Attachments:
    return Attachments(items=[_attachment(one) for one in models.Attachment.objects.filter(idea=row)])


def _attachment(row: models.Attachment) -> Attachment:
    file = reverse("api:idea_attachment_file", args=[row.idea_id, row.pk])
    return Attachment(
        id=row.pk, kind=row.kind,  # type: ignore[arg-type]  # the database keeps it to these
        media_type=kind_of(row), words=row.words,
        at=row.at.astimezone(HELSINKI), file=settings.BASE_URL + file,
        url=settings.BASE_URL + reverse("ideas:idea", args=[row.idea_id]) + "#attachments",
    )  # fmt: skip
