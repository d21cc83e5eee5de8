"""Those who run the lab show more than a code; what they set up is kept safe."""

import base64
import hashlib
import hmac
import struct
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from fiksummin.core.time import now
from fiksummin.people import actions
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import CONFIRM, ask_for_code, browser_of, code_in, letters, reader_of, sign_in
from tests.postbox import Postbox

ROLES = "/en/roles/"
STEP = "/en/me/second-step/"
ACTIVATE = "/en/accounts/2fa/totp/activate/"
AUTHENTICATE = "/en/accounts/2fa/authenticate/"


def app_code(secret: str, at: datetime) -> str:
    """Compute what an authenticator app shows (RFC 6238)."""
    moment = struct.pack(">Q", int(at.timestamp()) // 30)
    digest = hmac.new(base64.b32decode(secret), moment, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def set_up(browser: Client) -> str:
    """Set up an authenticator app; give its secret."""
    page = browser.get(ACTIVATE)
    assert page.status_code == 200, page.headers
    secret = str(page.context["form"].secret)
    answer = browser.post(ACTIVATE, {"code": app_code(secret, now())})
    assert answer.status_code == 302, answer.content
    assert "2fa" in answer.url, answer.url
    return secret


def test_a_code_alone_gives_no_desk_and_leads_to_the_second_step(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    owner = cast.owner
    answer = sign_in(client, owner.email or "", postbox)
    assert answer.url == STEP
    assert "Add a passkey" in client.get(STEP).content.decode()
    answer = client.get(ROLES)
    assert answer.status_code == 302
    assert answer.url.startswith(STEP)
    assert client.post("/en/organisations/", {"name_fi": "X"}).status_code == 404
    assert client.get("/en/me/").status_code == 200
    assert client.get("/admin/").status_code in {302, 404}
    assert not client.get("/admin/", follow=True).request["PATH_INFO"].startswith("/admin/")


def test_a_member_without_a_role_needs_no_second_step(cast: Cast, postbox: Postbox, client: Client) -> None:
    answer = sign_in(client, cast.member.email or "", postbox)
    assert answer.url == "/en/today/"
    assert client.get(ROLES).status_code == 404
    assert client.get(STEP).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_an_app_opens_the_desk_at_once_and_is_asked_for_from_then_on(cast: Cast, postbox: Postbox) -> None:
    owner, first = cast.owner, Client()
    sign_in(first, owner.email or "", postbox)
    secret = set_up(first)
    assert first.get(ROLES).status_code == 200
    with time_machine.travel(now() + timedelta(minutes=5)):
        second = Client()
        answer = sign_in(second, owner.email or "", postbox)
        assert answer.url == AUTHENTICATE
        assert reader_of(second) is None
        assert second.get(ROLES).status_code == 302
        assert second.post(AUTHENTICATE, {"code": "000000"}).status_code in {200, 422}
        assert reader_of(second) is None
        code = app_code(secret, now())
        second.post(AUTHENTICATE, {"code": code})
        assert reader_of(second) == owner.pk
        assert second.get(ROLES).status_code == 200
        third = Client()
        sign_in(third, owner.email or "", postbox)
        third.post(AUTHENTICATE, {"code": code})
        assert reader_of(third) is None, "a code of the app works once"


@pytest.mark.django_db(transaction=True)
def test_the_secret_of_the_app_is_kept_encrypted_and_a_letter_tells_of_it(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    sign_in(client, cast.owner.email or "", postbox)
    secret = set_up(client)
    kept = str(list(Authenticator.objects.values()))
    assert secret not in kept
    assert base64.b32decode(secret).hex() not in kept
    said = " ".join(letter.get_content() for letter in letters(postbox))
    assert "Tilillesi on otettu käyttöön tunnistussovellus." in said


def test_changing_how_one_signs_in_needs_a_fresh_proof(cast: Cast, postbox: Postbox, client: Client) -> None:
    sign_in(client, cast.member.email or "", postbox)
    with time_machine.travel(now() + timedelta(minutes=11)):
        answer = client.get(ACTIVATE)
        assert answer.status_code == 302
        assert answer.url.startswith("/en/accounts/reauthenticate/")
        again = answer.url
        page = client.get(again)
        assert page.status_code == 200
        assert client.post(again).status_code == 303
        code = code_in(letters(postbox)[-1])
        assert client.post(again, {"code": "BBBB-BBBB"}).status_code == 422
        answer = client.post(again, {"code": code})
        assert (answer.status_code, answer.url) == (302, ACTIVATE)
        assert client.get("/en/accounts/connections/").status_code == 200
        assert client.get(ACTIVATE).status_code == 200


def test_three_wrong_codes_end_the_confirmation(cast: Cast, postbox: Postbox) -> None:
    browser = browser_of(cast.member)
    again = "/en/accounts/reauthenticate/"
    browser.post(again)
    code = code_in(letters(postbox)[-1])
    for _try in range(3):
        assert browser.post(again, {"code": "BBBB-BBBB"}).status_code == 422
    assert browser.post(again, {"code": code}).status_code == 422


def test_a_token_made_weakly_carries_no_role(cast: Cast) -> None:
    owner: Any = cast.owner
    weak, strong = browser_of(owner, method="code"), browser_of(owner)
    secrets = []
    for browser in (weak, strong):
        answer = browser.post("/en/me/tokens/", {"name": "ohjelma", "scope": "write", "until": ""})
        secrets.append(answer.context["secret"])
    bearers = [actions.find_bearer(secret) for secret in secrets]
    assert [bearer[0].may("owner") for bearer in bearers if bearer] == [False, True]


def test_a_role_given_meanwhile_is_not_in_force_in_a_weak_session(cast: Cast) -> None:
    browser = browser_of(cast.member, method="code")
    assert browser.get(ROLES).status_code == 404
    people.role(cast.member, "owner", "")
    assert browser.get(ROLES).status_code == 302


def test_the_half_signed_in_cannot_go_anywhere(cast: Cast, postbox: Postbox, client: Client) -> None:
    ask_for_code(client, cast.member.email or "")
    for path in ("/en/me/", "/en/today/", "/en/me/data.json", ROLES):
        assert client.get(path).status_code == 302
    assert client.get(CONFIRM).status_code == 200
