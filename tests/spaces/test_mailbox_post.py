"""How letters reach the mailboxes of spaces: by a real mail server, through a folder or a command."""

import asyncio
import io
import os
import smtplib
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes
from email.utils import parseaddr
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller

from fiksummin import cli
from fiksummin.core.time import now
from fiksummin.spaces import mailbox
from fiksummin.spaces.mailbox import Outcome
from fiksummin.spaces.models import Space
from fiksummin.spaces.tasks import read_mailboxes
from tests.postbox import Postbox, free_port
from tests.spaces.inviting import ADDRESS, Organiser, answers, hour, standing, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    settings.MAILDIR = str(tmp_path)
    return tmp_path


def test_the_command_reads_a_letter_and_answers_the_mail_server(
    peili: Space, organiser: Organiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00"))

    def mail_in(raw: bytes, *words: str) -> int:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
        return cli.main(["receive-mail", *words])

    assert mail_in(raw, "--to", "muu@lab.example") == 67
    assert mail_in(raw, "--to", ADDRESS) == 0
    assert len(standing()) == 1

    def broken(raw: bytes) -> None:
        raise RuntimeError(len(raw))

    monkeypatch.setattr(mailbox, "read_letter", broken)
    assert mail_in(raw) == 75


def test_a_folder_of_mail_is_emptied(peili: Space, organiser: Organiser, folder: Path) -> None:
    (folder / "new" / "1").write_bytes(organiser.asks(hour(peili.site, "9:00"), hour(peili.site, "10:00")))
    (folder / "new" / "2").write_bytes(b"roskaa")
    mailbox.drain_maildir(now())
    assert len(standing()) == 1
    assert sorted(path.name for path in (folder / "cur").iterdir()) == ["1:2,S", "2:2,FS"]
    assert not list((folder / "new").iterdir())


class PostOffice:
    """The mail server of the house: says of each letter what it found out, then hands it over as the manual tells."""

    def __init__(self, hand_over: Callable[[bytes, str], int]) -> None:
        self.hand_over = hand_over

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd calls it so
        """Judge by the envelope; the letter's own claims of that kind are removed."""
        letter = message_from_bytes(envelope.content)
        del letter["Authentication-Results"], letter["Delivered-To"]
        [recipient] = envelope.rcpt_tos
        verdict = f"mx.lab.example; spf=pass smtp.mailfrom={envelope.mail_from}"
        head = f"Delivered-To: {recipient}\r\nAuthentication-Results: {verdict}\r\n".encode()
        code = await asyncio.to_thread(self.hand_over, head + letter.as_bytes(), recipient)
        return {0: "250 OK", 67: "550 no such mailbox"}.get(code, "451 later")


@pytest.fixture
def post_office() -> Iterator[Callable[[Callable[[bytes, str], int]], int]]:
    started: list[Controller] = []

    def start(hand_over: Callable[[bytes, str], int]) -> int:
        port = free_port()
        started.append(Controller(PostOffice(hand_over), hostname="127.0.0.1", port=port))
        started[-1].start()
        return port

    yield start
    for each in started:
        each.stop()


def send(port: int, raw: bytes, sender: str, to: str = ADDRESS) -> str:
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as server:
        try:
            server.sendmail(sender, [to], raw)
        except smtplib.SMTPDataError as refused:
            return str(refused.smtp_code)
    return "250"


def test_from_one_mail_server_to_another_by_a_folder(
    peili: Space, organiser: Organiser, folder: Path, postbox: Postbox, post_office: Any
) -> None:
    def hand_over(raw: bytes, _to: str) -> int:
        (folder / "new" / uuid4().hex).write_bytes(raw)
        return 0

    port = post_office(hand_over)
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    forged = Organiser(organiser.address, "toinen@virasto.example")
    assert send(port, forged.asks(ten, ten + timedelta(hours=1)), "ruuti@evil.example") == "250"
    assert send(port, organiser.asks(nine, ten), organiser.address) == "250"
    read_mailboxes(now())
    assert standing() == [(nine, ten)]
    assert answers(postbox, only=True) == [(organiser.address, "ACCEPTED", "")]


@pytest.mark.django_db(transaction=True)
def test_from_one_mail_server_to_another_by_the_command(
    peili: Space, organiser: Organiser, postbox: Postbox, post_office: Any
) -> None:
    def hand_over(raw: bytes, to: str) -> int:
        variables = {
            "DJANGO_SETTINGS_MODULE": "fiksummin.settings_test",
            "FIKSUMMIN_MAIL_AUTHSERV_ID": "mx.lab.example",
        }
        command = [sys.executable, "-m", "fiksummin", "receive-mail", "--to", to]
        return subprocess.run(command, input=raw, env={**os.environ, **variables}, check=False).returncode

    port = post_office(hand_over)
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    asked = organiser.asks(nine, ten)
    assert send(port, asked, organiser.address, "muu@lab.example") == "550"
    assert send(port, asked, organiser.address) == "250"
    assert standing() == [(nine, ten)]
    assert answers(postbox, only=True) == [(organiser.address, "ACCEPTED", "")]


def test_automatic_answers_and_letters_from_here_are_let_be(
    peili: Space, organiser: Organiser, settings: Any, postbox: Postbox
) -> None:
    nine, ten = hour(peili.site, "9:00"), hour(peili.site, "10:00")
    raw = organiser.asks(nine, ten)
    assert take(b"Auto-Submitted: auto-replied (vacation)\r\n" + raw) == Outcome.TAKEN
    assert take(organiser.asks(nine, ten, method="REPLY")) == Outcome.TAKEN
    own = Organiser(organiser.address, f"booking-7@{settings.MAIL_DOMAIN}")
    assert take(own.asks(nine, ten)) == Outcome.TAKEN
    here = Organiser(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    assert take(here.asks(nine, ten)) == Outcome.TAKEN
    assert (standing(), answers(postbox)) == ([], [])
    assert take(b"Auto-Submitted: auto-generated\r\n" + raw) == Outcome.TAKEN
    assert standing() == [(nine, ten)], "calendars mark so what people send"
