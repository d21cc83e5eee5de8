"""Mail: one letter a key, sent once for the reader, forgotten after sending, kept when the server fails."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from fiksummin.core import mail, mailfolder
from fiksummin.core.models import Letter
from fiksummin.core.time import now
from tests.postbox import Postbox

pytestmark = pytest.mark.django_db


def write(key: str = "visit-1-announced-0", **changes: Any) -> Letter:
    words = {"to": "alba.kaisla@vm.example", "subject": "Käyntisi\nlabissa", "text": "Tervetuloa åäö €\n"}
    return mail.post(key=key, person=5, **{**words, **changes})


def test_a_letter_reaches_the_server_whole(postbox: Postbox) -> None:
    calendar = (
        "visit.ics",
        b"BEGIN:VCALENDAR\r\n",
        "text/calendar",
        {"method": "REQUEST", "charset": "utf-8"},
    )
    letter = write(attachments=[calendar])
    mail.send_due(now())
    (message,) = postbox.got
    assert message["Message-ID"] == letter.message_id
    assert message["To"] == "alba.kaisla@vm.example"
    assert message["Subject"] == "Käyntisi labissa"
    text, part = message.get_body(("plain",)), next(iter(message.iter_attachments()))
    assert text is not None
    assert text.get_content().strip() == "Tervetuloa åäö €"
    assert (part.get_content_type(), part["Content-Type"].params["method"]) == ("text/calendar", "REQUEST")


def test_what_a_letter_said_is_forgotten_once_sent(postbox: Postbox) -> None:
    letter = write()
    mail.send_due(now())
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert (bytes(letter.content), letter.to) == (b"", "")


def test_the_same_key_is_the_same_letter(postbox: Postbox) -> None:
    assert write().pk == write(text="otherwise").pk
    mail.send_due(now())
    mail.send_due(now())
    assert len(postbox.got) == 1


def test_a_letter_sent_again_after_a_crash_carries_the_same_message_id(postbox: Postbox) -> None:
    letter = write()
    content = bytes(letter.content)
    mail.send_due(now())
    Letter.objects.filter(pk=letter.pk).update(sent_at=None, content=content, to=letter.to)
    mail.send_due(now())
    assert {message["Message-ID"] for message in postbox.got} == {letter.message_id}


def test_a_server_that_refuses_is_tried_again_later(postbox: Postbox) -> None:
    letter, at = write(), now()
    postbox.answer = "451 later please"
    mail.send_due(at)
    letter.refresh_from_db()
    assert (letter.sent_at, letter.tries) == (None, 1)
    assert letter.due_at == at + timedelta(minutes=2)
    postbox.answer = "250 OK"
    assert mail.send_due(at) == 0
    mail.send_due(at + timedelta(minutes=3))
    assert len(postbox.got) == 1


def test_a_letter_is_given_up_in_the_end(postbox: Postbox) -> None:
    letter, at = write(), now()
    postbox.answer = "550 no"
    for day in range(mail.GIVE_UP_AFTER):
        mail.send_due(at + timedelta(days=day))
    letter.refresh_from_db()
    assert letter.given_up_at is not None
    assert mail.send_due(at + timedelta(days=99)) == 0


def test_the_folder_keeps_one_file_a_letter(settings: Any, tmp_path: Path) -> None:
    folder = {"BACKEND": "fiksummin.core.mailfolder.EmailBackend", "OPTIONS": {"folder": str(tmp_path)}}
    settings.MAILERS = {"default": folder}
    letter = write()
    write("another", to="bo.strandvik@vm.example")
    content = bytes(letter.content)
    mail.send_due(now())
    Letter.objects.filter(pk=letter.pk).update(sent_at=None, content=content, to=letter.to)
    mail.send_due(now())
    assert len(list(tmp_path.glob("*.eml"))) == 2
    assert mailfolder.forget(tmp_path, "Alba.Kaisla@vm.example") == 1
    (left,) = tmp_path.glob("*.eml")
    assert b"bo.strandvik" in left.read_bytes()
