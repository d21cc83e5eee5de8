"""Rows that the database itself keeps: what each row comes under, for as long as it holds something; on both engines alike."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.days import TODAY
from fiksummin.core.db.triggered import Triggered

ASTRAY = "astray"
"""The word by which a trigger says that a pair is not as the rows are that it pairs."""

_PAIRED = "SELECT 1 FROM %(table)s AS pair WHERE pair.{one} = one.id AND pair.{other} = other.id"
_COMES_UNDER = (
    "%(ones)s AS one JOIN %(others)s AS other ON other.{within} = one.{within}"
    " WHERE one.{holds} IS NOT NULL AND ({when})"
)
_WRITE = (
    "INSERT INTO %(table)s ({one}, {other}, {amount}) SELECT one.id, other.id, one.{amount}"
    " FROM {comes_under} AND {which} AND NOT EXISTS ({paired}) ORDER BY one.id, other.id;"
)
_FOLLOW = """
  DELETE FROM %(table)s WHERE {one} = NEW.id AND ({anew}) AND NOT EXISTS (
    SELECT 1 FROM {comes_under} AND one.id = NEW.id AND other.id = %(table)s.{other});
  {write}
  UPDATE %(table)s SET {amount} = NEW.{amount} WHERE {one} = NEW.id AND {amount} <> NEW.{amount};"""
_CONCERNED = (
    "EXISTS (SELECT 1 FROM %(others)s WHERE {within} = NEW.{within})"
    " OR EXISTS (SELECT 1 FROM %(table)s WHERE {one} = NEW.id)"
)
_TOUCHED = "(OLD.{holds} IS NOT NULL OR NEW.{holds} IS NOT NULL) AND ({anew} OR {amount_differs})"
_FALSE = "NOT EXISTS (SELECT 1 FROM {comes_under} AND one.id = NEW.{one} AND other.id = NEW.{other} AND one.{amount} = NEW.{amount})"
_MOVED = (
    "NEW.{one} <> OLD.{one} OR NEW.{other} <> OLD.{other}"
    " OR NOT EXISTS (SELECT 1 FROM %(ones)s AS one WHERE one.id = NEW.{one} AND one.{amount} = NEW.{amount})"
)
_LACKING = "EXISTS (SELECT 1 FROM {comes_under} AND one.id = OLD.{one} AND other.id = OLD.{other})"

_SQLITE = "CREATE TRIGGER IF NOT EXISTS {name}_{end} AFTER {event} ON %({on})s{when}\nBEGIN\n  {body}\nEND"
_SQLITE_REFUSAL = "SELECT RAISE(ABORT, '{word}: {name}');"
_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN DELETE FROM %(table)s WHERE {one} = OLD.id; RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('{name}', NEW.{within}));
  IF {concerned} THEN
    {follow}
  END IF;
  RETURN NULL;
END $$"""
_POSTGRES_OTHER = """
CREATE OR REPLACE FUNCTION {name}_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN DELETE FROM %(table)s WHERE {other} = OLD.id; RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('{name}', NEW.{within}));
  {write_other}
  RETURN NULL;
END $$"""
_POSTGRES_HONEST = """
CREATE OR REPLACE FUNCTION {name}_honest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN wrong := {false};
  ELSIF TG_OP = 'UPDATE' THEN wrong := {moved};
  ELSE wrong := {lacking}; END IF;
  IF wrong THEN
    RAISE EXCEPTION '{word}: {name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
  END IF;
  RETURN NULL;
END $$"""
_POSTGRES_TRIGGER = "CREATE OR REPLACE TRIGGER {name}_{end} AFTER {event} ON %({on})s FOR EACH ROW{when} EXECUTE FUNCTION {does}()"


class Follows(Triggered):
    """The rows of this table pair ``one`` row with each ``other`` that it comes under while it holds something.

    Both are foreign keys of this model, and both point at the same whole (``within``, a column of theirs).
    One holds something when its column ``holds`` is not null; ``when`` says, of ``one`` and ``other``, which
    it comes under (``{today}`` is the day in Finland). That is looked at when it begins to hold, and when
    ``within`` or what ``decides`` is another; a new other is paired with all that hold already. What decides
    of an other never changes (``BornAs`` sees to that). ``amount`` is a column of the one, copied here.

    Pairs that nobody can have are refused, and so is taking one away that stands rightly. On PostgreSQL a new
    other waits for those who are about to hold something within the same whole, and they for it.
    """

    WORDS = ("one", "other", "within", "holds", "amount", "decides", "when")
    TRIGGERS = (
        "_insert", "_update", "_delete", "_other_insert", "_other_delete",
        "_honest_insert", "_honest_update", "_honest_delete",
    )  # fmt: skip
    FUNCTIONS = ("", "_other", "_honest")

    def __init__(
        self, *, name: str, one: str, other: str, within: str, holds: str, amount: str,
        decides: tuple[str, ...], when: str,
    ) -> None:  # fmt: skip
        """Name the fields, and say what comes under what."""
        super().__init__(name=name)
        self.one, self.other, self.within, self.holds, self.amount = one, other, within, holds, amount
        self.decides, self.when = tuple(decides), when

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        vendor = schema_editor.connection.vendor
        words = self._words(model, vendor)
        of = {"table": model, **{f"{key}s": _related(model, key, self) for key in ("one", "other")}}
        tables = {name: Table(each._meta.db_table, schema_editor.quote_name) for name, each in of.items()}
        made = _of_postgres(words) if vendor == "postgresql" else _of_sqlite(words)
        return [Statement(sql, **tables) for sql in made]

    def _words(self, model: type[models.Model], vendor: str) -> dict[str, str]:
        one = _related(model, "one", self)
        differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
        own = {word: _column(model, getattr(self, word)) for word in ("one", "other", "amount")}
        words = own | {
            "name": self.name, "word": ASTRAY, "within": _column(one, self.within),
            "holds": _column(one, self.holds), "when": self.when.format(today=TODAY[vendor]),
        }  # fmt: skip
        changes = [f"OLD.{column} {differs} NEW.{column}" for column in self._deciding(one)]
        words["anew"] = " OR ".join(
            [f"(OLD.{words['holds']} IS NULL) <> (NEW.{words['holds']} IS NULL)", *changes]
        )
        words["amount_differs"] = f"OLD.{words['amount']} <> NEW.{words['amount']}"
        for word, sql in (("comes_under", _COMES_UNDER), ("paired", _PAIRED)):
            words[word] = sql.format(**words)
        return words

    def _deciding(self, one: type[models.Model]) -> list[str]:
        return [_column(one, field) for field in (self.within, *self.decides)]


def _column(model: type[models.Model], field: str) -> str:
    return str(getattr(model._meta.get_field(field), "column", ""))


def _related(model: type[models.Model], key: str, of: Follows) -> type[models.Model]:
    field: Any = model._meta.get_field(getattr(of, key))
    found: type[models.Model] = field.related_model
    return found


def _following(words: dict[str, str], anew: str) -> str:
    """Word what is done when one row changed; ``anew`` says when what it comes under is looked at."""
    write = _WRITE.format(which=f"one.id = NEW.id AND ({anew})", **words)
    return _FOLLOW.format(**{**words, "anew": anew, "write": write})


def _of_sqlite(words: dict[str, str]) -> list[str]:
    concerned = _CONCERNED.format(**words)
    refusal = _SQLITE_REFUSAL.format(**words)
    touched = _TOUCHED.format(**words)
    gone = "DELETE FROM %(table)s WHERE {} = OLD.id;"
    made = [
        ("insert", "ones", concerned, _following(words, "TRUE")),
        ("update", "ones", f"({touched}) AND ({concerned})", _following(words, words["anew"])),
        ("delete", "ones", "", gone.format(words["one"])),
        ("other_insert", "others", "", _WRITE.format(which="other.id = NEW.id", **words)),
        ("other_delete", "others", "", gone.format(words["other"])),
        *(
            (f"honest_{event}", "table", wrong.format(**words), refusal)
            for event, wrong in (("insert", _FALSE), ("update", _MOVED), ("delete", _LACKING))
        ),
    ]
    return [
        _SQLITE.format(
            name=words["name"], end=end, event=end.rpartition("_")[2].upper(), on=on, body=body,
            when=f"\nWHEN {when}" if when else "",
        )
        for end, on, when, body in made
    ]  # fmt: skip


def _of_postgres(words: dict[str, str]) -> list[str]:
    name = words["name"]
    said = {
        "concerned": _CONCERNED.format(**words),
        "follow": _following(words, f"TG_OP = 'INSERT' OR {words['anew']}"),
        "write_other": _WRITE.format(which="other.id = NEW.id", **words),
        "false": _FALSE.format(**words), "moved": _MOVED.format(**words), "lacking": _LACKING.format(**words),
    }  # fmt: skip
    functions = [sql.format(**words, **said) for sql in (_POSTGRES, _POSTGRES_OTHER, _POSTGRES_HONEST)]
    triggers = [
        ("insert", "INSERT", "ones", f"NEW.{words['holds']} IS NOT NULL", name),
        ("update", "UPDATE", "ones", _TOUCHED.format(**words), name),
        ("delete", "DELETE", "ones", "", name),
        ("other", "INSERT OR DELETE", "others", "", f"{name}_other"),
        ("honest", "INSERT OR UPDATE OR DELETE", "table", "", f"{name}_honest"),
    ]
    return functions + [
        _POSTGRES_TRIGGER.format(
            name=name, end=end, event=event, on=on, does=does, when=f" WHEN ({when})" if when else ""
        )
        for end, event, on, when, does in triggers
    ]
