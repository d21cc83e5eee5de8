"""What the sign-in machinery tells: somebody signed in, or showed or set up a second factor."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import authentication_step_completed
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from fiksummin.people import accounts
from fiksummin.people.models import Person


@receiver(user_logged_in)
def signed_in(request: HttpRequest, **_words: Any) -> None:
    """Keep with the session how strongly she signed in."""
    accounts.note_sign_in(request)


@receiver(authentication_step_completed)
def showed(request: HttpRequest, method: str, **_words: Any) -> None:
    """Who shows her second factor later on is strongly signed in from then."""
    if method == "mfa" and request.user.is_authenticated:
        request.session[accounts.STRONG] = True


@receiver(authenticator_added)
def set_up(request: HttpRequest, user: Person, authenticator: Any, **_words: Any) -> None:
    """Who has just set up a second factor has shown it, and need not do so again for her recovery codes."""
    record_authentication(request, user, "mfa", type=authenticator.type, reauthenticated=True)
