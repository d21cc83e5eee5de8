import django.db.models.deletion
from django.db import migrations, models

from fiksummin.core.db.history import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("library", "0002_links_of_seasons"), ("trail", "0005_the_lab_on_the_trail")]

    operations = [
        migrations.RemoveConstraint(model_name="lablesson", name="library_lesson_kept"),
        migrations.RemoveConstraint(model_name="labversion", name="library_lab_version_kept"),
        migrations.RenameField(model_name="lablesson", old_name="node", new_name="because_of"),
        *(
            migrations.AddField(
                model_name=model,
                name="node",
                field=models.OneToOneField(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="trail.node",
                ),
            )
            for model in ("lablesson", "labversion")
        ),
        migrations.AddConstraint(
            model_name="lablesson",
            constraint=AppendOnly(forgets=("by",), name="library_lesson_kept", sets=("withdrawn_at",)),
        ),
        migrations.AddConstraint(
            model_name="labversion", constraint=AppendOnly(forgets=("by",), name="library_lab_version_kept")
        ),
    ]
