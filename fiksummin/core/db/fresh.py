"""A database as all steps leave it, kept as SQL: an empty SQLite takes this instead of each step by itself.

``fresh.sql`` is what ``python -m dev.fresh`` wrote after taking every step in a folder of its own. It names its
steps and has a digest of their files: where one is missing or was changed since, it is not used, and the
database takes all steps one by one. Steps added since then are taken after it, as by any older database.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction

from fiksummin.core.time import now

type Step = tuple[str, str]
"""App label and name of a migration."""

PATH: Final = Path(__file__).with_name("fresh.sql")
NEXT: Final = "\n-- next\n"
"""Between two statements: a trigger holds several semicolons."""
_MADE: Final = "SELECT sql FROM sqlite_master WHERE type = '{}' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' {} ORDER BY rowid"
_NOT_SHADOWS: Final = "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"


class Fresh(NamedTuple):
    """The steps that were taken, the digest of their files, and the statements that give the same."""

    steps: list[Step]
    digest: str
    statements: list[str]


@cache
def kept(path: Path = PATH) -> Fresh:
    """Read what is kept."""
    head, *statements = path.read_text(encoding="utf-8").removesuffix("\n").split(NEXT)
    said = json.loads(head.removeprefix("-- "))
    return Fresh([(app, name) for app, name in said["steps"]], said["digest"], statements)


def fits() -> bool:
    """Say whether this database is an empty SQLite, and what is kept is made of this program's own steps."""
    if connection.vendor != "sqlite" or connection.introspection.table_names():
        return False
    fresh = kept()
    return digest(fresh.steps) == fresh.digest


def lay(*, whole: bool) -> int:
    """Make the tables and first rows; answer how many steps that is.

    All in one transaction: it stands, with what the rooms lay after the last step when that was the
    ``whole``, or nothing stands.
    """
    fresh, at = kept(), now()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in fresh.statements:
            cursor.execute(statement)
        cursor.executemany(
            "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)",
            [(app, name, at) for app, name in fresh.steps],
        )
        if whole:
            emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    return len(fresh.steps)


def write(path: Path, steps: list[Step]) -> None:
    """Write down this database, which has taken these steps and nothing else."""
    with connection.cursor() as cursor:
        tables = _column(cursor, _MADE.format("table", _NOT_SHADOWS))
        rows = [row for name in _tables(cursor) for row in _rows(cursor, name)]
        after = [made for kind in ("index", "trigger") for made in _column(cursor, _MADE.format(kind, ""))]
    head = json.dumps({"digest": digest(steps), "steps": steps})
    path.write_text(NEXT.join([f"-- {head}", *tables, *rows, *after]) + "\n", encoding="utf-8")


def digest(steps: list[Step]) -> str:
    """Sum up the files of steps; "" when one of them is not there."""
    places = {app.label: Path(app.path) / "migrations" for app in apps.get_app_configs()}
    summed = hashlib.sha256()
    for app, name in steps:
        path = places[app] / f"{name}.py" if app in places else None
        if path is None or not path.exists():
            return ""
        summed.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return summed.hexdigest()


def _tables(cursor: Any) -> list[str]:
    return _column(
        cursor,
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
        "AND name NOT LIKE 'sqlite_%' AND name <> 'django_migrations' ORDER BY name",
    )


def _rows(cursor: Any, table: str) -> list[str]:
    cursor.execute("SELECT name FROM pragma_table_info(%s)", [table])
    columns = [f'"{name}"' for (name,) in cursor.fetchall()]
    quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
    values = _column(cursor, f'SELECT {quoted} FROM "{table}" ORDER BY rowid')  # noqa: S608 -- its own names
    return [f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({value})' for value in values]  # noqa: S608 -- quoted by the database


def _column(cursor: Any, question: str) -> list[str]:
    cursor.execute(question)
    return [value for (value,) in cursor.fetchall()]
