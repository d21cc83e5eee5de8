import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

CODES = ("fi", "sv", "en")


def name(apps, schema_editor):
    """A series is named as it was, in the language of its first event."""
    for series in apps.get_model("events", "EventSeries").objects.all():
        first = series.events.order_by("starts_at", "pk").first()
        code = first.language if first else "fi"
        type(series).objects.filter(pk=series.pk).update(**{f"name_{code}": F("title")})


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0024_counted"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name="eventseries",
                name=f"name_{code}",
                field=models.CharField(blank=True, default="", max_length=150),
                preserve_default=False,
            )
            for code in CODES
        ),
        migrations.RunPython(name, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="eventseries",
            options={"ordering": ["id"], "verbose_name_plural": "event series"},
        ),
        migrations.RemoveField(model_name="eventseries", name="title"),
        *(
            migrations.AddField(
                model_name="eventseries",
                name=f"about_{code}",
                field=models.TextField(blank=True, default="", max_length=2000),
                preserve_default=False,
            )
            for code in CODES
        ),
        migrations.AddField(
            model_name="eventseries",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="series",
                to="events.theme",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("name_en", ""), ("name_fi", ""), ("name_sv", ""), _negated=True),
                name="events_series_named",
            ),
        ),
    ]
