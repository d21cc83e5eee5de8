"""Arrows that never lead back to where they began, on both engines alike."""

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.triggered import Triggered

CIRCLE = "circle"
"""The word by which a trigger says that an arrow would lead back."""

_LEADS_BACK = """
  NEW.{source} = NEW.{target} OR EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.{source} UNION
      SELECT arrow.{source} FROM %(table)s AS arrow JOIN above ON arrow.{target} = above.id
      WHERE arrow.{unless} IS NULL
    ) SELECT 1 FROM above WHERE id = NEW.{target}
  )"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name} BEFORE INSERT ON %(table)s
BEGIN
  SELECT RAISE(ABORT, '{circle}: {name}') WHERE {leads_back};
END"""
_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('{name}'));
  IF {leads_back} THEN
    RAISE EXCEPTION '{circle}: {name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
  END IF;
  RETURN NEW;
END $$"""
_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} BEFORE INSERT ON %(table)s FOR EACH ROW EXECUTE FUNCTION {name}()"
)


class NoCircle(Triggered):
    """Rows are arrows from ``source`` to ``target``; following them never comes back. Those with ``unless`` set do not count.

    On PostgreSQL writers of arrows wait for each other: two that see nothing of one
    another could close a circle together.
    """

    WORDS = ("source", "target", "unless")
    TRIGGERS = ("",)

    def __init__(self, *, name: str, source: str, target: str, unless: str) -> None:
        """Name the fields."""
        super().__init__(name=name)
        self.source, self.target, self.unless = source, target, unless

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        columns = {
            word: str(getattr(model._meta.get_field(getattr(self, word)), "column", ""))
            for word in self.WORDS
        }
        words = {"name": self.name, "circle": CIRCLE, "leads_back": _LEADS_BACK.format(**columns)}
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            return [
                Statement(_POSTGRES.format(**words), table=table),
                Statement(_POSTGRES_TRIGGER.format(**words), table=table),
            ]
        return [Statement(_SQLITE.format(**words), table=table)]
