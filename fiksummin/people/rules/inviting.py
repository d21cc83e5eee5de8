"""Why addresses cannot be invited, or an invitation by letter not be answered or withdrawn."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from fiksummin.core.errors import AsItStands
from fiksummin.people.models import LetterInvitation, Person

MOST_INVITED = 20
"""Addresses that are invited in one act."""
LONGEST_ADDRESS = 254


def why_not_addresses(addresses: Sequence[str], by: Person) -> str:
    """Say what is wrong with the addresses of those who are invited. Whether anybody here has one is never told."""
    if len(addresses) > MOST_INVITED:
        return _("Give at most %(most)d addresses.") % {"most": MOST_INVITED}
    if by.email and by.email in addresses:
        return _("You take part yourself: give the addresses of the others.")
    return next((why for one in addresses if (why := why_no_address(one))), "")


def why_nobody(addresses: Sequence[str]) -> str:
    """Say that nobody is named."""
    return "" if addresses else _("Give an address at least.")


def why_no_address(words: str) -> str:
    """Say why words are no e-mail address, as they are written."""
    try:
        validate_email(words)
    except ValidationError:
        return _("This is not an e-mail address.")
    return _("This is not an e-mail address.") if len(words) > LONGEST_ADDRESS else ""


def why_answered(invitation: LetterInvitation) -> str:
    """Say that an invitation waits for no answer any more."""
    if invitation.withdrawn_at:
        return AsItStands(_("Whoever sent this invitation has withdrawn it."))
    if not invitation.is_waiting:
        return AsItStands(_("This invitation has been answered already. You can be invited again."))
    return ""


def why_not_uninvite(invitation: LetterInvitation, person: Person) -> str:
    """Say why somebody cannot withdraw an invitation: who sent it does, until it is answered."""
    if invitation.invited_by_id != person.pk:
        return _("Whoever sent the invitation can withdraw it.")
    return why_answered(invitation)
