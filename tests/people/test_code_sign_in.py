"""A code by e-mail opens the door: to those who have an account, and to those who may have one."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.core.models import Entry, Letter
from fiksummin.core.time import now, today
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import (
    CONFIRM,
    SIGN_IN,
    ask_for_code,
    code_in,
    has_code,
    letters,
    reader_of,
    sign_in,
)
from tests.postbox import Postbox


def test_a_member_signs_in_with_the_code_from_the_letter(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    member = cast.member
    answer = ask_for_code(client, "Alba.Kaisla@VM.example")
    assert answer.status_code == 302
    assert answer.url == CONFIRM
    (letter,) = letters(postbox)
    assert letter["To"] == member.email
    assert "koodi" in letter["Subject"].lower(), "in her language, not that of the page"
    page = client.get(CONFIRM).content.decode()
    assert 'autocomplete="one-time-code"' in page
    answer = client.post(CONFIRM, {"code": code_in(letter).lower().replace("-", " ")})
    assert answer.status_code == 302
    assert reader_of(client) == cast.member.pk


def test_a_newcomer_of_a_known_agency_gets_an_account_when_the_address_is_proven(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    people.organisation("vm")
    ask_for_code(client, "uusi.ihminen@vm.example")
    assert not Person.objects.get_queryset().filter(email="uusi.ihminen@vm.example").exists()
    answer = client.post(CONFIRM, {"code": code_in(letters(postbox)[-1])})
    assert answer.status_code == 302
    newcomer = Person.objects.get_queryset().get(email="uusi.ihminen@vm.example")
    assert reader_of(client) == newcomer.pk
    assert newcomer.organisation == people.organisation("vm")
    assert newcomer.name == "Uusi Ihminen"
    assert newcomer.language == "en"
    assert Entry.objects.filter(fact="people.PersonJoined", by=newcomer.pk).count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "x@evilvm.example",
        "x@vm.example.evil.example",
        "x@vm.example.fi",
        "x@vmexample",
        "x@sub.vm.example",
        "x@vm-example",
        "x@example",
        "x@ｖm.example.evil.test",
        '"x@vm.example"@evil.test',
        "x@vm.example@evil.test",
    ],
)
def test_a_look_alike_of_a_domain_opens_nothing(
    db: None, postbox: Postbox, client: Client, address: str
) -> None:
    people.organisation("vm")
    ask_for_code(client, address)
    got = letters(postbox)
    assert not any(has_code(letter) for letter in got)
    assert client.post(CONFIRM, {"code": ""}).status_code in {302, 422}
    assert not Person.objects.get_queryset().exists()


def test_a_domain_below_opens_only_where_the_organisation_says_so(
    db: None, postbox: Postbox, client: Client
) -> None:
    wide = people.organisation(domain="valtio.example", subdomains=True)
    near = people.organisation(domain="oma.valtio.example")
    for address, home in (("a@syva.alla.valtio.example", wide), ("b@oma.valtio.example", near)):
        sign_in(Client(), address, postbox)
        assert Person.objects.get_queryset().get(email=address).organisation == home
    ask_for_code(client, "c@pahavaltio.example")
    assert "owns the domain" in letters(postbox)[-1].get_content()


def test_nobody_learns_who_has_an_account(cast: Cast, postbox: Postbox) -> None:
    """The page answers the same to a member, to one who may join, and to a stranger."""
    people.organisation("vm")
    answers = []
    for address in (cast.member.email or "", "uusi.ihminen@vm.example", "kukaan@muualla.test"):
        client = Client()
        first = ask_for_code(client, address)
        page = client.get(CONFIRM).content.decode().replace(address, "ADDRESS")
        wrong = client.post(CONFIRM, {"code": "BBBB-BBBB"})
        said = re.sub(r'value="[\w]{64}"', "", wrong.content.decode().replace(address, "ADDRESS"))
        answers.append(
            (first.status_code, first.url, re.sub(r'value="[\w]{64}"', "", page), wrong.status_code, said)
        )
    assert answers[0] == answers[1] == answers[2]
    assert Letter.objects.count() == 3


def test_an_open_invitation_lets_a_stranger_join_by_a_code(
    cast: Cast, postbox: Postbox, client: Client
) -> None:
    from fiksummin.people import actions  # noqa: PLC0415 -- this test alone needs it

    actions.invite_guest(
        by=cast.member, email="vieras@yritys.example", guest_until=today() + timedelta(days=10)
    )
    sign_in(client, "vieras@yritys.example", postbox)
    guest = Person.objects.get_queryset().get(email="vieras@yritys.example")
    assert reader_of(client) == guest.pk
    assert guest.guest_until == today() + timedelta(days=10)


def test_a_wrong_code_keeps_the_page_and_three_end_it(cast: Cast, postbox: Postbox, client: Client) -> None:
    ask_for_code(client, cast.member.email or "")
    code = code_in(letters(postbox)[-1])
    for _try in range(2):
        answer = client.post(CONFIRM, {"code": "BBBB-CCCC"})
        assert answer.status_code == 422
    assert client.post(CONFIRM, {"code": "BBBB-CCCC"}).status_code == 302
    assert client.post(CONFIRM, {"code": code}).status_code == 302
    assert reader_of(client) is None


def test_a_code_expires(cast: Cast, postbox: Postbox, client: Client) -> None:
    ask_for_code(client, cast.member.email or "")
    code = code_in(letters(postbox)[-1])
    with time_machine.travel(now() + timedelta(minutes=11)):
        client.post(CONFIRM, {"code": code})
        assert reader_of(client) is None


def test_a_code_works_once_and_in_its_own_browser(cast: Cast, postbox: Postbox, client: Client) -> None:
    ask_for_code(client, cast.member.email or "")
    code = code_in(letters(postbox)[-1])
    other = Client()
    ask_for_code(other, cast.member.email or "")
    other.post(CONFIRM, {"code": code})
    assert reader_of(other) is None
    client.post(CONFIRM, {"code": code})
    assert reader_of(client) == cast.member.pk
    client.post("/en/accounts/logout/")
    client.post(CONFIRM, {"code": code})
    assert reader_of(client) is None


def test_too_many_codes_for_one_address_are_refused(cast: Cast, postbox: Postbox, client: Client) -> None:
    answers = [ask_for_code(Client(), cast.member.email or "").status_code for _n in range(6)]
    assert answers == [302] * 5 + [422]


def test_what_is_no_address_is_said_and_kept(db: None, client: Client) -> None:
    answer = ask_for_code(client, "alba.kaisla")
    assert answer.status_code == 422
    assert 'value="alba.kaisla"' in answer.content.decode()


def test_the_way_on_stays_on_this_host(cast: Cast, postbox: Postbox, client: Client) -> None:
    for wanted, reached in (("/en/invitations/", "/en/invitations/"), ("https://evil.test/", "/en/today/")):
        browser = Client()
        answer = ask_for_code(browser, cast.member.email or "", next=wanted)
        answer = browser.post(answer.url, {"code": code_in(letters(postbox)[-1]), "next": wanted})
        assert answer.url == reached


def test_signing_in_needs_a_post_with_its_token(cast: Cast, postbox: Postbox) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(SIGN_IN, {"login": cast.member.email}).status_code == 403
    assert letters(postbox) == []


def test_a_session_is_a_new_one_after_signing_in(cast: Cast, postbox: Postbox, client: Client) -> None:
    ask_for_code(client, cast.member.email or "")
    before = client.session.session_key
    client.post(CONFIRM, {"code": code_in(letters(postbox)[-1])})
    assert client.session.session_key != before


def test_an_address_that_no_letter_reaches_is_refused_at_once(
    db: None, postbox: Postbox, client: Client
) -> None:
    answer = ask_for_code(client, f"{'a' * 60}@{'.'.join(['b' * 60] * 4)}.example")
    assert answer.status_code == 422
    assert "at most 254 characters" in answer.content.decode()
    assert letters(postbox) == []
