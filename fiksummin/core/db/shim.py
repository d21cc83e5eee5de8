"""Puts a sound SQLite in place of the system's.

SQLite 3.7.0–3.51.2 can corrupt a database in WAL mode when two connections
write and checkpoint at once (mended in 3.51.3). ``pysqlite3`` carries its own,
newer library; Django finds it under the standard name. Imported first of all
by the settings.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

FIRST_SOUND_VERSION = (3, 51, 3)
LIMITS = {"SQLITE_LIMIT_COLUMN": 2, "SQLITE_LIMIT_VARIABLE_NUMBER": 9}
"""Limits that Django asks a connection for, by SQLite's own numbers; pysqlite3 does not name them."""


def install() -> None:
    """Let ``import sqlite3`` mean ``pysqlite3`` in this process."""
    for name, number in LIMITS.items():
        if not hasattr(pysqlite3, name):
            setattr(pysqlite3, name, number)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def is_sound(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite version is free of the WAL-reset fault."""
    return version >= FIRST_SOUND_VERSION
