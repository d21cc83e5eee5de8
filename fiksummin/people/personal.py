"""What becomes of personal data in this room, and of what the rooms below and the machinery keep for it."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fiksummin.core import mailfolder
from fiksummin.core.models import Answer, Entry, Letter
from fiksummin.core.personal import Rows, declare
from fiksummin.people.models import ApiToken, Invitation, Limit, Person, Role, Session
from fiksummin.people.sessions import SessionStore

type Erase = Callable[[int], None]


def _rows(found: QuerySet[Any], *fields: str) -> Rows:
    return [dict(row) for row in found.values(*fields)]


def _delete(model: type[Model], **by: str) -> Erase:
    """Make an erasure that removes the rows whose column holds the person's id."""
    ((column, _what),) = by.items()
    return lambda person: model._default_manager.filter(**{column: person}).delete() and None


def _person(person: int) -> Rows:
    fields = (
        "email",
        "name",
        "organisation__name_fi",
        "language",
        "sponsor__name",
        "guest_until",
        "guest_place",
    )
    mails = ("mail_about_me", "mail_follow", "mail_weekly", "joined_at", "last_login")
    return _rows(Person.objects.get_queryset().filter(pk=person), *fields, *mails)


def _leave_guests(person: int) -> None:
    """Her guests stay until their day; the action that erases blanks her own row last."""
    Person.objects.get_queryset().filter(sponsor=person).update(sponsor=None)


def _roles(person: int) -> Rows:
    fields = ("kind", "place", "starts_on", "ends_on", "granted_at", "ended_at")
    return _rows(Role.objects.filter(person=person), *fields)


def _forget_roles(person: int) -> None:
    Role.objects.filter(person=person).delete()
    Role.objects.filter(granted_by=person).update(granted_by=None)
    Role.objects.filter(ended_by=person).update(ended_by=None)


def _invitations_of(person: int) -> QuerySet[Invitation]:
    address = Person.objects.get_queryset().filter(pk=person).values("email")
    return Invitation.objects.filter(Q(sponsor=person) | Q(accepted_by=person) | Q(email__in=address))


def _invitations(person: int) -> Rows:
    fields = ("email", "name", "place", "purpose", "sent_at", "guest_until", "accepted_at", "withdrawn_at")
    return _rows(_invitations_of(person), *fields)


def _forget_invitations(person: int) -> None:
    sent = [f"invitation-{pk}" for pk in _invitations_of(person).values_list("pk", flat=True)]
    Letter.objects.filter(key__in=sent).delete()
    _invitations_of(person).delete()


def _tokens(person: int) -> Rows:
    fields = ("name", "scope", "made_at", "expires_at", "last_used_at", "revoked_at")
    return _rows(ApiToken.objects.filter(person=person), *fields)


def _sessions(person: int) -> Rows:
    found = Session.objects.filter(person=person)
    said = [SessionStore(row.pk).decode(row.session_data).get("signed_in", {}) for row in found]
    return [{"at": one.get("at"), "browser": one.get("browser")} for one in said]


def _forget_sessions(person: int) -> None:
    """End her sessions, and those in which her address waits for a code."""
    address = _words_of(person)[0]
    Session.objects.filter(person=person).delete()
    for row in Session.objects.filter(person=None):
        if address and address in json.dumps(SessionStore(row.pk).decode(row.session_data), default=str):
            row.delete()
    counted = hashlib.sha256(address.encode()).hexdigest()
    Limit.objects.filter(cache_key__contains=counted).delete()


def _letters(person: int) -> Rows:
    return _rows(Letter.objects.filter(person=person), "to", "written_at", "sent_at")


def _forget_letters(person: int) -> None:
    """Remove what waits for her or speaks of her, in the outbox and in the folder of a demonstration."""
    words = [word for word in _words_of(person) if word]
    Letter.objects.filter(Q(person=person) | Q(to__in=words)).delete()
    for letter in Letter.objects.exclude(content=b""):
        if mailfolder.speaks_of(bytes(letter.content), words):
            letter.delete()
    mailfolder.forget(settings.MAIL_FOLDER, *words)


def _answers(person: int) -> Rows:
    return _rows(Answer.objects.filter(person=person), "at", "status", "body")


def _journal(person: int) -> Rows:
    return _rows(Entry.objects.filter(by=person), "at", "fact", "data")


def _addresses(person: int) -> Rows:
    return _rows(EmailAddress.objects.filter(user=person), "email", "verified")


def _federated(person: int) -> Rows:
    return _rows(SocialAccount.objects.filter(user=person), "provider", "uid", "date_joined", "last_login")


def _factors(person: int) -> Rows:
    return _rows(Authenticator.objects.filter(user=person), "type", "created_at", "last_used_at")


def _words_of(person: int) -> tuple[str, str]:
    """Give her address and her name; a single name is too common a word to search letters for."""
    row = Person.objects.get_queryset().filter(pk=person).values_list("email", "name").first()
    address, name = row or ("", "")
    return address or "", name if " " in name else ""


declare(
    "core.Letter",
    purpose=_("Letters to you that are on their way, and when others were sent (30 days)"),
    export=_letters,
    erase=_forget_letters,
)
declare(
    "people.Invitation",
    purpose=_("Guests you have invited, and invitations to you"),
    export=_invitations,
    erase=_forget_invitations,
)
declare(
    "people.Session",
    purpose=_("Where you are signed in (12 hours)"),
    export=_sessions,
    erase=_forget_sessions,
)
declare(
    "people.Person",
    purpose=_("Your account: who you are, and what letters you want"),
    export=_person,
    erase=_leave_guests,
)
declare(
    "people.Role",
    purpose=_("What you do for the lab, and since when"),
    export=_roles,
    erase=_forget_roles,
)
declare(
    "people.ApiToken",
    purpose=_("Tokens by which your programs act for you"),
    export=_tokens,
    erase=_delete(ApiToken, person="id"),
)
declare(
    "core.Answer",
    purpose=_("Answers to your programs, so that a repeated request has one effect (one day)"),
    export=_answers,
    erase=_delete(Answer, person="id"),
)
declare(
    "core.Entry",
    purpose=_("The journal: which acts you did and when, by numbers alone"),
    export=_journal,
    erase=None,
)
declare(
    "account.EmailAddress",
    purpose=_("The address that you have proven to be yours"),
    export=_addresses,
    erase=_delete(EmailAddress, user="id"),
)
declare(
    "socialaccount.SocialAccount",
    purpose=_("How your organisation’s sign-in knows you"),
    export=_federated,
    erase=_delete(SocialAccount, user="id"),
)
declare(
    "mfa.Authenticator",
    purpose=_("Your passkeys and authenticator app"),
    export=_factors,
    erase=_delete(Authenticator, user="id"),
)
