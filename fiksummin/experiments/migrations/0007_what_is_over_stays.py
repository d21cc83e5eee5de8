from django.conf import settings
from django.db import migrations, models

import fiksummin.core.db.history
import fiksummin.core.db.limits


class Migration(migrations.Migration):
    dependencies = [
        ("experiments", "0006_one_turn_in_a_chain"),
        ("ideas", "0013_launched_at_an_event"),
        ("people", "0004_leaders"),
        ("trail", "0003_theme"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="experiment",
            constraint=fiksummin.core.db.limits.Settled(
                fields=(
                    "title",
                    "why",
                    "expectation",
                    "measure",
                    "place",
                    "perspectives",
                    "euros",
                    "starts_on",
                    "ends_on",
                    "ended_at",
                    "works",
                    "result",
                    "lesson",
                    "decision",
                ),
                name="experiments_ended_for_good",
                once="SELECT 1 WHERE OLD.ended_at IS NOT NULL",
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handed_at", None), ("passed_at", None)),
                    models.Q(("freed_at", None), ("handed_at", None)),
                    models.Q(("freed_at", None), ("passed_at", None)),
                    _connector="OR",
                ),
                name="experiments_turn_ends_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=fiksummin.core.db.limits.Settled(
                fields=(
                    "given_to",
                    "given_at",
                    "accepted_at",
                    "experiment",
                    "handed_at",
                    "passed_at",
                    "freed_at",
                ),
                name="experiments_turn_over",
                once="SELECT 1 WHERE coalesce(OLD.handed_at, OLD.passed_at, OLD.freed_at) IS NOT NULL",
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=fiksummin.core.db.history.AppendOnly(
                forgets=("person",), name="experiments_note_kept"
            ),
        ),
        migrations.AddConstraint(
            model_name="reception",
            constraint=fiksummin.core.db.limits.Settled(
                fields=("answer", "answered_at", "taken_at", "given_to"),
                name="experiments_reception_said",
                once="SELECT 1 WHERE OLD.answered_at IS NOT NULL",
            ),
        ),
    ]
