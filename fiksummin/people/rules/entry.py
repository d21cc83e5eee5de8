"""Who may come in, sign up, and accept an invitation."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fiksummin.core import examples
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Agreement, Invitation, Organisation, Person


def why_not_enter(person: Person, day: date) -> str:
    """Say why an account does not open the door on a day.

    Expects a person read ``with_standing(day)``. State employees enter by
    right, partners by an agreement in force, guests until their last day.
    """
    if person.erased_at:
        return _("This account no longer exists.")
    if person.guest_until:
        if day > person.guest_until:
            return _("Your time as a guest has ended. Ask the person who invited you for a new invitation.")
        return ""
    return _why_not_from(person, day)


def why_not_sign_up(
    email: str, organisation: Organisation | None, invitation: Invitation | None, day: date
) -> str:
    """Say why an address gets no account: no organisation owns its domain and nobody invited it.

    A demonstration has no place for anybody real, whoever owns the domain.
    """
    why = examples.why_not_address(email)
    if why or invitation is not None:
        return why
    if organisation is None:
        domain = email.rpartition("@")[2]
        return _(
            "No organisation that uses the service owns the domain %(domain)s. "
            "Use your work address, or ask somebody in the service to invite you."
        ) % {"domain": domain}
    return _why_not_of(organisation.on(day), day)


def why_not_address(person: Person, email: str, organisation: Organisation | None, day: date) -> str:
    """Say why a person cannot change her address to this one, whose domain an organisation owns, or none.

    A guest may use any address that no organisation owns; others one of their own organisation, or of the one
    that carries on its work.
    """
    if email == person.email:
        return _("This is your address already.")
    if why := examples.why_not_address(email):
        return why
    if person.is_guest:
        return _("This is an address of an organisation: sign in with it instead.") if organisation else ""
    own = person.organisation.on(day) if person.organisation else None
    if own is None or organisation is None or organisation.on(day) != own:
        return _(
            "Give an address of your own organisation. If you work for another one now, "
            "sign in with your new address: you get a new account."
        )
    return ""


def _why_not_of(heir: Organisation, day: date) -> str:
    """Say why people of an organisation get no account by its domain."""
    if not heir.stands_on(day):
        return _("Your organisation has ended, and no other one carries on its work here.")
    if heir.kind == OrganisationKind.PARTNER and not _agreements(heir, day).exists():
        return _("The agreement with your organisation is not in force.")
    if heir.kind == OrganisationKind.OTHER:
        return _(
            "People of your organisation come by invitation. Ask the person you work with to invite you."
        )
    return ""


def why_not_accept(invitation: Invitation, at: datetime) -> str:
    """Say why an invitation no longer opens the door."""
    if invitation.withdrawn_at:
        return _("This invitation was withdrawn.")
    if invitation.accepted_at:
        return _("This invitation has been used. Sign in with your e-mail address.")
    if at >= invitation.expires_at:
        return _("This invitation has expired. Ask the person who invited you for a new one.")
    return ""


def _why_not_from(person: Person, day: date) -> str:
    organisation = person.organisation.on(day) if person.organisation else None
    if organisation is None or organisation.kind == OrganisationKind.OTHER:
        return _("Your account is not tied to an organisation that may use the service.")
    if not organisation.stands_on(day):
        return _("Your organisation has ended, and no other one carries on its work here.")
    if organisation.kind == OrganisationKind.PARTNER and not _has_agreement(person, organisation, day):
        return _("The agreement with your organisation is not in force.")
    return ""


def _has_agreement(person: Person, organisation: Organisation, day: date) -> bool:
    known = getattr(person, "has_agreement", None)
    if known is not None and organisation.pk == person.organisation_id:
        return bool(known)
    return _agreements(organisation, day).exists()


def _agreements(organisation: Organisation, day: date) -> QuerySet[Agreement]:
    return Agreement.objects.filter(organisation=organisation, starts_on__lte=day, ends_on__gte=day)
