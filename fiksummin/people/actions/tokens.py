"""Bearer tokens for programs: shown once, kept as a hash, scoped, revocable."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core import shown_once
from fiksummin.core.db.questions import Question
from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.time import now, today
from fiksummin.people.choices import Scope
from fiksummin.people.models import ApiToken, Person
from fiksummin.people.models.person import agrees

PREFIX = "fks_"
"""Tells people and programs that search for leaked secrets what this is."""
LONGEST = timedelta(days=366)
MOST_TOKENS = 20
NOTE_USE_EVERY = timedelta(minutes=1)
_KEPT = Question(
    lambda kept, day: (
        ApiToken.objects.filter(token_hash=kept, revoked_at=None, person__is_active=True)
        .select_related("person__organisation")
        .annotate(has_agreement=agrees("person__organisation", day))
    )
)


def make_token(
    *,
    person: Person,
    name: str,
    scope: str = Scope.READ,
    expires_at: datetime | None = None,
    at: datetime | None = None,
) -> tuple[ApiToken, str]:
    """Make a token for a person; answers it and the secret, which is shown once and kept nowhere.

    It is good for a year at most. Her roles work through it only when she has
    shown a second factor. Raises Invalid, and NotAllowed when she has too many.
    """
    at = at or now()
    expires_at = expires_at or at + LONGEST
    if not name.strip():
        raise Invalid(_("Give the token a name, so that you know it again."), "name")
    if scope not in Scope.values:
        raise Invalid(_("Choose what the token may do."), "scope")
    if not at < expires_at <= at + LONGEST:
        raise Invalid(_("A token is good for a year at most, and until a day to come."), "expires_at")
    secret, kept = shown_once.make(PREFIX)
    with transaction.atomic():
        if ApiToken.objects.filter(person=person, revoked_at=None, expires_at__gt=at).count() >= MOST_TOKENS:
            raise NotAllowed(_("You have %(count)d tokens. Revoke one first.") % {"count": MOST_TOKENS})
        token = ApiToken.objects.create(
            person=person,
            name=name.strip(),
            token_hash=kept,
            scope=scope,
            strong=person.strongly_signed_in,
            made_at=at,
            expires_at=expires_at,
        )
    return token, secret


def revoke_token(*, by: Person, token: ApiToken, at: datetime | None = None) -> ApiToken:
    """Make a token of one's own worthless from now on. Raises NotAllowed."""
    if token.person_id != by.pk:
        raise NotAllowed(_("Only the owner of a token can revoke it."))
    if token.revoked_at is None:
        token.revoked_at = at or now()
        token.save(update_fields=["revoked_at"])
    return token


def find_bearer(secret: str, at: datetime | None = None) -> tuple[Person, ApiToken] | None:
    """Find whose token this is; None when it is unknown, expired or revoked.

    The person comes ``with_standing``: ask ``rules.why_not_enter`` before
    letting her in. That the token was used is noted once a minute at most.
    """
    at = at or now()
    token: Any = next(iter(_KEPT(kept=shown_once.digest(secret), day=today(at=at))), None)
    if token is None or (token.expires_at and token.expires_at <= at):
        return None
    person: Any = token.person
    person.has_agreement = token.has_agreement
    person.strongly_signed_in = token.strong
    if token.last_used_at is None or token.last_used_at <= at - NOTE_USE_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)
    return person, token
