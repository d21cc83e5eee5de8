"""Federated sign-in as an operator describes it: a TOML file named by ``FIKSUMMIN_LOGINS``.

[[oidc]]
slug = "palvelukeskus"             # part of the address, never changed later
name = "Palvelukeskus"             # what the button says
server = "https://login.example"   # its discovery document is found below this
client_id = "fiksummin"
secret = "…"
home_organisation = "vm.fi"        # whose people these are; without it their e-mail domain says
vouches_for_email = true           # when it gives no email_verified claim but has checked

[[saml]]                           # the Virtu profile
slug = "virtu-vm"
name = "Valtiovarainministeriö"
home_organisations = ["vm.fi"]     # for whose people this service may speak
entity_id = "https://idp.example"
metadata = "https://idp.example/metadata"    # or, instead, the next two
sso = "https://idp.example/sso"
certificate_file = "/etc/fiksummin/idp.pem"
own_entity_id = "https://lab.example"        # as registered in the federation; has a default
own_key_file = "/etc/fiksummin/sp.key"       # signs requests and opens encrypted answers
own_certificate_file = "/etc/fiksummin/sp.pem"
sign_assertions = true                       # false when only the whole answer is signed
"""

import tomllib
from pathlib import Path
from typing import Any

type Words = dict[str, Any]


class WrongLogins(ValueError):
    """The file of federated sign-ins says something that cannot be."""


def read(path: str) -> Words:
    """Give ``SOCIALACCOUNT_PROVIDERS`` as the file says; without a file there is no federated sign-in.

    Raises WrongLogins with a sentence for the operator.
    """
    said = _load(Path(path)) if path else {}
    unknown = set(said) - {"oidc", "saml"}
    if unknown:
        raise WrongLogins(f"{path}: unknown section {sorted(unknown)}; there are [[oidc]] and [[saml]].")
    slugs = [str(one.get("slug")) for section in said.values() for one in section]
    if len(set(slugs)) != len(slugs):
        raise WrongLogins(f"{path}: each slug may be used once.")
    return {
        "openid_connect": {
            "provider_class": "fiksummin.people.federation.OidcProvider",
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [_oidc(one) for one in said.get("oidc", [])],
        },
        "saml": {
            "provider_class": "fiksummin.people.federation.VirtuProvider",
            "APPS": [_saml(one) for one in said.get("saml", [])],
        },
    }


def _load(path: Path) -> Words:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise WrongLogins(f"FIKSUMMIN_LOGINS={path}: {problem}") from problem


def _oidc(said: Words) -> Words:
    _need(said, "slug", "name", "server", "client_id", "secret")
    _know(said, "home_organisation", "vouches_for_email")
    return {
        "provider_id": said["slug"],
        "name": said["name"],
        "client_id": said["client_id"],
        "secret": said["secret"],
        "settings": {
            "server_url": said["server"],
            "oauth_pkce_enabled": True,
            "home_organisation": str(said.get("home_organisation", "")).lower(),
            "verified_email": bool(said.get("vouches_for_email", False)),
        },
    }


def _saml(said: Words) -> Words:
    _need(said, "slug", "name", "home_organisations", "entity_id")
    _know(
        said,
        *("metadata", "sso", "certificate_file", "sign_assertions"),
        *("own_entity_id", "own_key_file", "own_certificate_file"),
    )
    signs = "own_key_file" in said
    return {
        "name": said["name"],
        "client_id": said["slug"],
        "settings": {
            "home_organisations": [str(home).lower() for home in said["home_organisations"]],
            "idp": _idp(said),
            "sp": {"entity_id": said["own_entity_id"]} if "own_entity_id" in said else {},
            "advanced": {
                "strict": True,
                "reject_idp_initiated_sso": True,
                "reject_deprecated_algorithm": True,
                "want_assertion_signed": bool(said.get("sign_assertions", True)),
                "want_message_signed": not said.get("sign_assertions", True),
                "want_attribute_statement": True,
                "allow_repeat_attribute_name": False,
                "authn_request_signed": signs,
                "metadata_signed": signs,
                "private_key": _text(said, "own_key_file"),
                "x509cert": _text(said, "own_certificate_file"),
                "allow_single_label_domains": True,
            },
        },
    }


def _idp(said: Words) -> Words:
    if "metadata" in said:
        return {"entity_id": said["entity_id"], "metadata_url": said["metadata"]}
    _need(said, "sso", "certificate_file")
    return {
        "entity_id": said["entity_id"],
        "sso_url": said["sso"],
        "x509cert": _text(said, "certificate_file"),
    }


def _text(said: Words, key: str) -> str | None:
    try:
        return Path(said[key]).read_text(encoding="utf-8") if key in said else None
    except OSError as problem:
        raise WrongLogins(f"{key}: {problem}") from problem


ALWAYS = {"slug", "name", "server", "client_id", "secret", "home_organisations", "entity_id"}


def _need(said: Words, *keys: str) -> None:
    missing = [key for key in keys if not said.get(key)]
    if missing:
        raise WrongLogins(f"The sign-in “{said.get('slug', '?')}” lacks {', '.join(missing)}.")


def _know(said: Words, *optional: str) -> None:
    unknown = set(said) - ALWAYS - set(optional)
    if unknown:
        raise WrongLogins(f"The sign-in “{said['slug']}” says {sorted(unknown)}, which mean nothing here.")
