"""My account: what I say of myself, where I am signed in, my tokens."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from fiksummin.core.time import now, today
from fiksummin.people import actions
from fiksummin.people.models import ApiToken, Person, Session
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of, reader_of

ME = "/en/me/"
WORDS = {"name": "Alba K", "language": "sv", "mail_weekly": "on"}


def test_i_change_my_name_language_and_letters(cast: Cast) -> None:
    member = cast.member
    answer = browser_of(member).post(ME, WORDS)
    assert (answer.status_code, answer.url) == (303, ME)
    changed = cast.member
    assert (changed.name, changed.language) == ("Alba K", "sv")
    assert (changed.mail_about_me, changed.mail_follow, changed.mail_weekly) == (False, False, True)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ({"name": "   "}, "sv"),
        ({"name": "x" * 151}, "x" * 151),
        ({"language": "de"}, "Alba K"),
        ({"name": ""}, "sv"),
    ],
)
def test_wrong_input_is_said_and_kept(cast: Cast, words: dict[str, str], kept: str) -> None:
    answer = browser_of(cast.member).post(ME, WORDS | words)
    assert answer.status_code == 422
    assert kept in answer.content.decode()
    assert cast.member.name == "Alba Kaisla"


def test_a_name_from_right_to_left_or_with_a_picture_is_a_name(cast: Cast) -> None:
    for name in ("دانا", "Alba 🌿", "<b>Alba</b>"):
        member = cast.member
        browser = browser_of(member)
        assert browser.post(ME, WORDS | {"name": name}).status_code == 303
        assert cast.member.name == name
        assert "<b>Alba" not in browser.get(ME).content.decode()


def test_i_see_where_i_am_signed_in_and_end_the_others(cast: Cast) -> None:
    mine, other, third = (browser_of(cast.member) for _n in range(3))
    stranger = browser_of(cast.colleague)
    page = mine.get(ME).content.decode()
    assert page.count("Firefox, Linux") >= 3
    for key in (mine.session.session_key, other.session.session_key):
        assert key
        assert key not in page
    name = _name_of(other)
    assert mine.post("/en/me/sessions/", {"session": name}).status_code == 303
    assert reader_of(other) is None
    assert reader_of(third)
    mine.post("/en/me/sessions/")
    assert reader_of(third) is None
    assert reader_of(mine)
    assert stranger.get(ME).status_code == 200


def test_i_cannot_end_a_session_of_somebody_else(cast: Cast) -> None:
    stranger = browser_of(cast.colleague)
    browser_of(cast.member).post("/en/me/sessions/", {"session": _name_of(stranger)})
    assert reader_of(stranger)


def test_a_token_is_shown_once_works_and_is_revoked(cast: Cast) -> None:
    browser = browser_of(cast.member)
    answer = browser.post("/en/me/tokens/", {"name": "Kalenteri", "scope": "read", "until": ""})
    assert answer.status_code == 201
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    found = actions.find_bearer(secret)
    assert found
    assert found[0] == cast.member
    assert secret not in browser.get(ME).content.decode()
    row = ApiToken.objects.get()
    assert secret not in str(ApiToken.objects.values().get())
    assert browser.post(f"/en/me/tokens/{row.pk}/revocation/").status_code == 303
    assert actions.find_bearer(secret) is None
    assert actions.find_bearer("") is None


def test_another_ones_token_is_not_there(cast: Cast) -> None:
    secret = people.token(cast.colleague)
    row = ApiToken.objects.get()
    assert browser_of(cast.member).post(f"/en/me/tokens/{row.pk}/revocation/").status_code == 404
    assert actions.find_bearer(secret)


@pytest.mark.parametrize(
    "words",
    [
        {"name": ""},
        {"scope": "everything"},
        {"until": "2020-01-01"},
        {"until": str(today() + timedelta(days=400))},
        {"until": "huomenna"},
    ],
)
def test_a_wrong_wish_for_a_token_makes_none(cast: Cast, words: dict[str, str]) -> None:
    given = {"name": "Kalenteri", "scope": "read", "until": ""} | words
    assert browser_of(cast.member).post("/en/me/tokens/", given).status_code == 422
    assert not ApiToken.objects.exists()


def test_a_token_expires_and_notes_its_use_once_a_minute(cast: Cast) -> None:
    at = now()
    secret = people.token(cast.member, expires_at=at + timedelta(days=1))
    assert actions.find_bearer(secret, at=at)
    assert actions.find_bearer(secret, at=at + timedelta(seconds=30))
    assert ApiToken.objects.get().last_used_at == at
    assert actions.find_bearer(secret, at=at + timedelta(seconds=61))
    assert ApiToken.objects.get().last_used_at == at + timedelta(seconds=61)
    assert actions.find_bearer(secret, at=at + timedelta(days=1)) is None


def test_my_copy_holds_what_is_kept_of_me_and_of_nobody_else(cast: Cast) -> None:
    colleague = cast.colleague
    browser = browser_of(cast.member)
    copy = browser.get("/en/me/data.json")
    text = copy.content.decode()
    assert json.loads(text)["people.Person"]["rows"][0]["email"] == "alba.kaisla@vm.example"
    assert str(colleague.email) not in text
    page = browser.get("/en/me/data/")
    assert "Your account" in page.content.decode()


@pytest.mark.parametrize("path", ["", "data/", "data.json", "erasure/", "tokens/", "second-step/"])
def test_strangers_are_asked_to_sign_in(client: Client, db: None, path: str) -> None:
    answer = client.get(f"{ME}{path}")
    assert answer.status_code == 302
    assert answer.url.startswith("/en/accounts/login/")


def test_my_page_asks_the_database_the_same_for_one_and_for_three(cast: Cast) -> None:
    browser = browser_of(cast.member)
    browser.get(ME)
    counts = []
    for _more in range(3):
        people.token(cast.member)
        browser_of(cast.member)
        counts.append(_queries(browser))
    assert counts == [5, 5, 5]


def _queries(browser: Client) -> int:
    from django.db import connection  # noqa: PLC0415 -- this test alone needs it
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- this test alone needs it

    with CaptureQueriesContext(connection) as captured:
        browser.get(ME)
    return len(captured)


def _name_of(browser: Client) -> str:
    from fiksummin.people.accounts import name_of  # noqa: PLC0415 -- this test alone needs it

    key = browser.session.session_key
    assert key
    assert Session.objects.filter(pk=key).exists()
    assert Person
    return name_of(key)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_forgotten_browser_gives_no_token_away(cast: Cast, method: str) -> None:
    browser = browser_of(cast.member, method="code")
    path, given = "/en/me/tokens/", {"name": "Kalenteri", "scope": "write", "until": ""}
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        answer = getattr(browser, method)(path, given)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/en/accounts/reauthenticate/?next=")
    assert not ApiToken.objects.exists()
    assert browser.get(path).status_code == 200


def test_who_has_a_second_factor_is_led_to_it_and_back(cast: Cast) -> None:
    browser = browser_of(cast.member)
    Authenticator.objects.create(user=cast.member, type="totp", data={})
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        asked = browser.get("/en/me/tokens/", follow=False)
        step = browser.get(asked["Location"])
    assert step["Location"] == "/en/accounts/2fa/reauthenticate/?next=%2Fen%2Fme%2Ftokens%2F"
