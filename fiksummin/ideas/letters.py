"""Letters that invite an address to write an idea along, whether or not anybody here has it."""

from datetime import datetime

from django.utils.translation import gettext_lazy

from fiksummin.core import addressed
from fiksummin.ideas import queries
from fiksummin.ideas.models import AuthorInvitation
from fiksummin.people.actions import Offer, write_to_address
from fiksummin.people.models import Person

MARK = "author"


def invite_author(*, by: Person, invitation: AuthorInvitation, address: str, at: datetime) -> None:
    """Invite whoever has an address. Raises NotAllowed after very many in a day."""
    idea = invitation.idea
    offer = Offer(
        mark=MARK, number=invitation.pk, title=idea.title,
        subject=gettext_lazy("Write the idea together: %(title)s"),
        template="ideas/mail/author.txt", words={"idea": idea},
        page="ideas:author_offer", token=queries.author_token(invitation, address),
    )  # fmt: skip
    write_to_address(by=by, address=address, offer=offer, at=at)


def forget(at: datetime) -> None:
    """Forget who wrote to whom. Called by the clock."""
    addressed.forget([f"{MARK}-"], at)
