"""People join, change what is said of them, and leave without a trace."""

from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fiksummin.core import personal
from fiksummin.core.errors import Conflict, Invalid, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now, today
from fiksummin.people import letters, queries, rules
from fiksummin.people.choices import Language, RoleKind
from fiksummin.people.facts import AddressChanged, InvitationAccepted, PersonErased, PersonJoined
from fiksummin.people.models import Invitation, Organisation, Person, Role
from fiksummin.people.names import plain

LONGEST_NAME = 150


class Profile(TypedDict, total=False):
    """What people say of themselves; what is not named stays as it is."""

    name: str
    language: str
    mail_about_me: bool
    mail_follow: bool
    mail_weekly: bool


def join(
    *,
    email: str,
    name: str = "",
    language: str = Language.FI,
    organisation: Organisation | None = None,
    invitation: Invitation | None = None,
    at: datetime | None = None,
) -> Person:
    """Make an account for an address that has been proven to be hers.

    The organisation is the one that the sign-in vouches for, or the owner of
    the address's domain. Who may not come by it is a guest by her invitation.
    Raises NotAllowed when there is neither, Conflict when the address has an account.
    """
    at, email = at or now(), email.strip().lower()
    with transaction.atomic():
        home = organisation or queries.organisation_of(email)
        invitation = invitation or queries.open_invitation_to(email, at)
        by_right = not rules.why_not_sign_up(email, home, None, today(at=at))
        refuse_if(rules.why_not_sign_up(email, home, invitation, today(at=at)))
        guest = None if by_right else invitation
        try:
            with transaction.atomic():
                person = Person.objects.create_user(
                    email,
                    name=(plain(name) or _name_from(email))[:LONGEST_NAME],
                    language=language if language in Language.values else Language.FI,
                    organisation=home,
                    sponsor=guest.sponsor if guest else None,
                    guest_until=guest.guest_until if guest else None,
                    guest_place=guest.place if guest else "",
                    joined_at=at,
                )
        except IntegrityError as known:
            raise Conflict(_("There is an account with this e-mail address already. Sign in.")) from known
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        announce(PersonJoined(by=person.pk, person=person.pk))
        if invitation:
            _use_up(invitation, person, at)
    return person


def seen_name(name: str) -> str:
    """Give a name as it is kept. Raises Invalid for one that is too long, or that nobody would see."""
    said = plain(name)
    if not said:
        raise Invalid(_("Give a name with at least one letter."), "name")
    if len(said) > LONGEST_NAME:
        raise Invalid(_("Give a name of %(most)d characters at most.") % {"most": LONGEST_NAME}, "name")
    return said


def change_profile(*, by: Person, at: datetime | None = None, **words: Unpack[Profile]) -> Person:
    """Change one's own name, language or kinds of mail. Raises Invalid."""
    if "name" in words:
        words["name"] = seen_name(words["name"])
    if words.get("language", Language.FI) not in Language.values:
        raise Invalid(_("Choose a language."), "language")
    for field, value in words.items():
        setattr(by, field, value.strip() if isinstance(value, str) else value)
    by.save(update_fields=list(words))
    return by


def change_address(*, by: Person, email: str, at: datetime | None = None) -> Person:
    """Change one's own address to one that has been proven to be hers. Raises Invalid, Conflict."""
    at, email = at or now(), email.strip().lower()
    with transaction.atomic():
        person = Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=by.pk)
        if refusal := rules.why_not_address(person, email, queries.organisation_of(email), today(at=at)):
            raise Invalid(refusal, "email")
        before, person.email = person.email or "", email
        try:
            with transaction.atomic():
                person.save(update_fields=["email"])
        except IntegrityError as known:
            raise Conflict(_("There is an account with this e-mail address already. Sign in.")) from known
        EmailAddress.objects.filter(user=person).delete()
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        announce(AddressChanged(by=person.pk, person=person.pk))
        letters.post_new_address(person, before, key=f"new-address-{person.pk}-{at.timestamp():.6f}")
    return person


def erase(*, by: Person | None, person: Person, at: datetime | None = None) -> None:
    """Erase everything that is hers; a numbered row stays, so that counts and history stay true.

    ``by`` is herself, or None when the clock forgets a guest. Raises NotAllowed;
    the last owner must name another one first.
    """
    at = at or now()
    with transaction.atomic():
        person = Person.objects.get_queryset().select_for_update(no_key=True, of=("self",)).get(pk=person.pk)
        refuse_if(rules.why_not_erase(by, person))
        _refuse_last_owner(person, at)
        announce(PersonErased(by=by.pk if by else None, person=person.pk))
        personal.erase_all(person.pk)
        _blank(person, at)


def erase_old_guests(*, at: datetime, after: timedelta) -> int:
    """Erase the guests whose last day was so long ago; answer how many. Called by the clock."""
    last = today(at=at - after)
    guests = Person.objects.get_queryset().filter(erased_at=None, guest_until__lt=last)
    gone = 0
    for guest in guests:
        erase(by=None, person=guest, at=at)
        gone += 1
    return gone


def _blank(person: Person, at: datetime) -> None:
    person.email, person.name, person.organisation = None, "", None
    person.language, person.sponsor = Language.FI, None
    person.guest_until, person.guest_place = None, ""
    person.mail_about_me = person.mail_follow = person.mail_weekly = False
    person.joined_at = person.erased_at = at
    person.last_login, person.is_active = None, False
    person.set_unusable_password()
    person.save()


def _refuse_last_owner(person: Person, at: datetime) -> None:
    roles = Role.objects.filter(person=person, kind=RoleKind.OWNER, place="", ended_at=None)
    role = roles.first()
    if role is not None:
        refuse_if(rules.why_not_without_owner(queries.other_owners(role, today(at=at))))


def _use_up(invitation: Invitation, person: Person, at: datetime) -> None:
    invitation.accepted_at, invitation.accepted_by = at, person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    announce(InvitationAccepted(by=person.pk, invitation=invitation.pk, person=person.pk))


def _name_from(email: str) -> str:
    """Guess a name from firstname.lastname@…; she can change it later."""
    words = email.partition("@")[0].replace("_", ".").split(".")
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words if word)
