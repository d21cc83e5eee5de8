"""Who may edit in Wagtail follows from the roles of the service, and from nothing else."""

from django.contrib.auth.models import Group

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.site.choices import GROUPS


def let_edit(*, person: Person) -> None:
    """Put a person into the groups that her roles in force give her, and out of the others."""
    wanted = {kind for kind in (RoleKind.EDITOR, RoleKind.OWNER) if (kind, "") in person.standing_roles}
    for kind, name in GROUPS.items():
        group = Group.objects.get(name=name)
        if kind in wanted:
            person.groups.add(group)
        else:
            person.groups.remove(group)
