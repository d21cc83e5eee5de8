import django.db.models.deletion
from django.db import migrations, models

import fiksummin.core.db.history
import fiksummin.core.db.limits


class Migration(migrations.Migration):
    dependencies = [
        ("experiments", "0010_turns_go_forward"),
    ]

    operations = [
        migrations.CreateModel(
            name="Wording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=150)),
                ("why", models.TextField(max_length=2000)),
                ("expectation", models.TextField(max_length=2000)),
                ("measure", models.TextField(max_length=2000)),
                ("place", models.CharField(max_length=200)),
                ("perspectives", models.JSONField(default=list)),
                (
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="before",
                        to="experiments.note",
                    ),
                ),
            ],
            options={
                "constraints": [fiksummin.core.db.history.AppendOnly(name="experiments_wording_kept")],
            },
        ),
        migrations.AddConstraint(
            model_name="experiment",
            constraint=fiksummin.core.db.limits.Settled(
                fields=("title", "why", "expectation", "measure", "place", "perspectives"),
                name="experiments_words_kept",
                once="SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM experiments_wording AS kept JOIN experiments_note AS note ON note.id = kept.note_id WHERE note.experiment_id = OLD.id AND kept.title = OLD.title AND kept.why = OLD.why AND kept.expectation = OLD.expectation AND kept.measure = OLD.measure AND kept.place = OLD.place AND kept.perspectives = OLD.perspectives)",
            ),
        ),
    ]
