"""Rows that are written with every act, their SQL made once.

As with questions (``questions.py``): Django words each INSERT and UPDATE anew, and rivals wait while it does.
Signals are not sent, and what the database would fill in itself is not known here: for plain rows.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model

from fiksummin.core.db.preparing import prepared

type Fields = tuple[Field[Any, Any], ...]


def insert(row: Model) -> None:
    """Write a new row down, and give it its number. Raises IntegrityError, as ``save`` does."""
    sql, fields = _insertion(type(row))
    with prepared() as cursor:
        cursor.execute(sql, _values(row, fields, is_new=True))
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS  # noqa: SLF001 -- as Django does when it saves


def insert_all(rows: Sequence[Model]) -> None:
    """Write new rows of one model down; many in one statement."""
    if len(rows) == 1:
        insert(rows[0])
    elif rows:
        type(rows[0])._default_manager.bulk_create(rows)


def rewrite(row: Model, *names: str) -> None:
    """Write some fields of a row anew."""
    sql, fields = _revision(type(row), names)
    with prepared() as cursor:
        cursor.execute(sql, [*_values(row, fields, is_new=False), row.pk])


def _values(row: Model, fields: Fields, *, is_new: bool) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(row, add=is_new), connection) for field in fields]


@cache
def _insertion(model: type[Model]) -> tuple[str, Fields]:
    fields: Fields = tuple(field for field in model._meta.local_concrete_fields if not field.primary_key)
    columns = ", ".join(_columns(fields))
    places = ", ".join(["%s"] * len(fields))
    table, key = _quoted(model._meta.db_table), _columns([model._meta.pk])[0]
    return f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING {key}", fields  # noqa: S608 -- names of our own


@cache
def _revision(model: type[Model], names: tuple[str, ...]) -> tuple[str, Fields]:
    fields: Fields = tuple(model._meta.get_field(name) for name in names)  # type: ignore[misc]  # fields of its own
    changes = ", ".join(f"{column} = %s" for column in _columns(fields))
    table, key = _quoted(model._meta.db_table), _columns([model._meta.pk])[0]
    return f"UPDATE {table} SET {changes} WHERE {key} = %s", fields  # noqa: S608 -- names of our own


def _columns(fields: Sequence[Field[Any, Any]]) -> list[str]:
    return [_quoted(field.column or field.name) for field in fields]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
