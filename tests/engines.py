"""The engine under test: one migrated template, and a copy of it for each worker.

Making an empty database costs seconds (a minute where no steps are kept that
fit, as on PostgreSQL), copying one costs milliseconds. The template is kept in ``.state/`` (SQLite) or in the server
(PostgreSQL) under a name made of everything that shapes it.

``FIKSUMMIN_TEST_ENGINE`` is ``sqlite`` (the default) or ``postgres``; then
``FIKSUMMIN_TEST_DATABASE_URL`` may name a server on which databases may be
made, and without it one is started from a wheel.
"""

import atexit
import fcntl
import hashlib
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".state" / "test"
ENGINE = os.environ.get("FIKSUMMIN_TEST_ENGINE", "sqlite")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
SERVER = "FIKSUMMIN_TEST_DATABASE_URL"
FOLDER = "FIKSUMMIN_TEST_FOLDER"
KEPT = 3
"""Templates kept: switching between branches need not migrate again."""
OLDER_TEMPLATES = (
    "SELECT datname FROM pg_database WHERE datname LIKE 'fiksummin_template_%%' ORDER BY oid DESC OFFSET %s"
)


def choose() -> None:
    """Point the settings, and every process a test starts, at this worker's own data and database.

    Called before the settings are read.
    """
    if ENGINE not in {"sqlite", "postgres"}:
        raise SystemExit(f"FIKSUMMIN_TEST_ENGINE is {ENGINE!r}; it must be sqlite or postgres.")
    if FOLDER not in os.environ:  # workers inherit the folder of the process that starts them
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="fiksummin-test-")
        atexit.register(shutil.rmtree, os.environ[FOLDER], ignore_errors=True)
    data = Path(os.environ[FOLDER]) / WORKER
    (data / "static").mkdir(parents=True, exist_ok=True)
    os.environ["FIKSUMMIN_DATA"] = str(data)
    os.environ.pop("FIKSUMMIN_DATABASE_URL", None)
    if ENGINE == "postgres":
        if SERVER not in os.environ:
            os.environ[SERVER] = _start_server()
        os.environ["FIKSUMMIN_DATABASE_URL"] = _url_of(f"{Path(os.environ[FOLDER]).name}-{WORKER}")


def make() -> None:
    """Make this worker's database from the template, and the template if it is missing."""
    if ENGINE == "postgres":
        _make_postgres()
    else:
        _make_sqlite()


def restore() -> None:
    """Bring the database back to the template, after a test that really committed."""
    from django.db import connection  # noqa: PLC0415 -- the engine is chosen before Django is imported

    if ENGINE == "postgres":
        _put_rows_back(connection)
    else:
        _copy_over(STATE / f"{_template()}.sqlite3", connection)


def drop() -> None:
    """Remove this worker's database."""
    from django.db import connections  # noqa: PLC0415 -- as above

    name = str(connections["default"].settings_dict["NAME"])
    connections.close_all()
    if ENGINE == "postgres":
        with _admin() as admin:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


# --- What a template is made of ----------------------------------------------------


@cache
def _template() -> str:
    """Name the template by all that shapes it: rooms, migrations, first rows, engine code, packages."""
    from django.conf import settings  # noqa: PLC0415 -- as above

    digest = hashlib.sha256(repr(settings.INSTALLED_APPS).encode())
    package = ROOT / "fiksummin"
    shapes = (
        "*/migrations/*.py",
        "core/db/**/*.py",
        "site/defaults/*",
        "site/actions/grounds.py",
        "site/actions/building.py",
    )
    for path in sorted(path for shape in shapes for path in package.glob(shape) if path.is_file()):
        digest.update(path.read_bytes())
    digest.update((ROOT / "requirements.txt").read_bytes())
    digest.update(postgres.KEEP_ROWS.encode())
    return f"fiksummin_template_{digest.hexdigest()[:16]}"


def _migrate(name: str) -> None:
    from django.db import connection  # noqa: PLC0415 -- as above

    from fiksummin.core.db import migrating  # noqa: PLC0415 -- as above

    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        migrating.bring_up_to_date(lambda _done, _of: None)
        if ENGINE == "sqlite":
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE / f"{ENGINE}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# --- SQLite --------------------------------------------------------------------------


def _make_sqlite() -> None:
    from django.db import connection  # noqa: PLC0415 -- as above

    template = STATE / f"{_template()}.sqlite3"
    with _one_at_a_time():
        if not template.exists():
            older = sorted(STATE.glob("fiksummin_template_*"), key=lambda path: path.stat().st_mtime)
            for old in older[: -KEPT + 1]:
                old.unlink()
            building = STATE / "building.sqlite3"
            for left in STATE.glob("building.sqlite3*"):
                left.unlink()
            _migrate(str(building))
            building.rename(template)
    shutil.copyfile(template, connection.settings_dict["NAME"])


def _copy_over(template: Path, connection: Any) -> None:
    """Copy page by page under SQLite's own locks, so that other connections see a whole database."""
    import pysqlite3  # noqa: PLC0415 -- as above

    connection.close()
    source = pysqlite3.connect(f"file:{template}?immutable=1", uri=True)
    target = pysqlite3.connect(connection.settings_dict["NAME"], timeout=20)
    try:
        target.execute("PRAGMA synchronous=OFF")
        source.backup(target)
    finally:
        source.close()
        target.close()


# --- PostgreSQL ----------------------------------------------------------------------


def _start_server() -> str:
    """Start PostgreSQL from the wheel, without syncing to disk; it stops with the last of its users."""
    mark = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"fiksummin-postgres-{os.getuid()}-{mark}"
    pgserver = wheel()
    logging.getLogger("pgserver").setLevel(logging.CRITICAL)  # it speaks when pytest no longer listens
    os.environ[SERVER] = str(pgserver.get_server(place).get_uri())
    with _admin() as admin:
        for setting, value in {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "on"}.items():
            admin.execute(f"ALTER SYSTEM SET {setting} = {value}")
        admin.execute("SELECT pg_reload_conf()")
    return os.environ[SERVER]


def wheel() -> Any:
    """Import the package that brings PostgreSQL; it warns of machines without XDG_RUNTIME_DIR, no fault of ours."""
    with warnings.catch_warnings(action="ignore"):
        import pgserver  # noqa: PLC0415 -- only this engine needs it

    return pgserver


def _make_postgres() -> None:
    from django.db import connection  # noqa: PLC0415 -- as above

    template = _template()
    with _one_at_a_time():
        with _admin() as admin:
            found = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone()
        if not found:
            with _admin() as admin:
                for old in admin.execute(OLDER_TEMPLATES, [KEPT - 1]).fetchall():
                    admin.execute(f'DROP DATABASE "{old[0]}" WITH (FORCE)')
                admin.execute("DROP DATABASE IF EXISTS fiksummin_building WITH (FORCE)")
                admin.execute("CREATE DATABASE fiksummin_building")
            _migrate("fiksummin_building")
            with _admin("fiksummin_building") as admin:
                admin.execute(postgres.KEEP_ROWS)
            with _admin() as admin:
                admin.execute(f'ALTER DATABASE fiksummin_building RENAME TO "{template}"')
        _copy_postgres(template, str(connection.settings_dict["NAME"]))


def _put_rows_back(connection: Any) -> None:
    name = str(connection.settings_dict["NAME"])
    with _admin(name) as admin:
        if admin.execute("SHOW is_superuser").fetchone() == ("on",):
            admin.execute(postgres.PUT_ROWS_BACK)
            return
    connection.close()
    _copy_postgres(_template(), name)


def _copy_postgres(template: str, name: str) -> None:
    with _admin() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


@contextmanager
def _admin(name: str = "") -> Iterator[Any]:
    import psycopg  # noqa: PLC0415 -- only this engine needs it

    with psycopg.connect(_url_of(name) if name else os.environ[SERVER], autocommit=True) as admin:
        yield admin


def _url_of(name: str) -> str:
    before, _, options = os.environ[SERVER].partition("?")
    server = before.rsplit("/", 1)[0]
    return f"{server}/{name}?{options}" if options else f"{server}/{name}"
