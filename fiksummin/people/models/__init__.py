"""People, organisations, and what ties them."""

from fiksummin.people.models.access import ApiToken, Invitation, Limit, Role, Session
from fiksummin.people.models.organisation import Agreement, EmailDomain, Organisation
from fiksummin.people.models.person import Person

__all__ = [
    "Agreement",
    "ApiToken",
    "EmailDomain",
    "Invitation",
    "Limit",
    "Organisation",
    "Person",
    "Role",
    "Session",
]
