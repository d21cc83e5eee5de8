"""Rows that belong together through what they hang on: one value once in the whole of them; on both engines alike."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.history import Refusing
from fiksummin.core.db.triggered import Triggered

TWICE = "twice"
"""The word by which a trigger says that a value stands in a chain already."""

_TWICE = """
  NEW.{whose} IS NOT NULL AND EXISTS (
    SELECT 1 FROM %(links)s AS own JOIN %(links)s AS its ON COALESCE(its.{first}, its.id) = COALESCE(own.{first}, own.id)
    JOIN %(table)s AS other ON other.{via} = its.id
    WHERE own.id = NEW.{via} AND other.{whose} = NEW.{whose} AND other.id <> NEW.id
  )"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON %(table)s
BEGIN
  SELECT RAISE(ABORT, '{word}: {name}') WHERE {twice};
END"""
_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('{name}:' || COALESCE(own.{first}, own.id)))
    FROM %(links)s AS own WHERE own.id = NEW.{via};
  IF {twice} THEN
    RAISE EXCEPTION '{word}: {name}' USING ERRCODE = 'unique_violation', CONSTRAINT = '{name}';
  END IF;
  RETURN NULL;
END $$"""
_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE ON %(table)s FOR EACH ROW"
    " WHEN (NEW.{whose} IS NOT NULL) EXECUTE FUNCTION {name}()"
)


class OncePerChain(Triggered):
    """A value (``whose``) stands once in all rows of a chain, for every writer.

    A row hangs on a link of the chain (``via``); a link says with which it began (``first``), that one itself
    with which none. On PostgreSQL writers of one chain wait for each other; on SQLite there is one writer.
    """

    WORDS = ("whose", "via", "first")

    def __init__(self, *, name: str, whose: str, via: str, first: str) -> None:
        """Name the fields."""
        super().__init__(name=name)
        self.whose, self.via, self.first = whose, via, first

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        via: Any = model._meta.get_field(self.via)
        first: Any = via.related_model._meta.get_field(self.first)
        whose: Any = model._meta.get_field(self.whose)
        words = {
            "name": self.name,
            "word": TWICE,
            "via": via.column,
            "first": first.column,
            "whose": whose.column,
        }
        words["twice"] = _TWICE.format(**words)
        tables = {
            name: Table(of._meta.db_table, schema_editor.quote_name)
            for name, of in {"table": model, "links": via.related_model}.items()
        }
        if schema_editor.connection.vendor == "postgresql":
            return [Statement(sql.format(**words), **tables) for sql in (_POSTGRES, _POSTGRES_TRIGGER)]
        return [Statement(_SQLITE.format(event=event, **words), **tables) for event in ("insert", "update")]


class BornAs(Refusing):
    """A new row is refused while ``unless``, a condition about ``NEW``, does not hold; what it was born as in ``fields`` stays."""

    WORDS = ("fields", "unless")

    def __init__(self, *, name: str, fields: tuple[str, ...], unless: str = "") -> None:
        """Name the fields, and say what a new row must be."""
        super().__init__(name=name)
        self.fields, self.unless = tuple(fields), unless

    def _events(self) -> tuple[str, ...]:
        return ("INSERT", "UPDATE") if self.unless else ("UPDATE",)

    def _born(self, model: type[models.Model]) -> str:
        return f"NOT ({self.unless})" if self.unless else "FALSE"

    def _broken(self, model: type[models.Model], differs: str) -> str:
        columns = [str(getattr(model._meta.get_field(field), "column", "")) for field in self.fields]
        return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)
