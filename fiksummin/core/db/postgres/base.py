"""Django's PostgreSQL backend, whose locks are given back before the disk has answered.

PostgreSQL holds a transaction's locks until its commit is on the disk, and rivals wait for the disk one after the
other. Here the commit stands at once, and is synced by the statement behind it, before anybody hears that it is
done. The log is one row of transactions, so nothing that is on the disk builds on what is not.
"""

from django.db.backends.postgresql import base
from django.db.backends.utils import debug_transaction
from psycopg import ClientCursor

COMMIT = """
SET LOCAL synchronous_commit TO off;
COMMIT;
SELECT pg_logical_emit_message(false, 'fiksummin', '', true) WHERE pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn()
"""
"""One message: the log is flushed up to here, unless all of it is on the disk already."""
CAN_SYNC_APART = """
SELECT current_setting('server_version_num')::int >= 170000 AND current_setting('synchronous_commit') = 'on'
AND current_setting('synchronous_standby_names') = ''
"""
"""Before 17 there is no way to flush; where a second server has to answer, PostgreSQL waits for it by itself."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Commits, gives its locks back, and then waits for the disk."""

    syncs_apart = False

    def init_connection_state(self) -> None:
        """Ask the server whether it can sync apart from committing."""
        super().init_connection_state()
        with self.connection.cursor() as cursor:
            self.syncs_apart = bool(cursor.execute(CAN_SYNC_APART).fetchone()[0])

    def _commit(self) -> None:
        if not self.syncs_apart or self.connection is None:
            super()._commit()  # type: ignore[misc]  # private to Django
            return
        with debug_transaction(self, "COMMIT"), self.wrap_database_errors:
            ClientCursor(self.connection).execute(COMMIT, prepare=False)
