"""What this room does about facts."""

from fiksummin.core.facts import later
from fiksummin.people import letters
from fiksummin.people.facts import RoleGranted
from fiksummin.people.models import Role


@later(RoleGranted)
def tell_of_role(fact: RoleGranted) -> None:
    """Write to the person whose role it is, if she still has it."""
    role = Role.objects.select_related("person").filter(pk=fact.role, ended_at=None).first()
    if role is not None:
        letters.post_role(role)
