"""Who wrote an idea, and who is invited to write it along."""

from django.db.models import QuerySet

from fiksummin.core import addressed
from fiksummin.ideas.models import Author, AuthorInvitation, Idea
from fiksummin.people.models import Person

_SALT = "fiksummin.ideas.author"


def authors_of(idea: Idea) -> QuerySet[Author]:
    """Give who wrote an idea, with their organisations, whoever proposed it first."""
    return idea.authors.select_related("person__organisation").order_by("pk")


def is_author(idea: Idea, person: Person) -> bool:
    """Say whether somebody is one of those who wrote an idea (prefetched ``authors`` are used); each may do what the first may."""
    return any(author.person_id == person.pk for author in idea.authors.all())


def invitations_to(idea: Idea) -> QuerySet[AuthorInvitation]:
    """Give the invitations that nobody has answered, with whose the domain of the address is."""
    return AuthorInvitation.objects.waiting().filter(idea=idea).select_related("organisation")


def sent_by(idea: Idea, person: Person) -> QuerySet[AuthorInvitation]:
    """Give the invitations to an idea that somebody sent, answered or not."""
    return AuthorInvitation.objects.filter(idea=idea, invited_by=person)


def author_token(invitation: AuthorInvitation, address: str) -> str:
    """Give what stands in the link by which somebody becomes an author."""
    return addressed.token(_SALT, str(invitation.pk), address)


def author_invitation_by(token: str, person: Person) -> AuthorInvitation | None:
    """Find the invitation that a link of her letter is; None for any other link."""
    number = addressed.read(_SALT, token, person.email)
    rows = AuthorInvitation.objects.select_related("idea__campaign", "invited_by")
    return rows.filter(pk=number).first() if number else None
