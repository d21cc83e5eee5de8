"""A PostgreSQL database dumped as of one moment with its own programs, and put back in one transaction."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

from fiksummin.core.errors import NotDone

FILE = "database.dump"


def dump(into: Path) -> dict[str, int]:
    """Dump the database to ``into`` and count the rows of the very same moment."""
    with psycopg.connect(**_where()) as database:
        database.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        database.read_only = True
        found = database.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = found[0] if found else ""
        rows = _count(database)
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={into}")
    return rows


def prove(path: Path) -> None:
    """Raise NotDone unless PostgreSQL can read the dump's list of contents."""
    _run("pg_restore", "--list", str(path))


def is_empty() -> bool:
    """Say whether there is no table yet."""
    with psycopg.connect(**_where()) as database:
        return not _tables(database)


def why_not_alone() -> str:
    """The sentence that other programs are connected; "" when none is."""
    connection.close()
    with psycopg.connect(**_where()) as database:
        found = database.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        ).fetchone()
    others = found[0] if found else 0
    return f"{others} other connections use the database. Stop what uses it first." if others else ""


def put_aside(folder: Path) -> None:
    """Dump what is there to ``folder``; ``load`` then clears it."""
    dump(folder / FILE)


def load(file: Path) -> None:
    """Clear the database and put the dump in its place, all in one transaction."""
    script = file.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-privileges", "--no-comments", f"--file={script}", str(file))
    options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
    _run("psql", *options, f"--command={_clearing()}", f"--file={script}")
    script.unlink()


def _clearing() -> str:
    """Statements that leave the database as it was when it was made."""
    with psycopg.connect(**_where()) as database:
        found = database.execute(
            "SELECT quote_ident(nspname) FROM pg_namespace"
            " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
        )
        drops = [f"DROP SCHEMA {name} CASCADE;" for (name,) in found]
    return " ".join([*drops, "CREATE SCHEMA public;"])


def count_now() -> dict[str, int]:
    """How many rows each table has now."""
    with psycopg.connect(**_where()) as database:
        return _count(database)


def _count(database: psycopg.Connection[Any]) -> dict[str, int]:
    counts = {}
    for name in _tables(database):
        found = database.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
        counts[name] = found[0] if found else 0
    return counts


def _tables(database: psycopg.Connection[Any]) -> list[str]:
    found = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    return [name for (name,) in found]


def _where() -> dict[str, Any]:
    told = connection.settings_dict
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {name: told[key] for key, name in names.items() if told[key]}


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs against the database; the password goes by the environment."""
    path = shutil.which(program)
    if path is None:
        raise NotDone(f"{program} was not found. Install PostgreSQL's client programs (postgresql-client).")
    variables = {f"PG{name.upper().replace('DBNAME', 'DATABASE')}": str(at) for name, at in _where().items()}
    done = subprocess.run(  # noqa: S603 -- our own arguments
        [path, *arguments], env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise NotDone(f"{program} failed: {said[0]}")
