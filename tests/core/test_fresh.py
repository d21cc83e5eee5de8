"""A new SQLite is made at once from what is kept, and is the same as one that took every step."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pysqlite3
import pytest

from fiksummin.core.db import fresh, migrating
from tests import engines

pytestmark = pytest.mark.skipif(engines.ENGINE != "sqlite", reason="PostgreSQL takes every step")
CHANGING = {"django_migrations", "sqlite_sequence"}
EVERY_STEP = """
import django
django.setup()
from fiksummin.core.db import migrating
migrating.take_steps(lambda _done, _of: None)
"""


def made(path: Path) -> tuple[dict[tuple[str, str], str], dict[str, int]]:
    """Give what a database is made of, and how many rows each table has."""
    base = pysqlite3.connect(f"file:{path}?mode=ro", uri=True)
    parts = {
        (kind, name): sql for kind, name, sql in base.execute("SELECT type, name, sql FROM sqlite_master")
    }
    tables = [name for kind, name in parts if kind == "table" and name not in CHANGING and "_fts" not in name]
    counts = {name: base.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608 -- its own names
    base.close()
    return parts, counts


def run(data: Path, *words: str) -> str:
    environment = {**os.environ, "FIKSUMMIN_DATA": str(data), "DJANGO_SETTINGS_MODULE": "fiksummin.settings"}
    environment.pop("FIKSUMMIN_DATABASE_URL", None)
    called = [sys.executable, *words]
    return subprocess.run(called, env=environment, check=True, capture_output=True, text=True).stdout


def migrate(data: Path) -> str:
    return run(data, "-m", "fiksummin", "migrate")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("fresh")
    assert migrate(data).endswith("The database is up to date now.\n")
    return data / "fiksummin.sqlite3"


def test_what_is_kept_is_of_this_program() -> None:
    kept = fresh.kept()
    assert fresh.digest(kept.steps) == kept.digest, "Steps were changed: run `python -m dev.fresh`."
    assert set(kept.steps) <= migrating.steps()


def test_it_is_the_same_as_after_every_step(new: Path, tmp_path: Path) -> None:
    run(tmp_path, "-c", EVERY_STEP)
    parts, counts = made(new)
    stepped, rows = made(tmp_path / "fiksummin.sqlite3")
    assert parts == stepped
    assert counts == rows


def test_it_knows_its_steps_and_takes_none_twice(new: Path) -> None:
    base = pysqlite3.connect(new)
    assert set(base.execute("SELECT app, name FROM django_migrations")) == migrating.steps()
    base.close()
    assert migrate(new.parent) == "The database is up to date.\n"


def test_the_engine_watches_what_it_laid(new: Path) -> None:
    """The constraints stand: two claims of one cell at one time are refused by the new database itself."""
    base = pysqlite3.connect(new)
    triggers = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    base.close()
    assert {name for name in triggers if "overlap" in name}


def test_a_changed_or_missing_step_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = fresh.kept()
    assert not fresh.digest([*kept.steps, ("core", "9999_nothing")])
    assert not fresh.digest([("nowhere", "0001_initial")])
    other = tmp_path / "fresh.sql"
    head = json.dumps({"digest": "0" * 64, "steps": kept.steps})
    other.write_text(f"-- {head}{fresh.NEXT}SELECT 1\n")
    changed = fresh.kept(other)
    monkeypatch.setattr(fresh, "kept", lambda: changed)
    monkeypatch.setattr(fresh.connection.introspection, "table_names", list)
    assert not fresh.fits()


@pytest.mark.django_db
def test_a_database_with_tables_is_left_alone() -> None:
    assert not fresh.fits()
