"""Nobody is registered by another: the audit log has no word for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0026_kinds_ask_and_audit"),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditline",
            name="what",
            field=models.CharField(
                choices=[
                    ("priority", "was put at the head of the queue"),
                    ("walk_in", "got a place at the door"),
                    ("removed", "was cancelled for somebody by another"),
                    ("handed", "was handed to a colleague by whoever had it"),
                    ("capacity", "the number of places was changed"),
                ],
                max_length=10,
            ),
        ),
    ]
