"""Signing in through a real OpenID Connect provider."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from oidc_provider_mock import User

from fiksummin.people import logins
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import people
from tests.people.oidc import Provider, provider
from tests.people.signing import browser_of, reader_of

LOGIN = "/accounts/oidc/palvelukeskus/login/"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
KNOWN = (
    User(
        sub="17", claims={"email": "Uusi.Ihminen@vm.example", "email_verified": True, "name": "Uusi Ihminen"}
    ),
    User(sub="18", claims={"email": "alba.kaisla@vm.example", "email_verified": True, "name": "Alba K"}),
    User(sub="19", claims={"email": "joku@vm.example", "email_verified": False, "name": "Joku"}),
    User(sub="20", claims={"email": "joku@muualla.test", "email_verified": True, "name": "Joku Muu"}),
    User(sub="21", claims={"name": "Nimi Vain"}),
    User(sub="22", claims={"email": "x@evilvm.example", "email_verified": True, "name": "Evil"}),
)


@pytest.fixture
def there(tmp_path: Path, settings: Any) -> Iterator[Provider]:
    """A provider that the operator has entered."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with provider(*KNOWN) as running:
        said = tmp_path / "logins.toml"
        said.write_text(
            f'[[oidc]]\nslug = "palvelukeskus"\nname = "Palvelukeskus"\nserver = "{running.url}"\n'
            'client_id = "fiksummin"\nsecret = "salaisuus"\n'
        )
        settings.SOCIALACCOUNT_PROVIDERS = logins.read(str(said))
        yield running


def go(client: Client, there: Provider, subject: str, **query: str) -> Any:
    """Go to the provider, agree there, and come back."""
    start = client.get(LOGIN, query, headers=FROM_HERE)
    assert start.status_code == 302, start.content
    return client.get(there.consent(start.url, subject).removeprefix("http://testserver"))


def test_a_newcomer_joins_by_her_organisations_sign_in(db: None, there: Provider, client: Client) -> None:
    home = people.organisation("vm")
    answer = go(client, there, "17", next="/fi/me/")
    assert (answer.status_code, answer.url) == (302, "/fi/me/")
    person = Person.objects.get_queryset().get()
    assert reader_of(client) == person.pk
    assert (person.email, person.name, person.organisation) == (
        "uusi.ihminen@vm.example",
        "Uusi Ihminen",
        home,
    )
    assert there.proven == 1, "the code was exchanged with its PKCE verifier"
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid, account.extra_data) == ("palvelukeskus", "17", {"home": ""})


def test_she_is_the_same_person_the_next_time(db: None, there: Provider) -> None:
    people.organisation("vm")
    first, second = Client(), Client()
    go(first, there, "17")
    go(second, there, "17")
    assert reader_of(first) == reader_of(second) is not None
    assert Person.objects.get_queryset().count() == 1


def test_it_never_takes_over_an_account_by_its_address(cast: Cast, there: Provider, client: Client) -> None:
    member = cast.member
    answer = go(client, there, "18")
    assert answer.status_code == 403
    assert member.email in answer.content.decode()
    assert reader_of(client) is None
    assert not SocialAccount.objects.exists()


def test_who_signed_in_can_connect_it_and_use_it_from_then_on(cast: Cast, there: Provider) -> None:
    client = browser_of(cast.member)
    page = client.get("/en/accounts/connections/")
    assert LOGIN in page.content.decode()
    answer = go(client, there, "18", process="connect")
    if answer.url.startswith("/accounts/") or "reauthenticate" in answer.url:
        pytest.fail(f"asked to confirm: {answer.url}")
    other = Client()
    go(other, there, "18")
    assert reader_of(other) == cast.member.pk


@pytest.mark.parametrize("subject", ["19", "20", "21", "22"])
def test_who_is_not_vouched_for_stays_outside(
    db: None, there: Provider, client: Client, subject: str
) -> None:
    """Address not checked, domain nobody owns, no address, a look-alike domain."""
    people.organisation("vm")
    answer = go(client, there, subject)
    assert answer.status_code == 403
    assert reader_of(client) is None
    assert not Person.objects.get_queryset().exists()


def test_a_foreign_state_or_a_code_of_another_browser_opens_nothing(
    db: None, there: Provider, client: Client
) -> None:
    people.organisation("vm")
    start = client.get(LOGIN, headers=FROM_HERE)
    back = there.consent(start.url, "17").removeprefix("http://testserver")
    thief = Client()
    assert thief.get(back).status_code == 401
    assert reader_of(thief) is None
    assert client.get(back.replace("state=", "state=x")).status_code == 401
    assert reader_of(client) is None


def test_a_foreign_page_cannot_start_it(db: None, there: Provider, client: Client) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {}, {"Referer": "https://evil.test/"}):
        answer = client.get(LOGIN, headers=headers)
        assert answer.status_code == 200
        assert f'href="{LOGIN}"' in answer.content.decode()
    assert client.get(LOGIN, headers={"Referer": "http://testserver/fi/accounts/login/"}).status_code == 302
    assert client.post(LOGIN).status_code == 405


def test_a_federated_sign_in_is_strong_enough_for_those_who_run_the_lab(db: None, there: Provider) -> None:
    people.organisation("vm")
    client = Client()
    go(client, there, "17")
    person = Person.objects.get_queryset().get()
    people.role(person, "owner", "")
    assert client.get("/en/roles/").status_code == 200


def test_an_unknown_sign_in_is_not_there(db: None, there: Provider, client: Client) -> None:
    assert client.get("/accounts/oidc/muu/login/", headers=FROM_HERE, follow=True).status_code == 404
