"""Mail: written inside the act's transaction, sent by the worker, once for the reader.

A letter's ``key`` says what it is about (``visit-12-announced-0``). The key
makes the Message-ID, so a letter that had to be sent again is the same letter.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

from django.conf import settings
from django.core import mail
from django.db import transaction

from fiksummin.core.models import Letter
from fiksummin.core.time import now

GIVE_UP_AFTER = 12
"""Tries before a letter is given up: with the growing pauses below about two days."""

type Attachment = tuple[str, bytes, str, dict[str, str]]
"""Name, content, type as ``text/calendar``, and the parameters of the type."""

type Hear = Callable[[Letter], None]

_hearers: list[Hear] = []


def written(hear: Hear) -> Hear:
    """Let a room above hear of each letter to somebody with an account, in the transaction that writes it."""
    _hearers.append(hear)
    return hear


def post(
    *,
    to: str,
    key: str,
    subject: str,
    text: str,
    attachments: Sequence[Attachment] = (),
    person: int | None = None,
    headers: dict[str, str] | None = None,
) -> Letter:
    """Put a letter on its way; the same ``key`` twice is one letter.

    ``person`` is the reader's id, by which an erasure finds what still waits.
    """
    message_id = message_id_of(key)
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text)
    for name, content, kind, parameters in attachments:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name, params=parameters)
    at = now()
    with transaction.atomic():
        letter, is_new = Letter.objects.get_or_create(
            key=key,
            defaults={
                "message_id": message_id,
                "to": to,
                "person": person,
                "content": message.as_bytes(),
                "written_at": at,
                "due_at": at,
            },
        )
        if is_new and person is not None:
            for hear in _hearers:
                hear(letter)
    return letter


def message_id_of(key: str) -> str:
    """Give the Message-ID of a letter; opaque, because keys name what they are about."""
    digest = hashlib.sha256(f"{settings.SECRET_KEY}:{key}".encode()).hexdigest()[:40]
    return f"<{digest}@{settings.MAIL_DOMAIN}>"


def send_due(at: datetime, limit: int = 50) -> int:
    """Send the letters that are due; answer how many were tried. Called by the worker alone."""
    due = Letter.objects.filter(sent_at=None, given_up_at=None, due_at__lte=at)
    ids = list(due.order_by("due_at", "id").values_list("id", flat=True)[:limit])
    for letter_id in ids:
        send(letter_id, at)
    return len(ids)


def send(letter_id: int, at: datetime) -> None:
    """Send one letter. Marked as sent only after the server took it; a failure waits longer each time.

    The server is spoken to outside the transaction, so a slow one never blocks
    other writers; after a crash in between the same Message-ID goes out again,
    and the reader's mailbox shows it once.
    """
    letter = Letter.objects.filter(id=letter_id, sent_at=None, given_up_at=None).first()
    if letter is None:
        return
    try:
        _deliver(letter)
    except (OSError, ValueError) as problem:
        _failed(letter, problem, at)
    else:
        with transaction.atomic():
            Letter.objects.filter(id=letter.id).update(sent_at=now(), content=b"", to="", error="")


def _deliver(letter: Letter) -> None:
    stored = message_from_bytes(bytes(letter.content), policy=policy.SMTP)
    mail.mailers["default"].send_messages([Stored(stored, letter.to)])


def _failed(letter: Letter, problem: Exception, at: datetime) -> None:
    tries = letter.tries + 1
    Letter.objects.filter(id=letter.id).update(
        tries=tries,
        due_at=at + timedelta(minutes=min(2**tries, 360)),
        given_up_at=at if tries >= GIVE_UP_AFTER else None,
        error=type(problem).__name__,
    )


class Stored(mail.EmailMessage):
    """A letter as it was written, for Django's mailers."""

    def __init__(self, stored: "EmailMessage", to: str) -> None:
        """Keep the parsed message; the envelope goes to ``to``."""
        super().__init__(from_email=settings.DEFAULT_FROM_EMAIL, to=[to])
        self.stored = stored

    def message(self, *, policy: object = None) -> "EmailMessage":
        """Give the message unchanged."""
        return self.stored
