"""Visits to companies and stops of the tour ask about access, too: the lab holds them, if elsewhere."""

from importlib import import_module
from typing import Any

from django.db import migrations

VISITS = ("company-visit", "tour-stop")
ACCESS: dict[str, str] = import_module("fiksummin.events.migrations.0026_kinds_ask_and_audit").ACCESS


def ask(apps: Any, _schema_editor: Any) -> None:
    """Let them ask, where they do not yet."""
    question = apps.get_model("events", "KindQuestion")
    for kind in apps.get_model("events", "EventKind").objects.filter(slug__in=VISITS):
        asked = question.objects.filter(kind=kind)
        if not asked.filter(sensitivity=ACCESS["sensitivity"]).exists():
            question.objects.create(kind=kind, position=asked.count(), **ACCESS)


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("events", "0028_proposals_taken_off")]

    operations = [migrations.RunPython(ask, migrations.RunPython.noop)]
