"""Whom to visit: a proposal is taken off with a reason; the same can be proposed anew."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0027_words_of_audit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="target",
            name="events_target_once",
        ),
        migrations.RemoveConstraint(
            model_name="target",
            name="events_target_once_without_season",
        ),
        migrations.AddField(
            model_name="target",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="target",
            name="removed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"),
                models.F("season"),
                condition=models.Q(("removed_at", None)),
                name="events_target_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("removed_at", None), ("season", None)),
                name="events_target_once_without_season",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at", None), models.Q(("chosen_at", None), ("reason__gt", "")), _connector="OR"
                ),
                name="events_target_removed_why",
            ),
        ),
    ]
