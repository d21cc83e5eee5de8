"""What is counted by the database itself, on both engines, so that no writer can take more than there is."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.triggered import Triggered

_SUM = "(SELECT COALESCE(SUM({amount}), 0) FROM %(table)s WHERE {via} = {row}.{via})"
_MISCOUNTED = (
    "(SELECT {counter} FROM %(into)s WHERE id = NEW.id)"
    " <> (SELECT COALESCE(SUM({amount}), 0) FROM %(table)s WHERE {via} = NEW.id)"
)
"""As the row stands now: another trigger may have counted since it was written."""
_SQLITE_COUNT = "UPDATE %(into)s SET {counter} = {sum} WHERE id = {row}.{via};"
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON %(table)s
BEGIN
  {counts}
END"""
_SQLITE_HONEST = """
CREATE TRIGGER IF NOT EXISTS {name}_honest_{event} AFTER {event} ON %(into)s
WHEN {miscounted}
BEGIN
  SELECT RAISE(ABORT, 'miscounted: {name}');
END"""
_POSTGRES_COUNT = """
  IF {row}.{via} IS NOT NULL THEN
    PERFORM 1 FROM %(into)s WHERE id = {row}.{via} FOR NO KEY UPDATE;
    UPDATE %(into)s SET {counter} = {sum} WHERE id = {row}.{via};
  END IF;"""
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN {old} END IF;
  IF TG_OP <> 'DELETE' THEN {new} END IF;
  RETURN NULL;
END $$"""
_POSTGRES_HONEST_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}_honest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {miscounted} THEN
    RAISE EXCEPTION 'miscounted: {name}' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$"""
_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON %(table)s"
    " FOR EACH ROW EXECUTE FUNCTION {name}()"
)
_POSTGRES_HONEST_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name}_honest AFTER INSERT OR UPDATE OF {counter} ON %(into)s"
    " FOR EACH ROW EXECUTE FUNCTION {name}_honest()"
)


class CountsInto(Triggered):
    """The rows that point at another row are summed up in one of its columns, for every writer.

    With ``via`` (a foreign key that may be empty), ``amount`` (a column of this
    model) and ``counter`` (a column of the other): ``counter`` is always the sum
    of ``amount`` over the rows that point there. A check on the other model,
    such as ``taken <= capacity``, then refuses what would be too much. Writing
    another number into ``counter`` is refused, too. On PostgreSQL the row that
    counts is locked before its sum is read, so that rivals see each other.
    """

    WORDS = ("via", "amount", "counter")
    TRIGGERS = ("_insert", "_update", "_delete", "_honest_insert", "_honest_update")
    FUNCTIONS = ("", "_honest")

    def __init__(self, *, name: str, via: str, amount: str, counter: str) -> None:
        """Name the fields."""
        super().__init__(name=name)
        self.via, self.amount, self.counter = via, amount, counter

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        words = self._words(model)
        key: Any = model._meta.get_field(self.via)
        tables = {
            "table": Table(model._meta.db_table, schema_editor.quote_name),
            "into": Table(key.related_model._meta.db_table, schema_editor.quote_name),
        }
        if schema_editor.connection.vendor == "postgresql":
            rows = {row: self._count(_POSTGRES_COUNT, row.upper(), words) for row in ("old", "new")}
            return [
                Statement(_POSTGRES_FUNCTION.format(**words, **rows), **tables),
                Statement(_POSTGRES_HONEST_FUNCTION.format(**words), **tables),
                Statement(_POSTGRES_TRIGGER.format(**words), **tables),
                Statement(_POSTGRES_HONEST_TRIGGER.format(**words), **tables),
            ]
        told = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}
        counting = [
            Statement(
                _SQLITE.format(
                    event=event,
                    counts=" ".join(self._count(_SQLITE_COUNT, row, words) for row in rows),
                    **words,
                ),
                **tables,
            )
            for event, rows in told.items()
        ]
        honest = [
            Statement(_SQLITE_HONEST.format(event=event, **words), **tables) for event in ("insert", "update")
        ]
        return counting + honest

    def _count(self, template: str, row: str, words: dict[str, str]) -> str:
        return template.format(row=row, sum=_SUM.format(row=row, **words), **words)

    def _words(self, model: type[models.Model]) -> dict[str, str]:
        key: Any = model._meta.get_field(self.via)
        amount: Any = model._meta.get_field(self.amount)
        counter: Any = key.related_model._meta.get_field(self.counter)
        words = {
            "name": self.name,
            "via": key.column,
            "amount": amount.column,
            "counter": counter.column,
        }
        return words | {"miscounted": _MISCOUNTED.format(**words)}
