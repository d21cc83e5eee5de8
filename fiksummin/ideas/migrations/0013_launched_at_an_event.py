import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0019_leaders"),
        ("ideas", "0012_an_appeal_has_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="campaign",
            name="born_at",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="campaigns",
                to="events.event",
            ),
        ),
    ]
