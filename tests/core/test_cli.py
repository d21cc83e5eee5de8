"""The program's words: what it understands, what it says when it does not, and its exit codes."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from fiksummin import cli
from fiksummin.core import factbook
from tests import engines


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and standard error of a command that is not understood."""
    with pytest.raises(SystemExit) as leaving:
        cli.main(words)
    assert isinstance(leaving.value.code, int)
    return leaving.value.code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["srve"], "There is no 'srve' here. Did you mean 'serve'?"),
        (["xyzzy"], "There is no 'xyzzy' here. `fiksummin --help` lists what there is."),
        (["serve", "--port", "99999"], "'99999' is not a port"),
        (["serve", "--port", "http"], "'http' is not a port"),
        (["serve", "--pages", "0"], "'0' is not a number of processes"),
        (["serve", "--prot", "1"], "Unrecognized arguments: --prot 1. `fiksummin --help` tells more."),
        (["story"], "required: NAME"),
    ],
)
def test_what_is_not_understood_is_answered_with_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    code, text = said(capsys, *words)
    assert code == 2
    assert sentence in text
    assert text.count("\n") == 1


def test_without_a_word_it_tells_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "serve" in capsys.readouterr().out


def test_help_needs_no_django() -> None:
    program = "import sys; from fiksummin import cli\ntry: cli.main(['--help'])\nfinally: print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "False"


def test_a_port_in_use_is_a_sentence_and_known_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 1
    assert capsys.readouterr().err.startswith(
        f"Port {port} is already in use. It is held by process {os.getpid()}"
    )


def test_a_port_of_the_environment_is_read_strictly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "eight")
    assert cli.main(["serve"]) == 1
    assert capsys.readouterr().err == "PORT: 'eight' is not a port: give a number from 0 to 65535\n"


def test_settings_that_cannot_be_used_are_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fiksummin", "migrate"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FIKSUMMIN_DEBUG": "yes"},
    )
    assert done.returncode == 1
    assert done.stderr == "The settings cannot be used: FIKSUMMIN_DEBUG must be 0 or 1, not 'yes'\n"


@contextmanager
def other_database(tmp_path: Path, **postgres: str) -> Iterator[None]:
    """Let the connection lead to another database; on SQLite a file in ``tmp_path``."""
    told = connection.settings_dict
    other = postgres if connection.vendor == "postgresql" else {"NAME": str(tmp_path / "other.sqlite3")}
    before = {key: told[key] for key in other}
    connection.close()
    told.update(other)
    try:
        yield
    finally:
        connection.close()
        told.update(before)


def test_serve_refuses_a_database_that_lacks_steps(
    tmp_path: Path, django_db_blocker: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_db_blocker.unblock(), other_database(tmp_path, NAME="postgres"):
        assert cli.main(["serve", "--port", "0"]) == 1
    assert "steps of this version. Run `fiksummin migrate`." in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_a_sentence(
    tmp_path: Path, django_db_blocker: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_db_blocker.unblock(), other_database(tmp_path / "missing", HOST="127.0.0.1", PORT="1"):
        assert cli.main(["migrate"]) == 1
    assert capsys.readouterr().err.startswith("The database cannot be used: ")


@pytest.mark.skipif(engines.ENGINE == "postgres", reason="PostgreSQL uses no SQLite library")
def test_a_sqlite_that_can_corrupt_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    django_db_blocker: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("pysqlite3.sqlite_version_info", (3, 51, 2))
    with django_db_blocker.unblock(), other_database(tmp_path):
        assert cli.main(["serve", "--port", "0"]) == 1
    assert "can corrupt a database that several processes write" in capsys.readouterr().err


def test_manage_is_django(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["manage", "version"]) == 0
    assert capsys.readouterr().out.startswith("6.1")


def test_the_page_of_facts_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "facts.md"
    assert cli.main(["facts", "--path", str(page), "--check"]) == 1
    assert "is out of date" in capsys.readouterr().err
    assert cli.main(["facts", "--path", str(page)]) == 0
    assert cli.main(["facts", "--path", str(page), "--check"]) == 0
    page.write_text(page.read_text() + "x")
    assert cli.main(["facts", "--path", str(page), "--check"]) == 1


def test_the_page_of_facts_says_what_is_carried_and_who_listens() -> None:
    page = factbook.page()
    assert "## spaces.VisitAnnounced" in page
    assert "`by`, `visit`" in page
    assert "tests." not in page


@pytest.mark.django_db
def test_an_api_token_for_nobody_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["api-token", "nobody@vm.example"]) == 1
    assert capsys.readouterr().err == "Nobody here has the address nobody@vm.example.\n"
