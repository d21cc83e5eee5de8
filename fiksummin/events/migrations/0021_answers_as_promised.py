from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def promise(apps, schema_editor):
    """What was told before goes when its event says."""
    answers = apps.get_model("events", "Answer").objects.filter(question__sensitivity__in=["diet", "access"])
    questions = apps.get_model("events", "Question").objects.filter(pk=OuterRef("question"))
    answers.update(keep_days=Subquery(questions.values("event__keep_answers_days")))


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0020_seats_and_reasons"),
    ]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="keep_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.RunPython(promise, migrations.RunPython.noop),
    ]
