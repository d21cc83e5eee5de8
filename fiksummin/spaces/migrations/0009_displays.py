"""Screens: a name that says something, and a language of their own."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("spaces", "0008_reports_climb")]

    operations = [
        migrations.AddField("display", "language", models.CharField(max_length=2, blank=True, default="")),
        migrations.AddConstraint(
            "display", models.CheckConstraint(condition=~Q(name=""), name="spaces_display_has_name")
        ),
        migrations.AddConstraint(
            "display",
            models.CheckConstraint(
                condition=Q(language__in=["", "fi", "sv", "en"]), name="spaces_display_language"
            ),
        ),
    ]
