"""What a database does of itself for a model: constraints that are made of several statements."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.models.constraints import BaseConstraint


class Triggered(BaseConstraint):
    """A constraint of triggers, functions or an exclusion, which stands with its table and is remade with it.

    Whoever inherits says in ``WORDS`` which of its attributes build it again, in ``_statements``
    what makes it, and how the names of its triggers (on SQLite) and of its functions (on PostgreSQL,
    whose triggers go with them) go on after its own.
    """

    WORDS: tuple[str, ...] = ()
    TRIGGERS: tuple[str, ...] = ("_insert", "_update")
    FUNCTIONS: tuple[str, ...] = ("",)

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Defer to after the tables exist, and follow this one when SQLite remakes it."""
        schema_editor.deferred_sql.extend(self._statements(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Give the last statement for a table that stands already; the others are done."""
        *first, last = self._statements(model, schema_editor)
        for statement in first:
            schema_editor.execute(statement)
        return last

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Give the last statement that takes it away; the others are done."""
        if schema_editor.connection.vendor == "postgresql":
            *first, last = (f"DROP FUNCTION {self.name}{end}() CASCADE" for end in self.FUNCTIONS)
        else:
            *first, last = (f"DROP TRIGGER IF EXISTS {name}" for name in self._triggers(model))
        for statement in first:
            schema_editor.execute(statement)
        return Statement(last)

    def validate(self, *_args: Any, **_kwargs: Any) -> None:
        """Leave it to the database: an action asks before."""

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """Say how to build this again, for migrations; what is empty is left out."""
        words = {word: getattr(self, word) for word in self.WORDS}
        kwargs = {"name": self.name} | {word: value for word, value in words.items() if value}
        return f"{type(self).__module__}.{type(self).__name__}", (), kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash(self.name)

    def _triggers(self, model: type[models.Model]) -> list[str]:
        return [f"{self.name}{end}" for end in self.TRIGGERS]

    def _statements(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        raise NotImplementedError
