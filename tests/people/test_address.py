"""My own e-mail address changes when the new one has proven to be mine; the old one is told."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fiksummin.core.errors import Invalid
from fiksummin.core.time import now, today
from fiksummin.people import actions, queries, rules
from fiksummin.people.models import Person
from tests import races
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of, code_in, has_code, letters, sign_in
from tests.postbox import Postbox

ADDRESS, CODE, ME = "/en/me/address/", "/en/me/address/code/", "/en/me/"


def new_for(person: Person, local: str = "uusi.nimi") -> str:
    return f"{local}@{str(person.email).partition('@')[2]}"


def test_the_new_address_signs_in_and_the_old_one_is_told(cast: Cast, postbox: Postbox) -> None:
    member = cast.member
    old, new = str(member.email), new_for(member)
    browser = browser_of(member)
    assert browser.post(ADDRESS, {"email": new.upper()}).url == CODE
    (asked,) = [letter for letter in letters(postbox) if has_code(letter)]
    code = code_in(asked)
    assert asked["To"] == new
    assert Person.objects.get(pk=member.pk).email == old, "nothing has changed yet"
    assert browser.post(CODE, {"code": "AAAA-BBBB"}).status_code == 422
    answer = browser.post(CODE, {"code": code})
    assert (answer.status_code, answer.url) == (303, ME)
    assert Person.objects.get(pk=member.pk).email == new
    told = [
        letter["To"]
        for letter in letters(postbox)
        if letter["Subject"] == "Sähköpostiosoitteesi on vaihdettu"
    ]
    assert told == [old]
    assert browser.post(CODE, {"code": code}).url == ADDRESS, "a code is good once"
    assert sign_in(Client(), new, postbox).status_code == 302
    assert queries.person_by_email(old) is None


def test_who_has_an_account_is_not_told_to_others(cast: Cast, postbox: Postbox) -> None:
    known = people.person(organisation=cast.member.organisation, email=new_for(cast.member, "toinen"))
    browser = browser_of(cast.member)
    free, taken = (
        browser.post(ADDRESS, {"email": email}, follow=True)
        for email in (new_for(cast.member), str(known.email))
    )
    pages = [
        answer.content.decode().replace(new_for(cast.member), "X").replace(str(known.email), "X")
        for answer in (free, taken)
    ]
    assert free.status_code == taken.status_code == 200
    assert "We sent a letter to X" in pages[0]
    assert "We sent a letter to X" in pages[1]
    codes = [letter["To"] for letter in letters(postbox) if has_code(letter)]
    assert codes == [new_for(cast.member)], "the owner of the other address gets no code"


@pytest.mark.parametrize("email", ["", "ei osoite", "x" * 300 + "@vm.example", "nimi@gmail.example", "😀"])
def test_what_cannot_be_hers_is_refused_and_kept(cast: Cast, email: str) -> None:
    answer = browser_of(cast.member).post(ADDRESS, {"email": email})
    assert answer.status_code == 422
    assert not email.isascii() or email in answer.content.decode()


def test_an_address_of_another_organisation_is_another_account(cast: Cast) -> None:
    email = f"alba@{str(cast.outsider.email).partition('@')[2]}"
    with pytest.raises(Invalid, match="uudella osoitteellasi"):
        actions.change_address(by=cast.member, email=email)
    guest = people.guest(cast.member)
    assert rules.why_not_address(guest, email, queries.organisation_of(email), today())
    assert rules.why_not_address(cast.member, str(cast.member.email), cast.member.organisation, today())


def test_after_three_wrong_codes_a_new_one_is_needed(cast: Cast, postbox: Postbox) -> None:
    browser = browser_of(cast.member)
    browser.post(ADDRESS, {"email": new_for(cast.member)})
    (code,) = [code_in(letter) for letter in letters(postbox) if has_code(letter)]
    assert [browser.post(CODE, {"code": "AAAA-BBBB"}).status_code for _try in range(3)] == [422, 422, 422]
    assert browser.post(CODE, {"code": code}).url == ADDRESS


def test_the_sign_in_must_be_fresh(cast: Cast) -> None:
    browser = browser_of(cast.member, method="code")
    with time_machine.travel(now() + timedelta(minutes=11)):
        assert browser.get(ADDRESS)["Location"] == "/en/accounts/reauthenticate/?next=%2Fen%2Fme%2Faddress%2F"


@pytest.mark.django_db(transaction=True)
def test_two_who_want_one_address_at_once(cast: Cast) -> None:
    email = new_for(cast.member)
    rivals = [people.person(organisation=cast.member.organisation) for _one in range(2)]
    made = races.race(*[lambda who=who: actions.change_address(by=who, email=email) for who in rivals])
    assert Person.objects.get_queryset().filter(email=email).count() == 1, made
