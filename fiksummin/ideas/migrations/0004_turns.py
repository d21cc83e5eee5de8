"""Ideas that stood before get their turn; campaigns that stood before their own seed."""

import random
import secrets

from django.db import migrations


def give_turns(apps, _editor):
    Idea, Turn = apps.get_model("ideas", "Idea"), apps.get_model("ideas", "Turn")
    rows = Idea.objects.values_list("pk", "campaign").iterator()
    Turn.objects.bulk_create(
        (Turn(idea_id=idea, campaign_id=campaign, place=random.random()) for idea, campaign in rows),  # noqa: S311 -- a lot without a prize
        batch_size=500,
    )
    for campaign in apps.get_model("ideas", "Campaign").objects.all():
        seed = secrets.token_hex(16)
        type(campaign).objects.filter(pk=campaign.pk).exclude(ideas__support__isnull=False).update(seed=seed)


class Migration(migrations.Migration):
    dependencies = [("ideas", "0003_weighing")]

    operations = [migrations.RunPython(give_turns, migrations.RunPython.noop)]
