"""What the database does of itself stands there for every model, after all the steps that remade a table since."""

import re

import pytest
from django.apps import apps
from django.db import connection

from fiksummin.core.db.triggered import Triggered

pytestmark = pytest.mark.django_db
MADE = re.compile(r"CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER (?:IF NOT EXISTS )?\"?(\w+)")
STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def wanted() -> set[str]:
    """Name the triggers that the models ask for."""
    editor = connection.SchemaEditorClass(connection, collect_sql=True)
    statements = [
        str(statement)
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, Triggered)
        for statement in constraint._statements(model, editor)
    ]
    return {name for statement in statements for name in MADE.findall(statement)}


def test_every_trigger_stands() -> None:
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    assert len(wanted()) > 40
    assert wanted() - standing == set()
