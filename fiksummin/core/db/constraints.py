"""What the database itself refuses, on both engines alike."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

from fiksummin.core.db.triggered import Triggered

OVERLAP = "taken"
"""The word by which the SQLite trigger says why it refused."""

_TRIGGER = """
CREATE TRIGGER %(name)s_{moment} BEFORE {event} ON %(table)s
BEGIN
  SELECT RAISE(ABORT, '{overlap}: %(name)s') WHERE
    typeof(NEW.{start}) <> 'text' OR typeof(NEW.{end}) <> 'text'
    OR (NEW.{start} NOT GLOB '{stamp}' AND NEW.{start} NOT GLOB '{stamp}.{micro}')
    OR (NEW.{end} NOT GLOB '{stamp}' AND NEW.{end} NOT GLOB '{stamp}.{micro}')
    OR datetime(NEW.{start}) IS NOT substr(NEW.{start}, 1, 19) OR substr(NEW.{start}, 12, 2) > '23'
    OR datetime(NEW.{end}) IS NOT substr(NEW.{end}, 1, 19) OR substr(NEW.{end}, 12, 2) > '23'
    OR EXISTS (
      SELECT 1 FROM %(table)s AS standing
      WHERE standing.{cell} = NEW.{cell}
        AND standing.{start} < NEW.{end} AND standing.{end} > NEW.{start}
        {others}
    );
END"""
_STAMP = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
_MICRO = "[0-9]" * 6


class NoOverlap(Triggered):
    """Two rows of the same cell never share a moment of their half-open ranges.

    On PostgreSQL an exclusion constraint (needs ``btree_gist``), on SQLite two
    triggers, which also insist on the one spelling of a moment that compares
    rightly as text (a blob of the same letters would sort after every text), and
    that there is such a moment. It holds for every writer, the database's shell included.
    """

    WORDS = ("cell", "start", "end")

    def __init__(self, *, name: str, cell: str, start: str, end: str) -> None:
        """Name the columns: ``cell`` holds the key, ``start`` and ``end`` the range."""
        super().__init__(name=name, violation_error_code=OVERLAP)
        self.cell, self.start, self.end = cell, start, end

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Give the statement that lifts the refusal."""
        if schema_editor.connection.vendor != "postgresql":
            return super().remove_sql(model, schema_editor)
        table = Table(model._meta.db_table, schema_editor.quote_name)
        return Statement("ALTER TABLE %(table)s DROP CONSTRAINT %(name)s", table=table, name=self.name)

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Any = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """Raise ValidationError when a standing row overlaps; a courtesy, the database decides."""
        standing = model._default_manager.using(using).exclude(pk=instance.pk)
        clash = {
            self.cell: getattr(instance, self.cell),
            f"{self.start}__lt": getattr(instance, self.end),
            f"{self.end}__gt": getattr(instance, self.start),
        }
        if standing.filter(**clash).exists():
            raise ValidationError(self.get_violation_error_message(), code=OVERLAP)

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        if schema_editor.connection.vendor == "postgresql":
            return [self._exclusion(model, schema_editor)]
        return [
            self._trigger(model, schema_editor, "insert", "INSERT", ""),
            self._trigger(model, schema_editor, "update", "UPDATE", "AND standing.rowid <> OLD.rowid"),
        ]

    def _columns(self, model: type[models.Model]) -> dict[str, str]:
        fields = {part: model._meta.get_field(getattr(self, part)) for part in ("cell", "start", "end")}
        return {part: str(getattr(field, "column", "")) for part, field in fields.items()}

    def _exclusion(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> Statement:
        sql = (
            "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s EXCLUDE USING gist "
            "({cell} WITH =, tstzrange({start}, {end}, '[)') WITH &&)"
        ).format(**self._columns(model))
        return Statement(sql, table=Table(model._meta.db_table, schema_editor.quote_name), name=self.name)

    def _trigger(
        self,
        model: type[models.Model],
        schema_editor: BaseDatabaseSchemaEditor,
        moment: str,
        event: str,
        others: str,
    ) -> Statement:
        columns = self._columns(model)
        sql = _TRIGGER.format(
            moment=moment, event=event, others=others, overlap=OVERLAP, stamp=_STAMP, micro=_MICRO, **columns
        )
        return Statement(sql, table=Table(model._meta.db_table, schema_editor.quote_name), name=self.name)
