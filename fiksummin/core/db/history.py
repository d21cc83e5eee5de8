"""Rows that stay as they were written, and words that change only by the steps allowed; on both engines alike."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.triggered import Triggered

KEPT = "kept"
"""The word by which a trigger says that it kept a row as it was."""

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} BEFORE {event} ON %(table)s
BEGIN
  SELECT RAISE(ABORT, '{kept}: {name}'){when};
END"""
_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{queue}
  IF TG_OP = 'UPDATE' THEN
    IF NOT ({broken}) THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'INSERT' THEN
    IF NOT ({born}) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '{kept}: {name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
END $$"""
_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} BEFORE {events} ON %(table)s FOR EACH ROW EXECUTE FUNCTION {name}()"
)


class Refusing(Triggered):
    """What an update, a removal or a new row may not be; whoever inherits words it."""

    def _triggers(self, model: type[models.Model]) -> list[str]:
        return [f"{self.name}_{event.lower()}" for event in self._events()]

    def _events(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _broken(self, model: type[models.Model], differs: str) -> str:
        """Say when an update is refused; ``differs`` compares two values of which one may be null."""
        raise NotImplementedError

    def _born(self, model: type[models.Model]) -> str:
        """Say when a new row is refused."""
        return "FALSE"

    def _queue(self) -> str:
        """Give the statement by which writers wait for each other on PostgreSQL; on SQLite there is one writer."""
        return ""

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        table = Table(model._meta.db_table, schema_editor.quote_name)
        if schema_editor.connection.vendor == "postgresql":
            broken = self._broken(model, "IS DISTINCT FROM")
            words = {
                "name": self.name, "kept": KEPT, "events": " OR ".join(self._events()), "queue": self._queue()
            }  # fmt: skip
            return [
                Statement(_POSTGRES.format(broken=broken, born=self._born(model), **words)),
                Statement(_POSTGRES_TRIGGER.format(**words), table=table),
            ]
        when = {
            "INSERT": f" WHERE {self._born(model)}",
            "UPDATE": f" WHERE {self._broken(model, 'IS NOT')}",
            "DELETE": "",
        }
        return [
            Statement(
                _SQLITE.format(name=self.name, event=event.lower(), kept=KEPT, when=when[event]), table=table
            )
            for event in self._events()
        ]


class AppendOnly(Refusing):
    """A row is written once and never removed.

    ``sets`` names columns that may be given a value once, where there was none; ``forgets``
    those that may lose theirs: somebody is forgotten, what happened is not. A field may be both.
    ``moves`` are left to another guard, as ``Steps`` is; a row that ``goes`` may be removed whole.
    """

    WORDS = ("sets", "forgets", "moves", "goes")

    def __init__(
        self, *, name: str, sets: tuple[str, ...] = (), forgets: tuple[str, ...] = (),
        moves: tuple[str, ...] = (), goes: bool = False,
    ) -> None:  # fmt: skip
        """Name the fields."""
        super().__init__(name=name)
        self.sets, self.forgets, self.moves, self.goes = tuple(sets), tuple(forgets), tuple(moves), goes

    def _events(self) -> tuple[str, ...]:
        return ("UPDATE",) if self.goes else ("UPDATE", "DELETE")

    def _broken(self, model: type[models.Model], differs: str) -> str:
        kept = [field for field in model._meta.concrete_fields if field.name not in self.moves]
        return " OR ".join(self._changed(field, differs) for field in kept)

    def _changed(self, field: Any, differs: str) -> str:
        column = field.column
        changed = f"OLD.{column} {differs} NEW.{column}"
        if field.name in self.sets:
            changed += f" AND OLD.{column} IS NOT NULL"
        if field.name in self.forgets:
            changed += f" AND NEW.{column} IS NOT NULL"
        return f"({changed})"


class Steps(Refusing):
    """A word changes only by the steps allowed, from the words that a row may begin with; for every writer.

    ``allowed`` pairs a word with one that may come after it.
    """

    WORDS = ("field", "allowed", "first")

    def __init__(
        self, *, name: str, field: str, allowed: tuple[tuple[str, str], ...], first: tuple[str, ...]
    ) -> None:
        """Name the field and the steps."""
        super().__init__(name=name)
        self.field, self.first = field, tuple(first)
        self.allowed = tuple((before, after) for before, after in allowed)

    def _events(self) -> tuple[str, ...]:
        return ("INSERT", "UPDATE")

    def _column(self, model: type[models.Model]) -> str:
        return str(getattr(model._meta.get_field(self.field), "column", ""))

    def _broken(self, model: type[models.Model], differs: str) -> str:
        column = self._column(model)
        steps = ", ".join(f"'{before}>{after}'" for before, after in self.allowed)
        return f"OLD.{column} {differs} NEW.{column} AND OLD.{column} || '>' || NEW.{column} NOT IN ({steps})"

    def _born(self, model: type[models.Model]) -> str:
        words = ", ".join(f"'{word}'" for word in self.first)
        return f"NEW.{self._column(model)} NOT IN ({words})"
