"""Signing in through a real SAML identity provider with the Virtu profile."""

import base64
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from fiksummin.core.time import now
from fiksummin.people import actions, logins
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import people
from tests.people.idp import ENTITY, RSA_SHA1, SHA1, SSO, Idp
from tests.people.signing import reader_of

SLUG = "virtu-vm"
LOGIN = f"/accounts/saml/{SLUG}/login/"
METADATA = f"/accounts/saml/{SLUG}/metadata/"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
NEWCOMER: dict[str, Any] = {
    "virtuHomeOrganization": ["vm.fi"],
    "virtuLocalId": ["uihmine1"],
    "displayName": ["Uusi Ihminen"],
    "mail": ["uusi.ihminen@vm.example"],
}


@pytest.fixture
def idp(tmp_path: Path, settings: Any, db: None) -> Idp:
    """The ministry's provider, entered by the operator; the ministry's home organisation is vm.fi."""
    there = Idp(tmp_path / "idp")
    entered(settings, tmp_path, there)
    actions.change_organisation(by=None, organisation=people.organisation("vm"), virtu_id="vm.fi")
    there.meet(Client().get(METADATA).content)
    return there


def entered(settings: Any, folder: Path, there: Idp, **more: str) -> None:
    said = folder / "logins.toml"
    extra = "".join(f'{key} = "{value}"\n' for key, value in more.items())
    said.write_text(
        f'[[saml]]\nslug = "{SLUG}"\nname = "Valtiovarainministeriö"\nhome_organisations = ["vm.fi"]\n'
        f'entity_id = "{ENTITY}"\nsso = "{SSO}"\ncertificate_file = "{there.certificate}"\n{extra}'
    )
    settings.SOCIALACCOUNT_PROVIDERS = logins.read(str(said))


def start(client: Client, **query: str) -> str:
    answer = client.get(LOGIN, query, headers=FROM_HERE)
    assert answer.status_code == 302, answer.content
    assert answer.url.startswith(SSO)
    return str(answer.url)


def post(client: Client, where: str, response: str) -> Any:
    """Come back with the response, as the provider's page posts it."""
    answer = client.post(
        where.removeprefix("http://testserver"), {"SAMLResponse": response, "RelayState": ""}
    )
    assert answer.status_code == 302, answer.content
    return client.get(answer.url)


def go(client: Client, idp: Idp, said: dict[str, Any], **other: Any) -> Any:
    where, response = idp.answer(start(client), said, **other)
    return post(client, where, response)


def test_a_newcomer_joins_by_the_federation(idp: Idp, client: Client) -> None:
    where, response = idp.answer(start(client, next="/sv/me/"), NEWCOMER)
    answer = post(client, where, response)
    assert (answer.status_code, answer.url) == (302, "/sv/me/")
    person = Person.objects.get_queryset().get()
    assert reader_of(client) == person.pk
    assert (person.name, person.email) == ("Uusi Ihminen", "uusi.ihminen@vm.example")
    assert person.organisation == people.organisation("vm")
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data) == ("vm.fi!uihmine1", {"home": "vm.fi"})


def test_she_is_known_by_home_and_local_id_and_never_by_her_address(idp: Idp) -> None:
    first, second, third = Client(), Client(), Client()
    go(first, idp, NEWCOMER)
    go(second, idp, NEWCOMER | {"mail": ["uusi.nimi@vm.example"], "displayName": ["Uusi Nimi"]})
    assert reader_of(first) == reader_of(second) is not None
    answer = go(third, idp, NEWCOMER | {"virtuLocalId": ["toinen"]})
    assert answer.status_code == 403, "the address has an account, and another local id is another person"
    assert reader_of(third) is None


def test_it_never_takes_over_a_local_account_by_its_address(idp: Idp, cast: Cast, client: Client) -> None:
    member = cast.member
    answer = go(client, idp, NEWCOMER | {"mail": [member.email]})
    assert answer.status_code == 403
    assert reader_of(client) is None


def test_the_name_may_come_in_two_parts(idp: Idp, client: Client) -> None:
    said = {key: value for key, value in NEWCOMER.items() if key != "displayName"}
    go(client, idp, said | {"givenName": ["Uusi"], "sn": ["Ihminen"]})
    assert Person.objects.get_queryset().get().name == "Uusi Ihminen"


def test_a_tampered_assertion_is_refused(idp: Idp, client: Client) -> None:
    where, response = idp.answer(start(client), NEWCOMER)
    xml = base64.b64decode(response)
    assert b"uihmine1" in xml
    changed = base64.b64encode(xml.replace(b"uihmine1", b"johtaja1")).decode()
    assert post(client, where, changed).status_code == 401
    assert reader_of(client) is None
    assert not Person.objects.get_queryset().exists()


def test_an_unsigned_assertion_is_refused(idp: Idp, client: Client) -> None:
    where, response = idp.answer(start(client), NEWCOMER)
    bare = re.sub(rb"<ns\d:Signature .*?</ns\d:Signature>", b"", base64.b64decode(response), flags=re.DOTALL)
    assert b"SignatureValue" not in bare
    assert post(client, where, base64.b64encode(bare).decode()).status_code == 401
    assert reader_of(client) is None


@pytest.mark.parametrize("before", [True, False])
def test_an_assertion_smuggled_in_beside_the_signed_one_is_refused(
    idp: Idp, client: Client, before: bool
) -> None:
    """Signature wrapping: the signature stays whole, a second assertion says who one would like to be."""
    where, response = idp.answer(start(client), NEWCOMER)
    xml = base64.b64decode(response).decode()
    (signed,) = re.findall(r"<ns\d:Assertion .*</ns\d:Assertion>", xml, flags=re.DOTALL)
    forged = re.sub(r"<ns\d:Signature .*?</ns\d:Signature>", "", signed, flags=re.DOTALL)
    forged = re.sub(r' ID="[^"]+"', ' ID="id-forged"', forged, count=1).replace("uihmine1", "johtaja1")
    wrapped = xml.replace(signed, forged + signed if before else signed + forged)
    assert "johtaja1" in wrapped
    assert post(client, where, base64.b64encode(wrapped.encode()).decode()).status_code == 401
    assert not Person.objects.exists()


def test_a_signature_of_another_key_is_refused(idp: Idp, client: Client, tmp_path: Path) -> None:
    other = Idp(tmp_path / "other")
    other.meet(Client().get(METADATA).content)
    assert go(client, other, NEWCOMER).status_code == 401
    assert reader_of(client) is None


def test_sha_1_is_refused(idp: Idp, client: Client) -> None:
    assert go(client, idp, NEWCOMER, sign_alg=RSA_SHA1, digest_alg=SHA1).status_code == 401
    assert reader_of(client) is None


def test_a_replay_is_refused(idp: Idp, client: Client) -> None:
    where, response = idp.answer(start(client), NEWCOMER)
    post(client, where, response)
    assert reader_of(client)
    client.post("/en/accounts/logout/")
    assert post(client, where, response).status_code in {401, 403}
    assert reader_of(client) is None
    thief = Client()
    assert post(thief, where, response).status_code in {401, 403}
    assert reader_of(thief) is None


def test_an_assertion_for_another_service_is_refused(idp: Idp, client: Client) -> None:
    url = start(client)
    where, response = idp.answer(url, NEWCOMER, sp_entity_id="https://other.example/metadata")
    assert post(client, where, response).status_code == 401
    assert reader_of(client) is None


def test_an_assertion_that_nobody_asked_for_is_refused(idp: Idp, client: Client) -> None:
    where, response = idp.answer(start(Client()), NEWCOMER, in_response_to=None)
    assert post(client, where, response).status_code == 401
    assert reader_of(client) is None


def test_an_old_assertion_is_refused(idp: Idp, client: Client) -> None:
    with time_machine.travel(now() - timedelta(hours=2)):
        where, response = idp.answer(start(client), NEWCOMER)
    assert post(client, where, response).status_code == 401
    assert reader_of(client) is None


def test_an_unknown_home_organisation_is_refused_with_a_sentence(
    idp: Idp, client: Client, settings: Any
) -> None:
    apps = settings.SOCIALACCOUNT_PROVIDERS["saml"]["APPS"]
    apps[0]["settings"]["home_organisations"].append("uusivirasto.fi")
    answer = go(client, idp, NEWCOMER | {"virtuHomeOrganization": ["uusivirasto.fi"]})
    assert answer.status_code == 403
    assert "uusivirasto.fi" in answer.content.decode()
    assert not Person.objects.get_queryset().exists()


def test_a_provider_speaks_only_for_its_own_people(idp: Idp, client: Client) -> None:
    """The ministry's provider says that somebody is of another agency, whose home organisation is known."""
    actions.change_organisation(by=None, organisation=people.organisation("migri"), virtu_id="migri.fi")
    answer = go(client, idp, NEWCOMER | {"virtuHomeOrganization": ["migri.fi"]})
    assert answer.status_code == 403
    assert not Person.objects.get_queryset().exists()


@pytest.mark.parametrize(
    "said",
    [
        {"virtuLocalId": []},
        {"virtuHomeOrganization": []},
        {"virtuLocalId": ["a", "b"]},
        {"virtuHomeOrganization": ["vm.fi", "migri.fi"]},
        {"virtuHomeOrganization": ["vm.fi!x"]},
        {"virtuLocalId": ["a!b"]},
        {"virtuLocalId": [" "]},
        {"mail": []},
        {"mail": ["not an address"]},
    ],
)
def test_half_an_identity_is_none(idp: Idp, client: Client, said: dict[str, Any]) -> None:
    """The NameID, which carries an address here, stands in for nothing."""
    words = {key: value for key, value in (NEWCOMER | said).items() if value}
    assert go(client, idp, words).status_code == 403
    assert not Person.objects.get_queryset().exists()


def test_an_ended_agency_goes_on_as_its_heir(idp: Idp, client: Client) -> None:
    from fiksummin.core.time import today  # noqa: PLC0415 -- this test alone needs it

    heir = people.organisation("dvv")
    actions.change_organisation(
        by=None, organisation=people.organisation("vm"), ends_on=today() - timedelta(days=1), successor=heir
    )
    go(client, idp, NEWCOMER)
    assert client.get("/fi/me/").status_code == 200
    actions.change_organisation(by=None, organisation=people.organisation("vm"), successor=None)
    assert client.get("/fi/me/").status_code == 403


def test_single_sign_out_from_elsewhere_ends_nothing(idp: Idp, client: Client) -> None:
    go(client, idp, NEWCOMER)
    client.get(f"/accounts/saml/{SLUG}/sls/?SAMLRequest=x")
    assert reader_of(client)


def test_addresses_known_to_others_have_no_language(idp: Idp, client: Client) -> None:
    said = client.get(METADATA, headers={"accept-language": "sv"}).content.decode()
    assert f"http://testserver/accounts/saml/{SLUG}/acs/" in said
    assert client.get(f"/accounts/saml/{SLUG}/acs/").status_code == 405
