"""Roles are given and end: by whom, from when, until when."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people import queries, rules
from fiksummin.people.choices import RoleKind
from fiksummin.people.facts import RoleEnded, RoleGranted
from fiksummin.people.models import Person, Role


def grant_role(
    *,
    by: Person | None,
    person: Person,
    kind: str,
    place: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    at: datetime | None = None,
) -> Role:
    """Give a person a role at a place (a site's slug; "" is the whole lab), days included, open-ended without an end.

    Raises NotAllowed, Invalid for unknown kinds, days the wrong way round or people who may hold none,
    Conflict when she has the role already.
    """
    at = at or now()
    day = today(at=at)
    starts_on = starts_on or day
    with transaction.atomic():
        _refuse_nonsense(kind, place, starts_on, ends_on, day)
        refuse_if(rules.why_not_grant(by, kind, place))
        if wrong := rules.why_not_hold(person, max(starts_on, day)):
            raise Invalid(wrong, "email")
        _close_expired(person, kind, place, at)
        try:
            with transaction.atomic():
                role = Role.objects.create(
                    person=person,
                    kind=kind,
                    place=place,
                    granted_by=by,
                    granted_at=at,
                    starts_on=starts_on,
                    ends_on=ends_on,
                )
        except IntegrityError as given:
            raise Conflict(_("This person has the role already.")) from given
        announce(RoleGranted(by=by.pk if by else None, role=role.pk, person=person.pk))
    return role


def end_role(*, by: Person | None, role: Role, at: datetime | None = None) -> Role:
    """End a role now. Raises NotAllowed; the last owner cannot go."""
    at = at or now()
    with transaction.atomic():
        _one_change_of_owners_at_a_time(role)
        role = Role.objects.select_for_update(no_key=True, of=("self",)).get(pk=role.pk)
        refuse_if(rules.why_not_end_role(by, role))
        if role.kind == RoleKind.OWNER and not role.place:
            refuse_if(rules.why_not_without_owner(queries.other_owners(role, today(at=at))))
        _end(role, by, at)
    return role


def end_expired_roles(*, at: datetime) -> int:
    """End the roles whose last day has passed; answer how many. Called by the clock."""
    expired = Role.objects.filter(ended_at=None, ends_on__lt=today(at=at))
    with transaction.atomic():
        rows = list(expired.select_for_update(no_key=True, of=("self",)))
        for role in rows:
            _end(role, None, at)
    return len(rows)


def _end(role: Role, by: Person | None, at: datetime) -> None:
    role.ended_at, role.ended_by = at, by
    role.save(update_fields=["ended_at", "ended_by"])
    announce(RoleEnded(by=by.pk if by else None, role=role.pk, person=role.person_id))


def _close_expired(person: Person, kind: str, place: str, at: datetime) -> None:
    expired = Role.objects.filter(person=person, kind=kind, place=place, ended_at=None)
    for role in expired.filter(ends_on__lt=today(at=at)):
        _end(role, None, at)


def _one_change_of_owners_at_a_time(role: Role) -> None:
    """Two owners who lay down their roles at the same moment queue, so that one stays."""
    if role.kind == RoleKind.OWNER:
        owners = Role.objects.filter(kind=RoleKind.OWNER, ended_at=None).order_by("pk")
        list(owners.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def _refuse_nonsense(kind: str, place: str, starts_on: date, ends_on: date | None, day: date) -> None:
    if kind not in RoleKind.values:
        raise Invalid(_("Choose a role."), "kind")
    if kind == RoleKind.LEADER and place:
        raise Invalid(_("Somebody leads in her own agency, not at a site: choose the whole lab."), "place")
    if ends_on and ends_on < max(starts_on, day):
        raise Invalid(_("The last day has passed already, or is before the first."), "ends_on")
