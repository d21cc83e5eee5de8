"""What follows for the roster when a role ends."""

from fiksummin.core.facts import later
from fiksummin.core.time import now
from fiksummin.people.facts import RoleEnded
from fiksummin.people.models import Person
from fiksummin.spaces import actions


@later(RoleEnded)
def leave_roster(fact: RoleEnded) -> None:
    """Who is no host any more leaves her coming shifts, so that the gaps are seen."""
    person = Person.objects.get_queryset().filter(pk=fact.person).first()
    if person:
        actions.remove_shifts_without_role(person=person, at=now())
