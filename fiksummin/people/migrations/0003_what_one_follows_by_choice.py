from django.db import migrations, models


def ask_anew(apps, schema_editor):
    """No letter of this kind had ever gone, and nobody had been asked: from here on it is chosen."""
    apps.get_model("people", "Person").objects.filter(mail_follow=True).update(mail_follow=False)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_tokens_limits")]

    operations = [
        migrations.AlterField(
            model_name="person", name="mail_follow", field=models.BooleanField(default=False)
        ),
        migrations.RunPython(ask_anew, migrations.RunPython.noop),
    ]
