"""When visits and bookings were changed; SQLite's triggers are made anew, so that they refuse moments that never come."""

from typing import Any

from django.db import migrations, models


def remake_triggers(apps: Any, schema_editor: Any) -> None:
    """Make the triggers of every NoOverlap as they are written now."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for name in ("Claim", "Shift"):
        model = apps.get_model("spaces", name)
        for constraint in model._meta.constraints:
            if type(constraint).__name__ == "NoOverlap":
                schema_editor.execute(constraint.remove_sql(model, schema_editor))
                schema_editor.execute(constraint.create_sql(model, schema_editor))


class Migration(migrations.Migration):
    dependencies = [("spaces", "0005_hours_of_hosting")]

    operations = [
        migrations.AddField("booking", "changed_at", models.DateTimeField(null=True)),
        migrations.AddField("visit", "changed_at", models.DateTimeField(null=True)),
        migrations.RunPython(remake_triggers, migrations.RunPython.noop),
    ]
