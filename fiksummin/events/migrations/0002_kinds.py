"""The kinds of events that the lab has held; an owner may rename, add and retire them."""

from typing import Any

from django.db import migrations

QUEUE, LOTTERY = "queue", "lottery"
MEMBERS, PUBLIC, STATE, ROLE = "members", "public", "state", "role"

KINDS: tuple[tuple[str, str, str, str, int, int, int, str, str, bool], ...] = (
    # slug, Finnish, Swedish, English, minutes, places, places online, allocation, audience, elsewhere
    ("workshop", "työpaja", "workshop", "workshop", 180, 20, 0, QUEUE, MEMBERS, False),
    ("theme-lunch", "teemalounas", "temalunch", "theme lunch", 60, 30, 30, QUEUE, MEMBERS, False),
    ("thinking-date", "ajattelutreffit", "tankeutbyte", "thinking date", 60, 20, 20, QUEUE, MEMBERS, False),
    ("collision-meeting", "Törmäämö", "Törmäämö, oväntade möten", "collision meeting", 120, 40, 0, QUEUE, MEMBERS, False),
    ("company-visit", "yritysvierailu", "företagsbesök", "company visit", 120, 20, 0, QUEUE, STATE, True),
    ("expert-visit", "asiantuntijavierailu", "expertbesök", "expert visit", 60, 30, 100, QUEUE, MEMBERS, False),
    ("tour-stop", "virastokiertue", "turné bland ämbetsverk", "agency tour stop", 180, 40, 0, QUEUE, STATE, True),
    ("series-event", "sarjan tapahtuma", "evenemang i en serie", "series event", 120, 60, 200, QUEUE, PUBLIC, False),
    ("training", "koulutus", "utbildning", "training", 180, 20, 50, QUEUE, MEMBERS, False),
    ("external-training", "muun järjestämä koulutus", "utbildning som ordnas av någon annan", "training held by others", 180, 0, 0, QUEUE, MEMBERS, True),
    ("tool-try-out", "työkalukokeilu", "verktygstest", "tool try-out", 60, 12, 30, QUEUE, MEMBERS, False),
    ("sparring-clinic", "sparrausklinikka", "sparringklinik", "sparring clinic", 120, 6, 6, LOTTERY, MEMBERS, False),
    ("remote-coffee", "etäkahvit", "distanskaffe", "remote coffee", 30, 0, 50, QUEUE, MEMBERS, False),
    ("open-door", "avoimet ovet", "öppet hus", "open door", 240, 80, 0, QUEUE, PUBLIC, False),
    ("external-fair", "muun järjestämä messutapahtuma", "mässa som ordnas av någon annan", "fair held by others", 360, 0, 0, QUEUE, PUBLIC, True),
)  # fmt: skip


def add(apps: Any, _schema_editor: Any) -> None:
    """Write the kinds down."""
    kinds = apps.get_model("events", "EventKind")
    kinds.objects.bulk_create(
        kinds(
            slug=slug, name_fi=fi, name_sv=sv, name_en=en, minutes=minutes, places=places,
            virtual_places=virtual, allocation=allocation, audience=audience, is_external=elsewhere,
            position=position,
        )
        for position, (slug, fi, sv, en, minutes, places, virtual, allocation, audience, elsewhere) in enumerate(KINDS)
    )  # fmt: skip


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("events", "0001_initial")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
