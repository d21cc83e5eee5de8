"""Invitations by letter: one for each address, answered once or withdrawn. Rooms that invite call this within their own act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fiksummin.core import addressed
from fiksummin.core.errors import NotAllowed, refuse_field, refuse_if
from fiksummin.core.mail import post
from fiksummin.people import rules
from fiksummin.people.models import LetterInvitation, Person
from fiksummin.people.queries import organisation_of, person_by_email


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A letter to an address: ``mark`` and ``number`` make its key; on the page of a name, with the token, the offer is taken.

    ``subject`` is a sentence with the ``title`` in it; ``most`` such letters somebody sends in a day.
    """

    mark: str
    number: int | str
    subject: str | Promise
    title: str
    template: str
    page: str
    token: str
    words: dict[str, object] = field(default_factory=dict)
    most: int = addressed.MOST_LETTERS


def write_to_address(*, by: Person, address: str, offer: Offer, at: datetime) -> None:
    """Write to an address, whether or not anybody here has it, in the reader's language if known. Raises NotAllowed after very many in a day."""
    if addressed.letters_today(f"{offer.mark}-{by.pk}-", at) >= offer.most:
        raise NotAllowed(_("You have written to very many people today. Write to the others tomorrow."))
    reader = person_by_email(address)
    with translation.override(reader.language if reader else by.language):
        path = reverse(offer.page, args=[offer.token])
        context = {"by": by, "to": address, "address": settings.BASE_URL + path, **offer.words}
        post(
            to=address, person=reader.pk if reader else None, key=f"{offer.mark}-{by.pk}-{offer.number}",
            subject=str(offer.subject) % {"title": offer.title},
            text=render_to_string(offer.template, context).strip(),
        )  # fmt: skip


def invite_each[T: LetterInvitation](
    *, by: Person, addresses: Sequence[str], field: str, new: Callable[..., T], send: Callable[[T, str], None],
    at: datetime,
) -> list[T]:  # fmt: skip
    """Invite each address, once however often it is named; none is looked up. Raises NotAllowed, Invalid (of ``field``)."""
    each = list(dict.fromkeys(address.strip().lower() for address in addresses))
    refuse_field((rules.why_not_addresses(each, by), field))
    made = []
    for address in each:
        invitation = new(organisation=organisation_of(address), invited_by=by, invited_at=at)
        send(invitation, address)
        made.append(invitation)
    return made


def answer_letter(*, by: Person, invitation: LetterInvitation, accepts: bool, at: datetime) -> None:
    """Write down what somebody answers to a locked invitation that waits for her."""
    name = "accepted_at" if accepts else "declined_at"
    setattr(invitation, name, at)
    invitation.person = by
    invitation.save(update_fields=[name, "person"])


def uninvite(*, by: Person, invitation: LetterInvitation, at: datetime) -> bool:
    """Withdraw a locked invitation that one sent; say whether it was not withdrawn before. Raises NotAllowed, NotNow."""
    if invitation.withdrawn_at and invitation.invited_by_id == by.pk:
        return False
    refuse_if(rules.why_not_uninvite(invitation, by))
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    return True
