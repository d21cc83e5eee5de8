"""Inviting to write an idea along or no more, becoming an author or not, and ceasing to be one."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.ideas import letters, rules
from fiksummin.ideas.actions.ideas import locked
from fiksummin.ideas.facts import AuthorDeclined, AuthorInvited, AuthorJoined, AuthorLeft, AuthorUninvited
from fiksummin.ideas.models import Author, AuthorInvitation, Idea
from fiksummin.people.actions import answer_letter, invite_each, uninvite
from fiksummin.people.models import Person
from fiksummin.people.rules import why_nobody
from fiksummin.trail import actions as trail
from fiksummin.trail.choices import Part


def invite_authors(
    *, by: Person, idea: Idea, addresses: Sequence[str], at: datetime | None = None
) -> list[AuthorInvitation]:
    """Invite to write an idea along, by addresses, none of which is looked up. Raises NotAllowed, NotNow, Invalid (with its field)."""
    at = at or now()

    def send(invitation: AuthorInvitation, address: str) -> None:
        letters.invite_author(by=by, invitation=invitation, address=address, at=at)
        announce(AuthorInvited(by=by.pk, invitation=invitation.pk))

    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_invite(idea, by))
        refuse_field((why_nobody(addresses), "addresses"))
        new = partial(AuthorInvitation.objects.create, idea=idea)
        return invite_each(by=by, addresses=addresses, field="addresses", new=new, send=send, at=at)


def join_authors(*, by: Person, invitation: AuthorInvitation, at: datetime | None = None) -> AuthorInvitation:
    """Become an author, by an invitation whose letter was hers; again, it changes nothing. Raises NotAllowed, NotNow."""
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        if invitation.accepted_at and invitation.person_id == by.pk:
            return invitation
        refuse_if(rules.why_not_write_along(invitation, by))
        answer_letter(by=by, invitation=invitation, accepts=True, at=at)
        Author.objects.create(idea=invitation.idea, person=by)
        trail.contribute(node=invitation.idea.node, person=by, part=Part.WROTE, at=at)
        announce(AuthorJoined(by=by.pk, invitation=invitation.pk))
    return invitation


def decline_authors(
    *, by: Person, invitation: AuthorInvitation, at: datetime | None = None
) -> AuthorInvitation:
    """Say that one does not write along: no reason is asked. Again, it changes nothing. Raises NotNow."""
    with transaction.atomic():
        invitation = _locked(invitation)
        if invitation.declined_at and invitation.person_id == by.pk:
            return invitation
        refuse_if(rules.why_not_respond(invitation))
        answer_letter(by=by, invitation=invitation, accepts=False, at=at or now())
        announce(AuthorDeclined(by=by.pk, invitation=invitation.pk))
    return invitation


def uninvite_author(
    *, by: Person, invitation: AuthorInvitation, at: datetime | None = None
) -> AuthorInvitation:
    """Withdraw an invitation that one sent; again, it changes nothing. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        invitation = _locked(invitation)
        if uninvite(by=by, invitation=invitation, at=at or now()):
            announce(AuthorUninvited(by=by.pk, invitation=invitation.pk))
    return invitation


def leave_authors(*, by: Person, idea: Idea) -> None:
    """Cease to be an author; that one wrote along stays on the trail. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        idea = locked(idea)
        refuse_if(rules.why_not_stop_writing(idea, by))
        Author.objects.filter(idea=idea, person=by).delete()
        announce(AuthorLeft(by=by.pk, idea=idea.pk))


def _locked(invitation: AuthorInvitation) -> AuthorInvitation:
    """Take the row of the idea, then that of the invitation: whoever answers or leaves waits for the others."""
    idea = locked(invitation.idea)
    invitation = AuthorInvitation.objects.select_for_update(no_key=True, of=("self",)).get(pk=invitation.pk)
    invitation.idea = idea
    return invitation
