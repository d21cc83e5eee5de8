"""Guests are invited by a sponsor, come in by the link in the letter, and are guests until a day."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core import examples, shown_once
from fiksummin.core.errors import Invalid, NotAllowed, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people import letters, queries, rules
from fiksummin.people.actions.accounts import join, seen_name
from fiksummin.people.choices import Language
from fiksummin.people.facts import GuestInvited, InvitationAccepted, InvitationWithdrawn
from fiksummin.people.models import Invitation, Person


def invite_guest(
    *,
    by: Person,
    email: str,
    guest_until: date,
    name: str = "",
    language: str = Language.FI,
    place: str = "",
    purpose: str = "",
    at: datetime | None = None,
) -> tuple[Invitation, str]:
    """Invite a guest to a place (a site's slug; "" is every place) until her last day; a letter goes out.

    Answers the invitation and the secret of its link, which is kept nowhere.
    Raises NotAllowed, and Invalid for what is no address, or none of an example in a demonstration.
    """
    at, address = at or now(), _address(email)
    with transaction.atomic():
        _one_invitation_at_a_time(by)
        refuse_if(rules.why_not_invite(by))
        if wrong := rules.why_not_last_day(by, guest_until, today(at=at)):
            raise Invalid(wrong, "guest_until")
        if wrong := rules.why_not_invite_to(by, place, guest_until, today(at=at)):
            raise Invalid(wrong, "place")
        refuse_if(rules.why_not_another_guest(queries.open_invitations(at).filter(sponsor=by).count()))
        secret, kept = shown_once.make()
        invitation = Invitation.objects.create(
            email=address,
            name=seen_name(name) if name.strip() else "",
            language=language,
            place=place,
            purpose=purpose.strip(),
            sponsor=by,
            token_hash=kept,
            sent_at=at,
            expires_at=at + timedelta(days=rules.INVITATION_DAYS),
            guest_until=guest_until,
        )
        letters.post_invitation(invitation, secret)
        announce(GuestInvited(by=by.pk, invitation=invitation.pk))
    return invitation, secret


def accept_invitation(
    *, secret: str, name: str = "", language: str = "", at: datetime | None = None
) -> Person:
    """Come in by an invitation: an account is made, or a guest's time goes on.

    Who comes by right or by an agreement gains nothing from an invitation; it
    is used up all the same. Raises NotAllowed when the link opens nothing.
    """
    at = at or now()
    with transaction.atomic():
        invitation = _opened(secret, at)
        person = queries.person_by_email(invitation.email)
        if person is None:
            return join(
                email=invitation.email,
                name=seen_name(name) if name.strip() else invitation.name,
                language=language or invitation.language,
                invitation=invitation,
                at=at,
            )
        take_up(invitation=invitation, person=person, at=at)
    return person


def take_up(*, invitation: Invitation, person: Person, at: datetime) -> None:
    """Use an invitation up for a person who has an account; inside the caller's transaction."""
    if person.guest_until is not None and invitation.guest_until >= person.guest_until:
        person.guest_until, person.guest_place = invitation.guest_until, invitation.place
        person.sponsor = invitation.sponsor
        person.save(update_fields=["guest_until", "guest_place", "sponsor"])
    invitation.accepted_at, invitation.accepted_by = at, person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    announce(InvitationAccepted(by=person.pk, invitation=invitation.pk, person=person.pk))


def withdraw_invitation(*, by: Person, invitation: Invitation, at: datetime | None = None) -> Invitation:
    """Take an invitation back before it is used. Raises NotAllowed."""
    at = at or now()
    with transaction.atomic():
        invitation = _locked(invitation)
        refuse_if(rules.why_not_withdraw(by, invitation))
        invitation.withdrawn_at = at
        invitation.save(update_fields=["withdrawn_at"])
        announce(InvitationWithdrawn(by=by.pk, invitation=invitation.pk))
    return invitation


def forget_old_invitations(*, at: datetime, after: timedelta) -> int:
    """Forget the invitations that came to nothing so long ago; answer how many. Called by the clock."""
    old = Invitation.objects.filter(accepted_at=None, expires_at__lt=at - after)
    return old.delete()[0]


def _opened(secret: str, at: datetime) -> Invitation:
    found = queries.invitation_by_secret(secret)
    if found is None:
        raise NotAllowed(_("This link opens nothing. Check that it is whole."))
    invitation = _locked(found)
    refuse_if(rules.why_not_accept(invitation, at))
    return invitation


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(no_key=True, of=("self",)).select_related("sponsor")
    return rows.get(pk=invitation.pk)


def _one_invitation_at_a_time(by: Person) -> None:
    """Two windows of one person queue, so that the limit holds."""
    Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=by.pk)


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise Invalid(_("“%(email)s” is not an e-mail address.") % {"email": email}, "email") from wrong
    if why := examples.why_not_address(address):
        raise Invalid(why, "email")
    return address
