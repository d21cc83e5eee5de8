"""A picture and a short recording of what was taken away, each with its words. The same action as on the page."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from ninja import Field, File, Form, Router, Schema, UploadedFile

from fiksummin.api.after import Takeaway, tell, told_before
from fiksummin.api.bearers import WRITE, Asked
from fiksummin.api.events import seen_event
from fiksummin.api.inputs import Text
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.pictures import accepted
from fiksummin.events.models.after import LONGEST_TAKEAWAY
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.events.rules.after import LONGEST_PICTURE_WORDS, LONGEST_SIDE
from fiksummin.people.models import Person

router = Router(tags=["After events, and invitations"])
ANSWERS = responses({200: Takeaway, 201: Takeaway}, 400, 404, 409, 413, 422)


class PictureWords(Schema):
    """What goes with a picture."""

    words: Text = Field(
        description="What it shows, for those who do not see it",
        json_schema_extra={"maxLength": LONGEST_PICTURE_WORDS},
    )


class RecordingWords(Schema):
    """What goes with a recording."""

    words: Text = Field(
        description="What is said in it, for those who do not hear it",
        json_schema_extra={"maxLength": LONGEST_TAKEAWAY},
    )


@router.post(
    "events/{int:event}/takeaways/picture", auth=WRITE, response=ANSWERS, url_name="takeaway_picture"
)
def bring_picture(
    request: Asked, event: int, wish: Form[PictureWords], file: File[UploadedFile], key: IdempotencyKey
) -> HttpResponse:
    """Bring a picture of what you took away (`multipart/form-data`), in place of one that you brought before.

    It is drawn anew: where and when it was taken is left out, and its name is forgotten.
    """

    def change(stands: TakeawayWish) -> TakeawayWish:
        try:
            picture = accepted(file, file.name or "", file.size or 0, longest_side=LONGEST_SIDE)
        except Invalid as refusal:
            raise Invalid(refusal.reason, "file") from refusal
        return replace(stands, picture=picture, picture_words=wish.words.strip())

    return _bring(request.auth.person, event, ("picture", wish.words, file), key, change)


@router.post(
    "events/{int:event}/takeaways/recording", auth=WRITE, response=ANSWERS, url_name="takeaway_recording"
)
def bring_recording(
    request: Asked, event: int, wish: Form[RecordingWords], file: File[UploadedFile], key: IdempotencyKey
) -> HttpResponse:
    """Bring a short recording of what you took away (`multipart/form-data`), in place of one that you brought before."""

    def change(stands: TakeawayWish) -> TakeawayWish:
        return replace(stands, recording=file.file, recording_words=wish.words.strip())

    return _bring(request.auth.person, event, ("recording", wish.words, file), key, change)


def _bring(
    person: Person,
    event: int,
    brought: tuple[str, str, UploadedFile],
    key: str,
    change: Callable[[TakeawayWish], TakeawayWish],
) -> HttpResponse:
    row, (what, words, file) = seen_event(person, event), brought
    content = hashlib.sha256()
    for chunk in file.chunks():
        content.update(chunk)

    def act() -> tuple[int, Any]:
        try:
            return tell(person, row, change(told_before(row, person)))
        except Invalid as refusal:
            named = {f"{what}_words": "words", what: "file"}
            raise Invalid(refusal.reason, named.get(refusal.field, refusal.field)) from refusal

    return answered_once(person, key, [f"takeaway {what}", event, words, content.hexdigest()], act)
