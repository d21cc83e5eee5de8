"""Who may invite guests, where to, and for how long."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Agreement, Invitation, Person

GUEST_DAYS = 90
"""How many days ahead a guest's last day may be."""
INVITATION_DAYS = 14
"""How many days the link in the letter opens the door."""
OPEN_INVITATIONS = 20
"""How many unused invitations a person may have at a time."""


def why_not_invite(by: Person, place: str, last: date, day: date) -> str:
    """Say why a person may not invite a guest to a place ("" is every place) until her last day."""
    if by.is_guest:
        return _("A guest cannot invite others.")
    if last < day:
        return _("The last day has passed already.")
    furthest = day + timedelta(days=GUEST_DAYS)
    if last > furthest:
        return _("A guest can come for %(days)d days at most, until %(day)s.") % {
            "days": GUEST_DAYS,
            "day": date_format(furthest, "SHORT_DATE_FORMAT"),
        }
    organisation = by.organisation.on(day) if by.organisation else None
    if organisation is not None and organisation.kind == OrganisationKind.PARTNER:
        return _why_not_by_agreement(organisation.pk, place, last)
    return ""


def why_not_another_guest(open_invitations: int) -> str:
    """Say why a person with so many open invitations may not send one more."""
    if open_invitations < OPEN_INVITATIONS:
        return ""
    return ngettext(
        "You can have %(count)d open invitation at a time. Withdraw one first.",
        "You can have %(count)d open invitations at a time. Withdraw one first.",
        OPEN_INVITATIONS,
    ) % {"count": OPEN_INVITATIONS}


def why_not_withdraw(by: Person, invitation: Invitation) -> str:
    """Say why an invitation cannot be withdrawn: not hers, used, or withdrawn before."""
    if invitation.sponsor_id != by.pk:
        return _("Only the person who invited the guest can withdraw the invitation.")
    if invitation.accepted_at:
        return _("The guest has accepted the invitation already.")
    return _("The invitation has been withdrawn already.") if invitation.withdrawn_at else ""


def _why_not_by_agreement(organisation: int, place: str, last: date) -> str:
    places = Agreement.objects.filter(
        organisation=organisation, starts_on__lte=last, ends_on__gte=last
    ).values_list("places", flat=True)
    covered = list(places)
    if not covered:
        return _("The agreement with your organisation is not in force on the guest's last day.")
    if any(not listed or place in listed for listed in covered):
        return ""
    return _("The agreement with your organisation does not cover this site.")
