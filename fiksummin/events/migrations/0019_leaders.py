from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0018_older_outcomes_on_trail"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="audience",
            field=models.CharField(
                choices=[
                    ("public", "everybody"),
                    ("members", "people of the state administration and partners"),
                    ("state", "people of the state administration"),
                    ("partners", "partners by agreement"),
                    ("organisation", "people of one organisation"),
                    ("circle", "members of a community"),
                    ("role", "those who have a certain role"),
                    ("invited", "those who are invited"),
                ],
                default="members",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="audience_role",
            field=models.CharField(
                blank=True,
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
        migrations.AlterField(
            model_name="eventkind",
            name="audience",
            field=models.CharField(
                choices=[
                    ("public", "everybody"),
                    ("members", "people of the state administration and partners"),
                    ("state", "people of the state administration"),
                    ("partners", "partners by agreement"),
                    ("organisation", "people of one organisation"),
                    ("circle", "members of a community"),
                    ("role", "those who have a certain role"),
                    ("invited", "those who are invited"),
                ],
                default="members",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="quota",
            name="role",
            field=models.CharField(
                blank=True,
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
    ]
