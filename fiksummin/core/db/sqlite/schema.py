"""Django's SQLite schema editor, with triggers that look at other tables left in peace."""

from typing import Any

from django.db.backends.sqlite3.schema import DatabaseSchemaEditor


class SchemaEditor(DatabaseSchemaEditor):
    """Remakes a table though triggers of others name it.

    SQLite reads every trigger again when a table is renamed, and would refuse
    while the one that is remade is away for a moment; the old way of renaming
    leaves triggers, which name it rightly afterwards, as they are.
    """

    def _remake_table(self, *args: Any, **kwargs: Any) -> None:
        self.execute("PRAGMA legacy_alter_table = ON")
        try:
            super()._remake_table(*args, **kwargs)  # type: ignore[misc]  # private to Django
        finally:
            self.execute("PRAGMA legacy_alter_table = OFF")
