"""Statements that are sent again and again: PostgreSQL plans them once for each connection.

Django sends every statement as one text, its values written in, so that PostgreSQL reads and plans each anew; that
costs it more than answering. SQLite keeps its latest statements by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

MOST_PREPARED = 500
"""Statements that a connection keeps ready; each takes some tens of kilobytes of the server's memory."""


@contextmanager
def prepared() -> Iterator[Any]:
    """Open a cursor whose statements are kept ready once they were sent a second time, with their values apart."""
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            yield cursor
        return
    from django.db.backends.postgresql.base import ServerBindingCursor  # noqa: PLC0415 -- its driver may be absent

    connection.ensure_connection()
    raw: Any = connection.connection
    usual = raw.cursor_factory
    raw.cursor_factory, raw.prepared_max = ServerBindingCursor, MOST_PREPARED
    try:
        cursor = connection.cursor()
    finally:
        raw.cursor_factory = usual
    with cursor:
        yield cursor
