"""What the database itself notes of changes, on both engines, so that what is kept in memory is never stale."""

from typing import Any, cast

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.triggered import Triggered

EVERYTHING = -1
"""The cell of a note that says: read all anew."""

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON %(table)s
BEGIN
  {notes}
END"""
_SQLITE_NOTE = (
    "INSERT INTO {log} (cell, first_day, last_day, mark)"
    " VALUES ({cell}, unixepoch({start}) / 86400, unixepoch({end}) / 86400, random());"
)
_POSTGRES_NOTE = (
    "INSERT INTO {log} (cell, first_day, last_day, mark) VALUES ({cell},"
    " floor(extract(epoch FROM {start}) / 86400)::bigint, floor(extract(epoch FROM {end}) / 86400)::bigint,"
    " pg_current_xact_id()::text::bigint);"
)
_WHOLE_NOTE = "INSERT INTO {log} (cell, first_day, last_day, mark) VALUES ({cell}, 0, 0, {mark});"
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN {all} RETURN NULL; END IF;
  IF TG_OP <> 'DELETE' THEN {new} END IF;
  IF TG_OP <> 'INSERT' THEN {old} END IF;
  RETURN NULL;
END $$"""
_POSTGRES_WHOLE_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  {all}
  RETURN NULL;
END $$"""
_POSTGRES_TRIGGER = "CREATE OR REPLACE TRIGGER {name}{place} AFTER {events} ON %(table)s FOR EACH {each} EXECUTE FUNCTION {name}()"


class NotesChanges(Triggered):
    """Each change of a table leaves a row in a log, in the same transaction and for every writer.

    With ``cell``, ``start`` and ``end`` the note says which days (since 1970,
    in UTC) of which cell; without them that the table is to be read anew.
    ``mark`` is the transaction on PostgreSQL, and a random number on SQLite
    that tells a row from one that a restored copy has at the same place.
    ``also`` names tables between many and many, which have no constraints of
    their own. It refuses nothing.
    """

    WORDS = ("log", "cell", "start", "end", "also")
    TRIGGERS = ("_insert", "_update", "_delete")

    def __init__(
        self,
        *,
        name: str,
        log: str,
        cell: str = "",
        start: str = "",
        end: str = "",
        also: tuple[str, ...] = (),
    ) -> None:
        """Name the log's table, and the columns."""
        super().__init__(name=name)
        self.log, self.cell, self.start, self.end, self.also = log, cell, start, end, tuple(also)

    def _triggers(self, model: type[models.Model]) -> list[str]:
        return [f"{name}{end}" for name, _table in self._tables(model) for end in self.TRIGGERS]

    def _tables(self, model: type[models.Model]) -> list[tuple[str, str]]:
        """Pair each table with the name of its triggers."""
        return [
            (self.name, model._meta.db_table),
            *((f"{self.name}_also{n}", table) for n, table in enumerate(self.also)),
        ]

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        if schema_editor.connection.vendor == "postgresql":
            return self._of_postgres(model, schema_editor)
        return self._of_sqlite(model, schema_editor)

    def _of_sqlite(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        rows = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
        return [
            Statement(
                _SQLITE.format(
                    name=name,
                    event=event,
                    notes=" ".join(self._note(_SQLITE_NOTE, model, row) for row in wanted),
                ),
                table=Table(table, schema_editor.quote_name),
            )
            for name, table in self._tables(model)
            for event, wanted in (rows if self.cell else dict.fromkeys(rows, ("NEW",))).items()
        ]

    def _of_postgres(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        said = {row: self._note(_POSTGRES_NOTE, model, row.upper()) for row in ("new", "old")}
        everything = EVERYTHING if self.cell else 0
        whole = _WHOLE_NOTE.format(log=self.log, cell=everything, mark="pg_current_xact_id()::text::bigint")
        body = _POSTGRES_FUNCTION if self.cell else _POSTGRES_WHOLE_FUNCTION
        triggers = (
            [("", "INSERT OR UPDATE OR DELETE", "ROW"), ("_truncate", "TRUNCATE", "STATEMENT")]
            if self.cell
            else [("", "INSERT OR UPDATE OR DELETE OR TRUNCATE", "STATEMENT")]
        )
        return [
            Statement(body.format(name=self.name, all=whole, **said)),
            *(
                Statement(
                    _POSTGRES_TRIGGER.format(name=self.name, place=place, events=events, each=each),
                    table=Table(table, schema_editor.quote_name),
                )
                for _name, table in self._tables(model)
                for place, events, each in triggers
            ),
        ]

    def _note(self, template: str, model: type[models.Model], row: str) -> str:
        if not self.cell:
            return _WHOLE_NOTE.format(log=self.log, cell=0, mark="random()")
        columns = {
            part: f"{row}.{cast(Any, model._meta.get_field(getattr(self, part))).column}"
            for part in ("cell", "start", "end")
        }
        return template.format(log=self.log, **columns)
