"""The only writers of this room."""

from fiksummin.people.actions.accounts import change_address, change_profile, erase, erase_old_guests, join
from fiksummin.people.actions.agreements import change_agreement, make_agreement
from fiksummin.people.actions.guests import (
    accept_invitation,
    forget_old_invitations,
    invite_guest,
    withdraw_invitation,
)
from fiksummin.people.actions.inviting import Offer, answer_letter, invite_each, uninvite, write_to_address
from fiksummin.people.actions.organisations import (
    add_domain,
    change_organisation,
    found_organisation,
    remove_domain,
)
from fiksummin.people.actions.roles import end_expired_roles, end_role, grant_role
from fiksummin.people.actions.sessions import end_sessions, forget_expired, sign_in_as
from fiksummin.people.actions.tokens import find_bearer, make_token, revoke_token

__all__ = [
    "Offer",
    "accept_invitation",
    "add_domain",
    "answer_letter",
    "change_address",
    "change_agreement",
    "change_organisation",
    "change_profile",
    "end_expired_roles",
    "end_role",
    "end_sessions",
    "erase",
    "erase_old_guests",
    "find_bearer",
    "forget_expired",
    "forget_old_invitations",
    "found_organisation",
    "grant_role",
    "invite_each",
    "invite_guest",
    "join",
    "make_agreement",
    "make_token",
    "remove_domain",
    "revoke_token",
    "sign_in_as",
    "uninvite",
    "withdraw_invitation",
    "write_to_address",
]
