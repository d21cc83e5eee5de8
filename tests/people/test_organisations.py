"""Organisations begin, are renamed, end and merge; partners come by agreement."""

from datetime import date, timedelta

import pytest

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.core.time import today
from fiksummin.people import actions, queries, rules
from fiksummin.people.models import EmailDomain, Organisation, Person
from tests.cast import Cast
from tests.factories import people
from tests.people.signing import browser_of

LIST = "/en/organisations/"
WORDS = {
    "name_fi": "Uusi virasto",
    "name_sv": "Nytt ämbetsverk",
    "name_en": "New Agency",
    "abbreviation": "UV",
    "kind": "state",
    "branch": "VM",
    "virtu_id": "UV.fi",
    "starts_on": "2026-01-01",
    "ends_on": "",
    "successor": "",
}


def test_an_owner_enters_an_organisation_with_its_domain(cast: Cast) -> None:
    browser = browser_of(cast.owner)
    answer = browser.post(LIST, WORDS)
    made = Organisation.objects.get(abbreviation="UV")
    assert (answer.status_code, answer.url) == (303, f"{LIST}{made.pk}/")
    assert made.virtu_id == "uv.fi"
    assert browser.post(f"{LIST}{made.pk}/domains/", {"domain": "@UV.example"}).status_code == 303
    assert queries.organisation_of("Joku@uv.example") == made
    assert "uv.example" in browser.get(f"{LIST}{made.pk}/").content.decode()
    assert "Uusi virasto" in browser_of(cast.owner).get("/fi/organisations/").content.decode()
    assert "Nytt ämbetsverk" in browser.get("/sv/organisations/").content.decode()
    assert Entry.objects.filter(fact="people.OrganisationFounded").exists()


@pytest.mark.parametrize("key", ["member", "partner", "guest", "host", "facilitator", "editor", "manager"])
def test_for_all_others_there_is_no_such_page(cast: Cast, key: str) -> None:
    vm = people.organisation("vm")
    browser = browser_of(cast[key])
    for path in ("", f"{vm.pk}/", f"{vm.pk}/domains/", f"{vm.pk}/agreements/"):
        assert browser.get(f"{LIST}{path}").status_code == 404
        assert browser.post(f"{LIST}{path}", WORDS).status_code == 404
    domain = vm.domains.get()
    assert browser.post(f"/en/domains/{domain.pk}/removal/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.found_organisation(by=cast[key], name_fi="X")
    assert not Organisation.objects.filter(abbreviation="UV").exists()


@pytest.mark.parametrize(
    "words",
    [
        {"name_fi": ""},
        {"name_fi": "   "},
        {"kind": "kingdom"},
        {"starts_on": "2026-13-01"},
        {"ends_on": "2025-12-31"},
        {"successor": "999999"},
        {"name_sv": "x" * 201},
    ],
)
def test_wrong_input_is_said_and_kept(cast: Cast, words: dict[str, str]) -> None:
    answer = browser_of(cast.owner).post(LIST, WORDS | words)
    assert answer.status_code == 422
    assert "New Agency" in answer.content.decode()
    assert not Organisation.objects.filter(abbreviation="UV").exists()


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "fi",
        "@",
        "a b.fi",
        "vm..fi",
        "http://vm.fi/",
        "vm.fi;",
        "*.fi",
        "x" * 250,
        "-a.example",
        "a-.example",
        "a.-b.example",
        "-",
    ],
)
def test_what_is_no_domain_is_refused(cast: Cast, domain: str) -> None:
    vm = people.organisation("vm")
    answer = browser_of(cast.owner).post(f"{LIST}{vm.pk}/domains/", {"domain": domain})
    assert answer.status_code == 422
    assert EmailDomain.objects.filter(organisation=vm).count() == 1


def test_a_domain_has_one_owner_and_is_written_one_way(cast: Cast) -> None:
    other = people.organisation("migri")
    people.organisation("vm")
    with pytest.raises(Invalid):
        actions.add_domain(by=None, organisation=other, domain="VM.example")
    actions.add_domain(by=None, organisation=other, domain="työ.example")
    assert queries.organisation_of("a@TYÖ.example") == other
    assert queries.organisation_of("a@" + "työ.example".encode("idna").decode()) == other


def test_a_home_organisation_is_of_one(cast: Cast) -> None:
    actions.change_organisation(by=None, organisation=people.organisation("vm"), virtu_id="vm.fi")
    with pytest.raises(Invalid):
        actions.change_organisation(by=None, organisation=people.organisation("migri"), virtu_id="VM.fi")


def test_an_agency_ends_and_its_people_go_on_with_its_heir(cast: Cast) -> None:
    member, vm, heir = cast.member, people.organisation("vm"), people.organisation("dvv")
    words = WORDS | {"name_fi": vm.name_fi, "virtu_id": "", "starts_on": "2010-01-01"}
    yesterday = str(today() - timedelta(days=1))
    answer = browser_of(cast.owner).post(
        f"{LIST}{vm.pk}/", words | {"ends_on": yesterday, "successor": str(heir.pk)}
    )
    assert answer.status_code == 303
    assert browser_of(member).get("/en/me/").status_code == 200
    actions.change_organisation(by=None, organisation=heir, ends_on=today() - timedelta(days=1))
    answer = browser_of(member).get("/en/me/")
    assert answer.status_code == 403
    assert "has ended" in answer.content.decode()


def test_successors_never_go_in_a_circle(db: None) -> None:
    first, second, third = (people.organisation() for _n in range(3))
    end = date(2026, 1, 1)
    actions.change_organisation(by=None, organisation=first, ends_on=end, successor=second)
    actions.change_organisation(by=None, organisation=second, ends_on=end, successor=third)
    for heir in (first, second, third):
        with pytest.raises(Invalid):
            actions.change_organisation(by=None, organisation=third, ends_on=end, successor=heir)
    with pytest.raises(Invalid):
        actions.change_organisation(by=None, organisation=third, successor=first, ends_on=None)


def test_an_agreement_opens_and_closes_the_door(cast: Cast) -> None:
    partner = cast.partner
    home = partner.organisation
    assert home
    browser, owner = browser_of(partner), browser_of(cast.owner)
    assert browser.get("/en/me/").status_code == 200
    (agreement,) = home.agreements.all()
    days = {"starts_on": "2020-01-01", "ends_on": str(today() - timedelta(days=1))}
    assert owner.post(f"/en/agreements/{agreement.pk}/", days).status_code == 303
    answer = browser.get("/en/me/")
    assert answer.status_code == 403
    assert "not in force" in answer.content.decode()
    assert browser.get("/en/me/").status_code == 302, "signed out"
    days["ends_on"] = str(today())
    assert owner.post(f"{LIST}{home.pk}/agreements/", days).status_code == 303
    assert browser_of(partner).get("/en/me/").status_code == 200


def test_agreements_are_with_partners_and_have_their_days_in_order(cast: Cast) -> None:
    owner, vm, home = browser_of(cast.owner), people.organisation("vm"), people.organisation("kumppani")
    days = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    assert owner.post(f"{LIST}{vm.pk}/agreements/", days).status_code == 422
    assert owner.post(f"{LIST}{home.pk}/agreements/", days | {"ends_on": "2025-12-31"}).status_code == 422
    assert owner.post(f"{LIST}{home.pk}/agreements/", days | {"places": ["kuu"]}).status_code == 422


def test_people_of_other_bodies_come_by_invitation(db: None) -> None:
    other = people.organisation(kind="other", domain="kaupunki.example")
    assert "tullaan kutsulla" in rules.why_not_sign_up("a@kaupunki.example", other, None, today())
    with pytest.raises(NotAllowed):
        actions.join(email="a@kaupunki.example")
    assert not Person.objects.get_queryset().exists()


def test_the_list_asks_the_database_the_same_for_one_and_for_three(cast: Cast) -> None:
    from django.db import connection  # noqa: PLC0415 -- this test alone needs it
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- this test alone needs it

    browser = browser_of(cast.owner)
    browser.get(LIST)
    counts = []
    for _more in range(3):
        people.organisation()
        with CaptureQueriesContext(connection) as captured:
            browser.get(LIST)
        counts.append(len(captured))
    assert counts == [counts[0]] * 3
