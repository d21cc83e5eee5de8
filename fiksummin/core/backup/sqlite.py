"""A SQLite database copied while others write to it, and put back."""

from pathlib import Path

import pysqlite3 as sqlite3
from django.db import connection

from fiksummin.core.errors import NotDone

FILE = "database.sqlite3"


def dump(into: Path) -> dict[str, int]:
    """Copy the database to ``into`` as of one moment, prove the copy, and count its rows.

    Writers are not held up: the copy reads one snapshot of the write-ahead log.
    """
    source, target = sqlite3.connect(_path(), timeout=20), sqlite3.connect(into)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.close()
        target.close()
    prove(into)
    return count(into)


def prove(path: Path) -> None:
    """Raise NotDone unless the file is a sound database in which every reference leads somewhere."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            if (said := database.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
                raise NotDone(f"The copy of the database is damaged: {said}. Nothing was changed.")
            if broken := database.execute("PRAGMA foreign_key_check").fetchone():
                raise NotDone(f"A row of {broken[0]} refers to nothing in {broken[2]}. Nothing was changed.")
        finally:
            database.close()
    except sqlite3.DatabaseError as problem:
        raise NotDone(f"The copy of the database is damaged: {problem}. Nothing was changed.") from problem


def count(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
        names = [name for (name,) in tables]
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 -- its own
            for name in names
        }
    finally:
        database.close()


def is_empty() -> bool:
    """Say whether there is no table yet."""
    return not _path().exists() or not count(_path())


def put_aside(folder: Path) -> None:
    """Move the database and its log to ``folder``."""
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        file = _path().with_name(_path().name + suffix)
        if file.exists():
            file.rename(folder / file.name)


def load(file: Path) -> None:
    """Put the proven copy in the database's place."""
    connection.close()
    file.chmod(0o600)
    _path().parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("-wal", "-shm"):
        _path().with_name(_path().name + suffix).unlink(missing_ok=True)
    file.replace(_path())


def count_now() -> dict[str, int]:
    """How many rows each table has now."""
    return count(_path())


def _path() -> Path:
    return Path(connection.settings_dict["NAME"])
