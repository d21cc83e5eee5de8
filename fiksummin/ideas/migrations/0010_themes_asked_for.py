"""Addresses of ideas that stood in the words of a planned theme become links of the trail; other words stay."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.db import migrations

from fiksummin.core.time import now


def link_ideas(apps, _editor):
    Planned, Idea = apps.get_model("events", "PlannedTheme"), apps.get_model("ideas", "Idea")
    address = _address()
    for planned in Planned.objects.exclude(wish="").order_by("pk"):
        numbers = {int(found[1]) for found in address.finditer(planned.wish)}
        nodes = dict(Idea.objects.filter(pk__in=numbers).values_list("pk", "node"))
        if not nodes:
            continue
        target = _on_trail(apps, planned)
        for number in sorted(nodes):
            _link(apps, nodes[number], target)
        left = address.sub(
            lambda found, nodes=nodes: "" if int(found[1]) in nodes else found[0], planned.wish
        )
        planned.wish = re.sub(r"[ \t]{2,}", " ", left).strip(" \t\r\n:;,–-")
        planned.save(update_fields=["wish"])


def _address():
    """An address of an idea here, with its host or beginning at the root, and nothing further in its path."""
    hosts = {urlsplit(settings.BASE_URL).hostname, *settings.ALLOWED_HOSTS}
    host = "|".join(re.escape(name) for name in sorted(filter(None, hosts)))
    return re.compile(
        rf"(?<![\w./-])(?:https?://(?:{host})(?::\d+)?)?/(?:(?:fi|sv|en)/)?ideas/(\d{{1,18}})/?(?:[?#]\S*)?(?=$|[\s),.;<])"
    )


def _on_trail(apps, planned):
    Place, Node = apps.get_model("events", "PlannedOnTrail"), apps.get_model("trail", "Node")
    place = Place.objects.filter(pk=planned.pk).first()
    if place is None:
        moment = now()
        node = Node.objects.create(kind="theme", opened_at=moment, closed_at=moment)
        place = Place.objects.create(planned=planned, node=node)
    return place.node_id


def _link(apps, source, target):
    link = {"source_id": source, "target_id": target, "kind": "wished", "undone_at": None}
    apps.get_model("trail", "Link").objects.get_or_create(**link, defaults={"at": now()})


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0017_themes_on_trail"),
        ("ideas", "0009_far_down_by_numbers"),
        ("trail", "0003_theme"),
    ]

    operations = [migrations.RunPython(link_ideas, migrations.RunPython.noop)]
