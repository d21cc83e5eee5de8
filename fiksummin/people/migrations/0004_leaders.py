from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_what_one_follows_by_choice"),
    ]

    operations = [
        migrations.AlterField(
            model_name="role",
            name="kind",
            field=models.CharField(
                choices=[
                    ("host", "host"),
                    ("facilitator", "facilitator"),
                    ("editor", "editor"),
                    ("manager", "site manager"),
                    ("owner", "owner"),
                    ("leader", "leader"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "leader"), _negated=True), ("place", ""), _connector="OR"
                ),
                name="people_leader_in_her_agency",
            ),
        ),
    ]
