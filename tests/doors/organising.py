"""What those who hold events have: a template and a material of the member's event."""

from typing import Any

from django.core.files.base import ContentFile

from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.details import Thing
from fiksummin.people.models import Person


def things(people: dict[str, Person], pk: int) -> dict[str, Any]:
    """Make them; give each by its name in addresses."""
    member, event = people["member"], Event.objects.get(pk=pk)
    paper = Thing("Ohjelma", file=ContentFile(b"Ohjelma", name="document.txt"))
    actions.set_materials(by=member, event=event, things=[paper])
    return {
        "material": event.materials.get().pk,
        "template": actions.make_template(by=member, event=event, name="Malli").pk,
        "kind": "workshop",
    }
