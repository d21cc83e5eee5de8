"""Where the sign-in machinery (django-allauth) asks this service."""

import base64
import hashlib
from secrets import token_hex
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from qrcode.constants import ERROR_CORRECT_L

from fiksummin.people import actions, federation, letters, queries
from fiksummin.people.models import Person
from fiksummin.ui import qr

SENTENCES = {
    "incorrect_code": gettext_lazy("The code is wrong. Check it, or ask for a new one."),
    "too_many_login_attempts": gettext_lazy(
        "There were too many tries. Wait a little, and ask for a new code."
    ),
    "rate_limited": gettext_lazy("There were too many tries. Wait a little."),
    "account_inactive": gettext_lazy("This account no longer exists."),
}
NOTICES = {
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added to your account."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was removed from your account."),
    "mfa/email/totp_activated": gettext_lazy("An authenticator app was added to your account."),
    "mfa/email/totp_deactivated": gettext_lazy("The authenticator app was removed from your account."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made for your account."),
    "socialaccount/email/account_connected": gettext_lazy(
        "Your organisation’s sign-in was connected to your account."
    ),
    "socialaccount/email/account_disconnected": gettext_lazy(
        "Your organisation’s sign-in was disconnected from your account."
    ),
}
UNCERTAIN = gettext_lazy("Something about how you sign in was changed.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Letters through our own post, in our own words; where to go after signing in."""

    error_messages = DefaultAccountAdapter.error_messages | SENTENCES

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Keep the machinery's own form shut: accounts come of a code, a federated sign-in or an invitation."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Give the address the server saw; which proxies it believes is said once, in its own settings."""
        return str(get_client_ip(request) or "local")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead those who run the lab to their second step first."""
        person = request.user
        if isinstance(person, Person) and person.runs_the_lab and not request.session.get("strong"):
            return reverse("people:second_step")
        return str(super().get_login_redirect_url(request))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer a code by e-mail to those who have nothing stronger to confirm with."""
        methods = super().get_reauthentication_methods(user)
        code = {
            "id": "code",
            "description": _("Use a code by e-mail"),
            "url": reverse("account_reauthenticate"),
        }
        return methods or [code]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Tell of a change by our own letter."""
        person = queries.person_by_email(email)
        if person is not None:
            sentence = NOTICES.get(template_prefix, UNCERTAIN)
            letters.post_security_notice(person, sentence, key=f"security-{person.pk}-{token_hex(8)}")

    def add_message(self, *args: Any, **words: Any) -> None:
        """Say only what this service words itself: errors."""
        if words.get("message"):
            super().add_message(*args, **words)


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Federated sign-ins: who may come in by them, and as whom."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse what the federation does not vouch for; never attach to an account by its address."""
        said = federation.vouched(request, sociallogin)
        if not sociallogin.is_existing and sociallogin.state.get("process") != "connect":
            federation.refuse_newcomer(request, said)

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Person:
        """Remember the name until the account is made."""
        person: Person = sociallogin.user
        first, last = data.get("first_name") or "", data.get("last_name") or ""
        person.name = str(data.get("name") or f"{first} {last}").strip()
        return person

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Let newcomers through: who may not come was refused before."""
        return True

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Person:
        """Make the account by the action that makes all accounts."""
        said = federation.vouched(request, sociallogin)
        person = actions.join(
            email=said.email,
            name=said.name,
            language=get_language() or "fi",
            organisation=said.organisation,
        )
        sociallogin.user = sociallogin.account.user = person
        sociallogin.account.save()  # allow(writes): what allauth keeps of the sign-in, beside the action
        return person

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:
        """Find a configured sign-in; an account of the federation belongs to all of its services."""
        found = self.list_apps(request, provider=provider, client_id=client_id)
        if len(found) > 1 and client_id is None and provider == "saml":
            return found[0]
        return super().get_app(request, provider, client_id)


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Second factors: their secrets are kept encrypted, and the authenticator shows our name."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": SENTENCES["incorrect_code"]}

    def get_totp_issuer(self) -> str:
        """Give the name that the app shows."""
        return str(settings.WAGTAIL_SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        """Draw the secret for the camera of a phone: on a screen, so a low correction is enough."""
        return qr.svg(url, ERROR_CORRECT_L)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 -- allauth calls it so
        """Name a passkey by its number until she renames it."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Bind passkeys to the host of the service, whatever header a request carries."""
        return {"id": settings.HOST, "name": str(settings.WAGTAIL_SITE_NAME)}

    def encrypt(self, text: str) -> str:
        """Lock with the service's key."""
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Unlock with the service's key, or one it had before."""
        return _locks().decrypt(encrypted_text.encode()).decode()


def _locks() -> MultiFernet:
    keys = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    digests = [hashlib.sha256(f"fiksummin.people.mfa:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
