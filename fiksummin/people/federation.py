"""Federated sign-in: who somebody is by the word of her organisation.

A person is known by her organisation's key for her, never by e-mail: addresses
are given to new people in time. In the Virtu profile the key is the home
organisation and the local id in it, and each service may speak only for the
organisations that the operator has named.
"""

import re
from dataclasses import dataclass
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fiksummin.core.time import today
from fiksummin.people import queries, rules
from fiksummin.people.models import Organisation
from fiksummin.ui import errors

HOME = ("virtuHomeOrganization",)
LOCAL = ("virtuLocalId",)
MAIL = ("mail", "urn:oid:0.9.2342.19200300.100.1.3")
FIRST_NAME = ("givenName", "urn:oid:2.5.4.42")
LAST_NAME = ("sn", "urn:oid:2.5.4.4")
FULL_NAME = ("displayName", "urn:oid:2.16.840.1.113730.3.1.241")
SOUND_HOME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?")
SOUND_LOCAL = re.compile(r"[^\s!]{1,80}")


@dataclass(frozen=True)
class Vouched:
    """What her organisation says of somebody who signs in for the first time."""

    organisation: Organisation | None
    email: str
    name: str


class VirtuProvider(SAMLProvider):  # type: ignore[misc]  # allauth has no types
    """SAML with the Virtu profile."""

    package = "allauth.socialaccount.providers.saml"

    def extract_uid(self, data: Any) -> str:
        """Give ``home organisation!local id``; nothing else names a person."""
        home, local = _one(data, HOME).lower(), _one(data, LOCAL)
        if not SOUND_HOME.fullmatch(home) or not SOUND_LOCAL.fullmatch(local):
            raise refusal(self.request, _("Your organisation’s sign-in did not say who you are there."))
        return f"{home}!{local}"

    def extract_extra_data(self, data: Any) -> dict[str, str]:
        """Keep nothing but the home organisation."""
        return {"home": _one(data, HOME).lower()}

    def extract_common_fields(self, data: Any) -> dict[str, str]:
        """Give the name and the address, for the first time; the NameID is no address."""
        name = _one(data, FULL_NAME) or f"{_one(data, FIRST_NAME)} {_one(data, LAST_NAME)}"
        return {"name": name.strip(), "email": _one(data, MAIL), "email_verified": "true"}


class OidcProvider(OpenIDConnectProvider):  # type: ignore[misc]  # allauth has no types
    """OpenID Connect; the subject of the provider names a person."""

    package = "allauth.socialaccount.providers.openid_connect"

    def extract_extra_data(self, data: Any) -> dict[str, str]:
        """Keep nothing but the home organisation."""
        return {"home": self.app.settings.get("home_organisation", "")}


def is_offered() -> bool:
    """Say whether the operator has entered any federated sign-in."""
    return any(one["APPS"] for one in settings.SOCIALACCOUNT_PROVIDERS.values())


def vouched(request: HttpRequest, login: SocialLogin) -> Vouched:
    """Read what a sign-in vouches for, or answer with the sentence that says why it opens nothing."""
    app = login.provider.app
    home = login.account.extra_data.get("home", "")
    if app.provider == SAMLProvider.id and home not in app.settings.get("home_organisations", []):
        raise refusal(request, _("This sign-in service may not speak for your organisation."))
    organisation = queries.organisation_of_home(home)
    if home and organisation is None:
        raise refusal(
            request, _("Your organisation (%(home)s) does not use the service yet.") % {"home": home}
        )
    address = next((one.email for one in login.email_addresses if one.verified), "").lower()
    return Vouched(organisation, address, str(getattr(login.user, "name", "")))


def refuse_newcomer(request: HttpRequest, said: Vouched) -> None:
    """Answer with a sentence when somebody new cannot get an account by this sign-in."""
    if not said.email:
        raise refusal(
            request, _("Your organisation’s sign-in gave no e-mail address, so we could not write to you.")
        )
    if queries.person_by_email(said.email):
        raise refusal(
            request,
            _(
                "There is an account with the address %(email)s already. Sign in with a code sent to it, "
                "and then connect your organisation’s sign-in in My account."
            )
            % {"email": said.email},
        )
    organisation = said.organisation or queries.organisation_of(said.email)
    reason = rules.why_not_sign_up(said.email, organisation, None, today())
    if reason:
        raise refusal(request, reason)


def refusal(request: HttpRequest, sentence: str) -> ImmediateHttpResponse:
    """Make the answer with a sentence, to be raised."""
    return ImmediateHttpResponse(errors.page(request, 403, sentence))


def _one(data: Any, names: tuple[str, ...]) -> str:
    """Read an attribute that must have one value; "" when it has none or several."""
    said = data.get_attributes() | data.get_friendlyname_attributes()
    for name in names:
        values = said.get(name) or []
        if len(values) == 1 and isinstance(values[0], str):
            return values[0].strip()
    return ""
