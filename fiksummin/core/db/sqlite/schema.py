"""Django's SQLite schema editor, with triggers that look at other tables left in peace."""

from typing import Any

from django.db import models
from django.db.backends.sqlite3.schema import DatabaseSchemaEditor

from fiksummin.core.db.triggered import Triggered


class SchemaEditor(DatabaseSchemaEditor):
    """Remakes a table though triggers of others name it, and keeps those that others have on it.

    SQLite reads every trigger again when a table is renamed, and would refuse
    while the one that is remade is away for a moment; the old way of renaming
    leaves triggers, which name it rightly afterwards, as they are. The triggers
    on the table go with the old one: a model's own come again with its
    constraints, those that another model's constraint has there (what it counts
    into) would be gone.
    """

    _leaving = ""

    def remove_constraint(self, model: type[models.Model], constraint: Any) -> None:
        """Let a constraint go, and what it has on its own table and on others."""
        self._leaving = constraint.name
        try:
            super().remove_constraint(model, constraint)
        finally:
            self._leaving = ""
        if isinstance(constraint, Triggered):
            self.execute(constraint.remove_sql(model, self))

    def _remake_table(self, model: type[models.Model], *args: Any, **kwargs: Any) -> None:
        others = self._triggers_of_others(model)
        self.execute("PRAGMA legacy_alter_table = ON")
        try:
            super()._remake_table(model, *args, **kwargs)  # type: ignore[misc]  # private to Django
        finally:
            self.execute("PRAGMA legacy_alter_table = OFF")
        for sql in others:
            self.execute(sql, params=None)

    def _triggers_of_others(self, model: type[models.Model]) -> list[str]:
        own = (self._leaving, *(constraint.name for constraint in model._meta.constraints))
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
                [model._meta.db_table],
            )
            rows = cursor.fetchall()
        return [
            sql for name, sql in rows if not any(f"{name}_".startswith(f"{each}_") for each in own if each)
        ]
