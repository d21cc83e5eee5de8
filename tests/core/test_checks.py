"""``fiksummin check --deploy``: each mistake that production could make, and silence when there is none."""

import os
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from fiksummin import cli
from fiksummin.core import checks
from fiksummin.core.db.sqlite.base import DatabaseWrapper
from fiksummin.core.models import Beat
from fiksummin.core.secrets import secret_key
from fiksummin.core.time import now


@pytest.fixture
def production(settings: Any, tmp_path: Path) -> Any:
    """Settings as they should be."""
    settings.DEMO = settings.DEBUG = False
    settings.HTTPS = True
    settings.BASE_URL = "https://lab.example.fi"
    settings.ALLOWED_HOSTS = ["lab.example.fi"]
    settings.SECRET_KEY = "Rx7-uOAJPIxHTqV3mPmZkn0Y8sB5ZsZWcG9vK1dE2fL4hQ6t"
    settings.SECRET_KEY += "abc"
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    settings.SMTP = urlsplit("smtp://mail.example.fi")
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}
    settings.DATA = tmp_path
    tmp_path.chmod(0o750)
    return settings


def sentences() -> list[str]:
    return [str(found.msg) for found in checks.check_settings()]


def test_good_settings_are_met_with_silence(production: Any) -> None:
    assert sentences() == []


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEMO", True, "Demo mode is on: anyone may sign in as anyone."),
        ("DEBUG", True, "Debugging is on"),
        ("HTTPS", False, "Set FIKSUMMIN_BASE_URL to the public address, beginning with https."),
        ("ALLOWED_HOSTS", ["*"], "Any host name is answered"),
        ("SECRET_KEY", "short", "The secret key is short or simple"),
        ("SECRET_KEY", "ab" * 40, "The secret key is short or simple"),
        ("TRUSTED_PROXIES", [], "every request would seem to come from the proxy itself"),
        ("TRUSTED_PROXIES", ["nginx"], "'nginx' is not an IP address or a network"),
        ("TRUSTED_PROXIES", ["0.0.0.0/0"], "Everybody is trusted as a proxy"),
        ("TRUSTED_PROXIES", ["::/0"], "Everybody is trusted as a proxy"),
        ("SMTP", urlsplit(""), "reaches nobody. Set FIKSUMMIN_SMTP_URL."),
    ],
)
def test_a_wrong_setting_is_one_sentence(production: Any, name: str, value: Any, sentence: str) -> None:
    setattr(production, name, value)
    (found,) = sentences()
    assert sentence in found


def test_a_data_folder_that_everybody_can_read_is_one_sentence(production: Any) -> None:
    production.DATA.chmod(0o755)
    (found,) = sentences()
    assert found.endswith(f"Run `chmod o= {production.DATA}`.")


def test_a_new_data_folder_and_a_new_database_are_nobody_elses(
    production: Any, tmp_path: Path, db: None
) -> None:
    production.DATA = tmp_path / "new"
    before = os.umask(0o022)  # as on most machines
    try:
        secret_key(production.DATA)
        told = {**connection.settings_dict, "NAME": str(production.DATA / "fiksummin.sqlite3")}
        told["OPTIONS"] = {"init_command": "PRAGMA journal_mode=WAL"}
        database = DatabaseWrapper(told)
        with database.cursor() as cursor:
            cursor.execute("CREATE TABLE thing (id)")
            modes = {path.name: f"{path.stat().st_mode & 0o777:o}" for path in production.DATA.iterdir()}
        database.close()
    finally:
        os.umask(before)
    assert production.DATA.stat().st_mode & 0o777 == 0o750
    assert {name for name in modes if "sqlite3" in name} > {"fiksummin.sqlite3", "fiksummin.sqlite3-wal"}
    assert set(modes.values()) == {"600"}
    assert sentences() == []


def test_a_data_folder_that_cannot_be_written_is_one_sentence(production: Any, tmp_path: Path) -> None:
    production.DATA = tmp_path / "missing"
    (found,) = sentences()
    assert "cannot be written" in found


def told() -> list[str]:
    return [str(found.msg) for found in checks.check_database(databases=["default"])]


@pytest.fixture
def beating(db: None) -> Beat:
    return Beat.objects.create(name="worker", at=now())


def test_a_good_database_is_met_with_silence(beating: Beat) -> None:
    assert told() == []
    assert checks.check_database() == []


def test_a_worker_that_never_ran_is_missed(db: None) -> None:
    assert told() == ["No worker has ever run here: letters are not sent. Start `fiksummin serve`."]


def test_a_worker_that_is_late_is_missed(beating: Beat) -> None:
    Beat.objects.filter(pk=beating.pk).update(at=now() - timedelta(minutes=7))
    (found,) = told()
    assert found.startswith("The worker was last seen 7 minutes ago")


def test_steps_that_lack_are_missed(beating: Beat) -> None:
    MigrationRecorder(connection).record_unapplied("core", "0001_initial")
    assert told() == ["The database lacks 1 steps of this version. Run `fiksummin migrate`."]


def test_a_database_of_a_newer_version_is_noticed(beating: Beat) -> None:
    MigrationRecorder(connection).record_applied("core", "9999_later")
    (found,) = told()
    assert "1 steps that this version does not know" in found


def test_a_vulnerable_sqlite_is_noticed(beating: Beat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 2))
    expected = 1 if connection.vendor == "sqlite" else 0
    assert len([found for found in told() if "can corrupt a database" in found]) == expected


def test_good_settings_and_a_good_database_are_nothing_wrong(
    production: Any, beating: Beat, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--deploy"]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out == "Nothing is wrong.\n"


def test_the_command_says_all_and_ends_with_one(
    production: Any, beating: Beat, capsys: pytest.CaptureFixture[str]
) -> None:
    production.DEMO = True
    assert cli.main(["check", "--deploy"]) == 1
    assert "fiksummin.W001: Demo mode is on" in capsys.readouterr().out
