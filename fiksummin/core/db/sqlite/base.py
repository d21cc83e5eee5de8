"""Django's SQLite backend, with writers queued.

SQLite's own busy handler starves under rivals: with 32 writers the longest
wait was seconds, with a file lock taken before ``BEGIN IMMEDIATE`` a sixth of
one. The lock belongs to the open file, so it queues threads and processes
alike, and the kernel frees it when a process dies.

What a transaction has written reaches the disk after its turn, and before
anybody hears that it is done: the next writer is at work meanwhile. The log is
one row of transactions, so nothing that is on the disk builds on what is not.
"""

import fcntl
import os
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pysqlite3
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3 import base, operations

from fiksummin.core.db import shim
from fiksummin.core.db.sqlite.schema import SchemaEditor

FULL = 2
"""SQLite's number for a log that is synced at each commit."""


class Connection(pysqlite3.Connection):  # type: ignore[misc]  # the package has no types
    """Adds the one call that Django makes and ``pysqlite3`` lacks."""

    def getlimit(self, category: int) -> int:
        """Answer SQLite's own default for the number of variables in a statement."""
        return 32766


class Cursor(base.SQLiteCursorWrapper):
    """Remembers how the latest questions read in SQLite's own way: most are asked again and again."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """Turn ``%s`` into ``?``."""
        return (
            _converted(query)
            if param_names is None
            else super().convert_query(query, param_names=param_names)
        )


@lru_cache(maxsize=512)
def _converted(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseOperations(operations.DatabaseOperations):
    """Reads moments quickly: a page may meet hundreds of them."""

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Put a moment into its zone (all are kept in UTC); what is none yet is Django's to read."""
        if isinstance(value, datetime) and value.tzinfo is None:
            return value.replace(tzinfo=self.connection.timezone)
        return super().convert_datetimefield_value(value, expression, connection)


class DatabaseWrapper(base.DatabaseWrapper):
    """One writer at a time, in the order in which they came."""

    SchemaEditorClass = SchemaEditor
    ops_class = DatabaseOperations
    queue: int | None = None
    is_logged = False
    """Whether it keeps a log (WAL) and is to sync it, so that syncing can come after the turn."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the database; refuse a library that can corrupt it."""
        if not shim.is_sound(pysqlite3.sqlite_version_info):
            raise ImproperlyConfigured(
                f"SQLite {pysqlite3.sqlite_version} can corrupt a database that several "
                "processes write. Install pysqlite3 0.6 or newer."
            )
        if not self.is_in_memory_db():
            _make_private(Path(conn_params["database"]))
        return super().get_new_connection({**conn_params, "factory": Connection})

    def init_connection_state(self) -> None:
        """Look how the database keeps what is written."""
        super().init_connection_state()
        (journal,), (synced,) = (
            self.connection.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous")
        )
        self.is_logged = (journal, synced) == ("wal", FULL)

    def create_cursor(self, name: str | None = None) -> Any:
        """Give a cursor that remembers."""
        return self.connection.cursor(factory=Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # private to Django
        except BaseException:
            self._give_turn_unless_in_transaction()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]  # private to Django
        finally:
            self._give_turn_unless_in_transaction()
        if self.is_logged:
            self._sync()

    def _sync(self) -> None:
        log = os.open(f"{self.settings_dict['NAME']}-wal", os.O_RDONLY)
        try:
            os.fdatasync(log)
        finally:
            os.close(log)

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # private to Django
        finally:
            self._give_turn_unless_in_transaction()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # private to Django
        finally:
            self._give_turn()

    def _take_turn(self) -> None:
        if self.is_in_memory_db():
            return
        if self.queue is None:
            self.queue = os.open(f"{self.settings_dict['NAME']}.queue", os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(self.queue, fcntl.LOCK_EX)
        if self.is_logged:
            self.connection.execute("PRAGMA synchronous=NORMAL")

    def _give_turn_unless_in_transaction(self) -> None:
        if self.connection is None or not self.connection.in_transaction:
            self._give_turn()
            if self.connection is not None and self.is_logged:
                self.connection.execute("PRAGMA synchronous=FULL")

    def _give_turn(self) -> None:
        if self.queue is not None:
            os.close(self.queue)
            self.queue = None


def _make_private(path: Path) -> None:
    """Make a new database's file readable for its owner alone; SQLite gives its log files the same mode."""
    if not path.exists():
        with suppress(OSError):  # SQLite says better what is wrong with the folder
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
