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


def why_not_invite(by: Person) -> str:
    """Say why a person may not invite guests."""
    return _("A guest cannot invite others.") if by.is_guest else ""


def why_not_last_day(by: Person, last: date, day: date) -> str:
    """Say why a day cannot be the last of a guest of a person: it has passed, is too far, or out of her agreement."""
    if last < day:
        return _("The last day has passed already.")
    furthest = day + timedelta(days=GUEST_DAYS)
    if last > furthest:
        return _("A guest can come for %(days)d days at most, until %(day)s.") % {
            "days": GUEST_DAYS,
            "day": date_format(furthest, "SHORT_DATE_FORMAT"),
        }
    if _agreed_places(by, last, day) == []:
        return _("The agreement with your organisation is not in force on the guest's last day.")
    return ""


def why_not_invite_to(by: Person, place: str, last: date, day: date) -> str:
    """Say why a person may not invite a guest to a place ("" is every place) until her last day."""
    agreed = _agreed_places(by, last, day)
    if agreed is None or any(not listed or place in listed for listed in agreed):
        return ""
    return _("The agreement with your organisation does not cover this site.")


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


def _agreed_places(by: Person, last: date, day: date) -> list[list[str]] | None:
    """Give the places of each agreement that a partner's person has on a day; None for others, who need none."""
    organisation = by.organisation.on(day) if by.organisation else None
    if organisation is None or organisation.kind != OrganisationKind.PARTNER:
        return None
    agreements = Agreement.objects.filter(organisation=organisation, starts_on__lte=last, ends_on__gte=last)
    return list(agreements.values_list("places", flat=True))
