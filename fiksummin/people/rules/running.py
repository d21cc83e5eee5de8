"""Who may run the lab: its organisations, agreements and roles. ``by`` None is the system itself."""

from datetime import date

from django.utils.translation import gettext as _

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person, Role
from fiksummin.people.rules.entry import why_not_enter


def why_not_run(by: Person | None) -> str:
    """Say why somebody may not change what concerns the whole lab."""
    if by is None or by.may(RoleKind.OWNER):
        return ""
    return _("Only an owner of the lab can do this.")


def why_not_grant(by: Person | None, kind: str, place: str) -> str:
    """Say why somebody may not give or end a role: owners any role, managers the hosts of their site."""
    if by is None or by.may(RoleKind.OWNER):
        return ""
    if kind == RoleKind.HOST and place and by.may(RoleKind.MANAGER, place):
        return ""
    return _("Only an owner of the lab can give this role. A site manager can name the hosts of the site.")


def why_not_hold(person: Person, day: date) -> str:
    """Say why a person cannot be given a role."""
    if person.erased_at:
        return _("This account no longer exists.")
    if person.is_guest:
        return _("A guest cannot have a role.")
    if why_not_enter(person, day):
        return _("This person may not use the service now, so she or he cannot have a role.")
    return ""


def why_not_end_role(by: Person | None, role: Role) -> str:
    """Say why somebody may not end a role; everybody may lay down her own."""
    if role.ended_at:
        return _("The role has ended already.")
    if by is not None and by.pk == role.person_id:
        return ""
    return why_not_grant(by, role.kind, role.place)


def why_not_without_owner(others: int) -> str:
    """Say why the last owner must stay until there is another."""
    return "" if others else _("The lab needs an owner. Name another one first.")


def why_not_erase(by: Person | None, person: Person) -> str:
    """Say why somebody may not erase a person: only she herself, or the clock, does."""
    if person.erased_at:
        return _("This account no longer exists.")
    if by is None or by.pk == person.pk:
        return ""
    return _("Only the person herself or himself can erase an account.")
