"""How many rows one may have at most and at least, and what stays as it is once something hangs on it; on both engines alike."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.history import Refusing
from fiksummin.core.db.triggered import Triggered

TOO_MANY = "too many"
"""The word by which a trigger says that somebody has as many as she may."""
NONE_LEFT = "none left"
"""The word by which a trigger says that a whole would be left without."""

_TOO_MANY = """
  EXISTS (
    SELECT 1 FROM %(things)s AS thing JOIN %(wholes)s AS whole ON whole.id = thing.{within}
    WHERE thing.id = NEW.{via} AND whole.{where} = '{is_}' AND whole.{most} < (
      SELECT count(*) FROM %(table)s AS other JOIN %(things)s AS its ON its.id = other.{via}
      WHERE other.{whose} = NEW.{whose} AND other.{per} = NEW.{per} AND other.{amount} > 0
        AND its.{within} = thing.{within}
    )
  )"""
_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON %(table)s WHEN NEW.{amount} > 0
BEGIN
  SELECT RAISE(ABORT, '{word}: {name}') WHERE {too_many};
END"""
_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  SELECT whole.id INTO found FROM %(things)s AS thing JOIN %(wholes)s AS whole ON whole.id = thing.{within}
    WHERE thing.id = NEW.{via} FOR SHARE OF whole;
  PERFORM pg_advisory_xact_lock(hashtext('{name}:' || found), hashtext(NEW.{whose}::text));
  IF {too_many} THEN
    RAISE EXCEPTION '{word}: {name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
  END IF;
  RETURN NULL;
END $$"""
_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE ON %(table)s FOR EACH ROW"
    " WHEN (NEW.{amount} > 0 AND NEW.{whose} IS NOT NULL) EXECUTE FUNCTION {name}()"
)


class AtMost(Triggered):
    """Somebody has at most so many rows within a whole, for every writer.

    A row points at a thing (``via``), the thing at its whole (``within``), whose column ``most`` says how many
    rows with an ``amount`` above 0 one (``whose``) may have, each ``per`` by itself; only wholes whose column
    is so (``where``: its name and value). On PostgreSQL rows of one and the same wait for each other, and the
    whole stays as it is meanwhile; on SQLite there is one writer.
    """

    WORDS = ("whose", "via", "within", "amount", "per", "most", "where")

    def __init__(
        self, *, name: str, whose: str, via: str, within: str, amount: str, per: str, most: str,
        where: tuple[str, str],
    ) -> None:  # fmt: skip
        """Name the fields."""
        super().__init__(name=name)
        self.whose, self.via, self.within, self.amount = whose, via, within, amount
        self.per, self.most, self.where = per, most, (where[0], where[1])

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        key: Any = model._meta.get_field(self.via)
        within: Any = key.related_model._meta.get_field(self.within)
        tables = {
            name: Table(of._meta.db_table, schema_editor.quote_name)
            for name, of in {
                "table": model,
                "things": key.related_model,
                "wholes": within.related_model,
            }.items()
        }
        fields: dict[str, Any] = {
            name: model._meta.get_field(getattr(self, name)) for name in ("whose", "amount", "per")
        }
        words = {name: field.column for name, field in fields.items()} | {
            "name": self.name, "word": TOO_MANY, "via": key.column, "within": within.column,
            "where": self.where[0], "is_": self.where[1], "most": self.most,
        }  # fmt: skip
        words["too_many"] = _TOO_MANY.format(**words)
        if schema_editor.connection.vendor == "postgresql":
            return [Statement(sql.format(**words), **tables) for sql in (_POSTGRES, _POSTGRES_TRIGGER)]
        return [Statement(_SQLITE.format(event=event, **words), **tables) for event in ("insert", "update")]


class Settled(Refusing):
    """Some columns stay as they are once something hangs on the row: while ``once``, a query about ``OLD``, finds any."""

    WORDS = ("fields", "once")

    def __init__(self, *, name: str, fields: tuple[str, ...], once: str) -> None:
        """Name the fields, and say what hangs on them."""
        super().__init__(name=name)
        self.fields, self.once = tuple(fields), once

    def _events(self) -> tuple[str, ...]:
        return ("UPDATE",)

    def _broken(self, model: type[models.Model], differs: str) -> str:
        return f"({_changed(model, self.fields, differs)}) AND EXISTS ({self.once})"


class Never(Refusing):
    """Some columns are never written so that ``found``, a query about ``NEW``, finds any; what stands already may stay.

    Where ``found`` looks at other rows, rivals may not see each other's: on PostgreSQL those whose ``alike``, a text
    made of ``NEW``, is the same wait for each other.
    """

    WORDS = ("fields", "found", "alike")

    def __init__(self, *, name: str, fields: tuple[str, ...], found: str, alike: str = "") -> None:
        """Name the fields, and say what would be wrong with them."""
        super().__init__(name=name)
        self.fields, self.found, self.alike = tuple(fields), found, alike

    def _events(self) -> tuple[str, ...]:
        return ("INSERT", "UPDATE")

    def _broken(self, model: type[models.Model], differs: str) -> str:
        return f"({_changed(model, self.fields, differs)}) AND {self._born(model)}"

    def _born(self, model: type[models.Model]) -> str:
        return f"EXISTS ({self.found})"

    def _queue(self) -> str:
        if not self.alike:
            return ""
        return f"\n  PERFORM pg_advisory_xact_lock(hashtext('{self.name}'), hashtext({self.alike}));"


def _changed(model: type[models.Model], fields: tuple[str, ...], differs: str) -> str:
    columns = [str(getattr(model._meta.get_field(field), "column", "")) for field in fields]
    return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)


_NONE_LEFT = """
  NOT EXISTS (SELECT 1 FROM %(table)s AS left_ WHERE left_.{of} = OLD.{of} AND left_.{marked} IS NOT NULL)"""
_NONE_SQLITE = """
CREATE TRIGGER IF NOT EXISTS {name}{end} AFTER {event} ON %(table)s WHEN OLD.{marked} IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, '{word}: {name}') WHERE {none_left}
    AND EXISTS (SELECT 1 FROM %(wholes)s AS whole WHERE whole.id = OLD.{of}{goes_on});
END"""
_NONE_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM %(wholes)s AS whole WHERE whole.id = OLD.{of}{goes_on} FOR NO KEY UPDATE;
  IF FOUND AND {none_left} THEN
    RAISE EXCEPTION '{word}: {name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
  END IF;
  RETURN NULL;
END $$"""
_NONE_POSTGRES_TRIGGER = (
    "CREATE OR REPLACE TRIGGER {name} AFTER {event} OR DELETE ON %(table)s FOR EACH ROW"
    " WHEN (OLD.{marked} IS NOT NULL) EXECUTE FUNCTION {name}()"
)


class AtLeastOne(Triggered):
    """A whole that has rows with a mark keeps one of them, for every writer, until it has ended itself.

    A row points at its whole (``of``) and is marked by a field that is not null (``marked``); the whole has
    ended when its column ``until`` is set; without, it never has. Where a row ``forgets``, its mark may be taken
    from it: somebody is forgotten, but does not go. On PostgreSQL those who take a mark or a row away wait for each
    other at the whole; on SQLite there is one writer.
    """

    WORDS = ("of", "marked", "until", "forgets")
    TRIGGERS = ("_update", "_delete")

    def __init__(self, *, name: str, of: str, marked: str, until: str = "", forgets: bool = False) -> None:
        """Name the fields."""
        super().__init__(name=name)
        self.of, self.marked, self.until, self.forgets = of, marked, until, forgets

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        key: Any = model._meta.get_field(self.of)
        tables = {
            "table": Table(model._meta.db_table, schema_editor.quote_name),
            "wholes": Table(key.related_model._meta.db_table, schema_editor.quote_name),
        }
        marked: Any = model._meta.get_field(self.marked)
        change = f"UPDATE OF {key.column}" if self.forgets else "UPDATE"
        words = {
            "name": self.name, "word": NONE_LEFT, "of": key.column, "marked": marked.column, "event": change,
            "goes_on": f" AND whole.{self.until} IS NULL" if self.until else "",
        }  # fmt: skip
        words["none_left"] = _NONE_LEFT.format(**words)
        if schema_editor.connection.vendor == "postgresql":
            return [
                Statement(sql.format(**words), **tables) for sql in (_NONE_POSTGRES, _NONE_POSTGRES_TRIGGER)
            ]
        each = zip(self.TRIGGERS, (change, "DELETE"), strict=True)
        return [
            Statement(_NONE_SQLITE.format(**words | {"end": end, "event": event}), **tables)
            for end, event in each
        ]
