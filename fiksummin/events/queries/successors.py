"""Who holds an event when nobody else does."""

from fiksummin.core.time import today
from fiksummin.events.models import Event
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles


def successor(event: Event, person: int) -> Person | None:
    """Give who manages the site of an event, else an owner of the lab; not somebody (by id) who leaves."""
    day = today()
    roles = standing_roles(day).filter(starts_on__lte=day, person__erased_at=None).exclude(person=person)
    places = [event.site.slug, ""] if event.site else [""]
    managers = roles.filter(kind=RoleKind.MANAGER, place__in=places).order_by("-place", "pk")
    role = managers.first() or roles.filter(kind=RoleKind.OWNER).order_by("pk").first()
    return role.person if role else None
