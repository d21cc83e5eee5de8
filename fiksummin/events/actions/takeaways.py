"""What each took away: told, told otherwise, taken back, taken from the page."""

import secrets
from datetime import datetime
from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction

from fiksummin.core import recordings
from fiksummin.core.errors import Invalid, refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.files import drop_file
from fiksummin.core.time import now
from fiksummin.core.wording import why_no_reason
from fiksummin.events import queries, rules
from fiksummin.events.actions import trailing
from fiksummin.events.actions.order import locked
from fiksummin.events.facts import TakeawayAdded, TakeawayRemoved
from fiksummin.events.models import Event, Registration, Takeaway
from fiksummin.events.models.after import LONGEST_REASON
from fiksummin.events.queries.wishes import TakeawayWish
from fiksummin.people.models import Person

WORDS = ["text", "link", "picture_words", "recording_words", "is_named"]
FILES = ["picture", "recording"]


def tell_takeaway(
    *,
    by: Person | None,
    event: Event,
    wish: TakeawayWish,
    registration: Registration | None = None,
    secret: str = "",
    at: datetime | None = None,
) -> Takeaway:
    """Tell what one took away; told again, it is told otherwise, and waits to be let out anew.

    A guest brings her registration and the hash of her secret. Raises Invalid (with its field), NotAllowed, NotNow.
    """
    at = at or now()
    with transaction.atomic():
        event = locked(event)
        standing = queries.standing_of(event, by) if by else registration
        refuse_if(rules.why_not_tell(event, by, standing, at, secret))
        takeaway = queries.takeaway_of(event, by, standing) or Takeaway(
            event=event, person=by, registration=standing, made_at=at
        )
        is_new, was = takeaway.pk is None, [takeaway.picture, takeaway.recording]
        _fill(takeaway, wish)
        takeaway.changed_at, takeaway.removed_at, takeaway.removed_by, takeaway.reason = at, None, None, ""
        takeaway.save(
            update_fields=None
            if is_new
            else [*WORDS, *FILES, "changed_at", "removed_at", "removed_by", "reason"]
        )
        for file in was:
            if file.name not in {takeaway.picture.name, takeaway.recording.name}:
                drop_file(file)
        trailing.note_told(takeaway=takeaway, at=at)
        if is_new:
            announce(TakeawayAdded(by=by.pk if by else None, takeaway=takeaway.pk))
    return takeaway


def withdraw_takeaway(*, by: Person | None, takeaway: Takeaway, secret: str = "") -> None:
    """Take back what one told, and its files. Raises NotAllowed."""
    with transaction.atomic():
        locked(takeaway.event)
        refuse_if(rules.why_not_withdraw_takeaway(takeaway, by, secret))
        drop_file(takeaway.picture)
        drop_file(takeaway.recording)
        if takeaway.person is not None:
            trailing.forget_told(event=takeaway.event, person=takeaway.person)
        takeaway.delete()


def remove_takeaway(*, by: Person, takeaway: Takeaway, reason: str, at: datetime | None = None) -> Takeaway:
    """Take from the page what does not belong there; whoever wrote it hears why. Again, it changes nothing.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        event = locked(takeaway.event)
        refuse_if(rules.why_not_gather(event, by, at))
        refuse_field(why_no_reason(reason, LONGEST_REASON))
        takeaway.refresh_from_db()
        if takeaway.removed_at is None:
            takeaway.removed_at, takeaway.removed_by, takeaway.reason = at, by, reason.strip()
            takeaway.save(update_fields=["removed_at", "removed_by", "reason"])
            announce(TakeawayRemoved(by=by.pk, takeaway=takeaway.pk))
    return takeaway


def _fill(takeaway: Takeaway, wish: TakeawayWish) -> None:
    refusal = rules.why_not_takeaway(
        wish,
        has_picture=bool(takeaway.picture) and not wish.drops_picture,
        has_recording=bool(takeaway.recording) and not wish.drops_recording,
    )
    if refusal:
        raise Invalid(refusal.sentence, refusal.field)
    for name in WORDS:
        setattr(takeaway, name, getattr(wish, name))
    if wish.picture:
        takeaway.picture = _file(wish.picture.content, wish.picture.file)
    elif wish.drops_picture:
        takeaway.picture = ""
    if wish.recording:
        takeaway.recording = _heard(wish.recording)
    elif wish.drops_recording:
        takeaway.recording = ""
    takeaway.picture_words = wish.picture_words if takeaway.picture else ""
    takeaway.recording_words = wish.recording_words if takeaway.recording else ""


def _heard(brought: IO[bytes]) -> ContentFile[bytes]:
    """Take a recording for what it is, whoever looked at it before. Raises Invalid."""
    try:
        recorded = recordings.accepted(brought)
    except Invalid as refusal:
        raise Invalid(refusal.reason, "recording") from refusal
    return _file(recorded.content, recorded.file)


def _file(content: bytes, named: ContentFile[bytes]) -> ContentFile[bytes]:
    """Store it under a name that tells nothing: the one it was brought with may name somebody."""
    ending = str(named.name).rpartition(".")[2]
    return ContentFile(content, name=f"{secrets.token_hex(12)}.{ending}")
