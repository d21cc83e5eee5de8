"""People, organisations, and what ties them."""

from fiksummin.people.models.access import ApiToken, Invitation, Limit, Role, Session
from fiksummin.people.models.inviting import LetterInvitation, LetterInvitationQuerySet
from fiksummin.people.models.organisation import Agreement, EmailDomain, Organisation
from fiksummin.people.models.person import Person

__all__ = [
    "Agreement",
    "ApiToken",
    "EmailDomain",
    "Invitation",
    "LetterInvitation",
    "LetterInvitationQuerySet",
    "Limit",
    "Organisation",
    "Person",
    "Role",
    "Session",
]
