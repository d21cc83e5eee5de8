"""Who looks after the site."""

from datetime import datetime

from fiksummin.core.time import today
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles


def editors(at: datetime) -> list[Person]:
    """Give the editors and owners of the whole lab at a moment, each once."""
    return _holding(at, RoleKind.EDITOR, RoleKind.OWNER)


def owners(at: datetime) -> list[Person]:
    """Give the owners of the whole lab at a moment."""
    return _holding(at, RoleKind.OWNER)


def _holding(at: datetime, *kinds: RoleKind) -> list[Person]:
    day = today(at=at)
    roles = standing_roles(day).filter(kind__in=kinds, place="", starts_on__lte=day).order_by("person_id")
    return list({role.person_id: role.person for role in roles}.values())
