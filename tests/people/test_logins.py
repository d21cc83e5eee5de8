"""What an operator writes about federated sign-ins is read strictly."""

from pathlib import Path

import pytest

from fiksummin.people import logins

OIDC = '[[oidc]]\nslug = "a"\nname = "A"\nserver = "https://login.example"\nclient_id = "c"\nsecret = "s"\n'
SAML = (
    '[[saml]]\nslug = "b"\nname = "B"\nhome_organisations = ["VM.fi"]\nentity_id = "https://idp.example"\n'
    'metadata = "https://idp.example/metadata"\n'
)


def said(folder: Path, text: str) -> str:
    path = folder / "logins.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_no_file_is_no_federated_sign_in() -> None:
    assert [one["APPS"] for one in logins.read("").values()] == [[], []]


def test_the_file_becomes_settings(tmp_path: Path) -> None:
    read = logins.read(said(tmp_path, OIDC + SAML))
    (oidc,), (saml,) = (one["APPS"] for one in read.values())
    assert (oidc["provider_id"], oidc["settings"]["oauth_pkce_enabled"]) == ("a", True)
    assert oidc["settings"]["verified_email"] is False
    assert saml["settings"]["home_organisations"] == ["vm.fi"]
    advanced = saml["settings"]["advanced"]
    assert advanced["strict"] is True
    assert advanced["want_assertion_signed"] is True
    assert advanced["reject_idp_initiated_sso"] is True
    assert advanced["reject_deprecated_algorithm"] is True


def test_an_answer_is_signed_as_a_whole_or_in_its_assertion(tmp_path: Path) -> None:
    read = logins.read(said(tmp_path, SAML + "sign_assertions = false\n"))
    advanced = read["saml"]["APPS"][0]["settings"]["advanced"]
    assert (advanced["want_assertion_signed"], advanced["want_message_signed"]) == (False, True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("oidc = [", "Cannot|Invalid|Unclosed|FIKSUMMIN_LOGINS"),
        ("[[ldap]]\nslug = 'x'", "unknown section"),
        (OIDC.replace('secret = "s"\n', ""), "lacks secret"),
        (SAML.replace('home_organisations = ["VM.fi"]\n', ""), "lacks home_organisations"),
        (
            SAML.replace('home_organisations = ["VM.fi"]', "home_organisations = []"),
            "lacks home_organisations",
        ),
        (SAML.replace('metadata = "https://idp.example/metadata"\n', ""), "lacks sso"),
        (OIDC + 'scope = "everything"\n', "mean nothing"),
        (OIDC + OIDC, "used once"),
        (SAML + 'own_key_file = "/nowhere/sp.key"\n', "own_key_file"),
    ],
)
def test_what_cannot_be_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(logins.WrongLogins, match=sentence):
        logins.read(said(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(logins.WrongLogins, match="FIKSUMMIN_LOGINS"):
        logins.read(str(tmp_path / "none.toml"))
