"""The page of the search, what changes while typing, and "Has this been tried?" beside a form."""

import re

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.experiments import actions as experiment_actions
from fiksummin.library import actions as library_actions
from fiksummin.library.choices import Kind
from fiksummin.people.models import Person
from fiksummin.search import actions
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments, ideas, library, people

pytestmark = pytest.mark.django_db
TITLE = re.compile(r"<h2><a [^>]*><bdi>(.*?)</bdi>")


def browser(cast: Cast, key: str = "member") -> Client:
    client = Client()
    client.force_login(cast[key], backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.fixture
def told(cast: Cast) -> Cast:
    asked = ideas.campaign(cast.facilitator)
    ideas.move(cast.facilitator, ideas.idea(cast.member, asked, title="Kellokortit pois"), "declined")
    experiments.ended(cast.colleague, "no", title="Hiljainen tunti avokonttorissa")
    ideas.idea(cast.colleague, asked, title="Gemensam cykelservice", text="Fler cyklar.", language="sv")
    actions.reindex()
    return cast


def test_results_stand_in_the_order_in_which_they_are_read(told: Cast) -> None:
    answer = browser(told).get("/fi/search/", {"q": "kellokorttien"})
    assert TITLE.findall(answer.text) == ["Kellokortit pois"]
    assert '<ol class="hits"' in answer.text
    assert "Ei toteuteta" in answer.text
    assert "Kysy heiltä" in answer.text


def test_words_of_another_language_are_marked(told: Cast) -> None:
    answer = browser(told).get("/fi/search/", {"q": "pyörähuolto"})
    assert 'lang="sv"><bdi>Gemensam cykelservice</bdi>' in answer.text


def test_a_kind_is_kept_to_by_the_address(told: Cast) -> None:
    client = browser(told)
    assert TITLE.findall(client.get("/fi/search/", {"q": "hiljainen", "kind": "experiment"}).text)
    assert TITLE.findall(client.get("/fi/search/", {"q": "hiljainen", "kind": "idea"}).text) == []


def test_what_did_not_work_is_shown_with_its_lesson_and_what_to_do(told: Cast) -> None:
    text = browser(told).get("/fi/search/", {"q": "hiljainen tunti"}).text
    assert "ei toimi" in text
    assert "Miksi ja mitä opittiin:" in text
    assert re.search(r'href="/fi/experiments/new/\?repeats=\d+"', text)
    assert re.search(r'href="/fi/experiments/\d+/#ask"', text)


def test_those_who_tried_what_became_a_model_are_asked_where_the_reader_sees_their_experiment(
    told: Cast,
) -> None:
    tried = experiments.ended(told.colleague, title="Kävelykokous")
    model = library_actions.publish_item(
        by=told.colleague, item=experiment_actions.make_model(by=told.colleague, experiment=tried)
    )
    library.item(told.colleague, title="Kävelykokouksen kartta")
    actions.reindex()
    ask = f'href="/fi/experiments/{tried.pk}/#ask"'
    asked = {"q": "kävelykokous", "kind": "item"}
    text = browser(told).get("/fi/search/", asked).text
    assert (text.count("<bdi>Kävelykokou"), text.count(ask), text.count("Kysy heiltä")) == (2, 1, 1)
    library_actions.retire_item(by=told.colleague, item=model, reason="Uusi tapa on kevyempi kuin tämä.")
    assert ask in browser(told).get("/fi/search/", asked).text, "out of use is worth asking about, too"
    for client in (browser(told, "guest"), Client()):
        text = client.get("/fi/search/", asked).text
        assert ("Kävelykokous</bdi>" in text, "Kysy heiltä" in text) == (True, False)


def test_a_word_that_is_being_typed_is_completed(told: Cast) -> None:
    assert TITLE.findall(browser(told).get("/fi/search/suggestions/", {"q": "kellok"}).text) == [
        "Kellokortit pois"
    ]
    assert TITLE.findall(browser(told).get("/fi/search/", {"q": "kellok"}).text) == ["Kellokortit pois"]


@pytest.mark.parametrize("question", ["", " ", "\x00", "'", "%", "a" * 3000, "–", "🜁", "(", "NOT", "*"])
def test_nothing_strange_stumbles(told: Cast, question: str) -> None:
    for address in ("/fi/search/", "/fi/search/suggestions/"):
        for more in ({}, {"kind": "x"}, {"page": "99999999"}, {"page": "x"}):
            assert browser(told).get(address, {"q": question, **more}).status_code == 200


def test_an_empty_answer_helps(told: Cast) -> None:
    assert "Mitään ei löytynyt" in browser(told).get("/fi/search/", {"q": "xyzzy qqqq"}).text


def test_has_this_been_tried_beside_an_idea_without_javascript(told: Cast) -> None:
    campaign = ideas.campaign(told.facilitator)
    client, address = browser(told), f"/fi/campaigns/{campaign.slug}/ideas/new/"
    assert "Onko tätä kokeiltu?" in client.get(address).text
    written = {
        "title": "Luovutaan kellokortista",
        "text": "Koska se ei kerro työstä.",
        "perspective": "leadership",
    }
    answer = client.post(address, {**written, "alike": "1"})
    assert answer.status_code == 200
    assert TITLE.findall(answer.text) == ["Kellokortit pois"]
    assert 'value="Luovutaan kellokortista"' in answer.text
    assert "Koska se ei kerro työstä." in answer.text
    assert re.search(r'value="leadership"[^>]*checked', answer.text)
    assert not campaign.ideas.exists()


def test_has_this_been_tried_beside_an_experiment(told: Cast) -> None:
    client = browser(told)
    answer = client.post(
        "/fi/experiments/new/", {"title": "Hiljaiset tunnit", "why": "Melua on paljon.", "alike": "1"}
    )
    assert answer.status_code == 200
    assert TITLE.findall(answer.text) == ["Hiljainen tunti avokonttorissa"]


def test_while_one_writes_the_part_is_asked_for_alone(told: Cast) -> None:
    answer = browser(told).post("/fi/search/tried/", {"title": "Kellokortti", "text": ""})
    assert TITLE.findall(answer.text) == ["Kellokortit pois"]
    assert "data-summary" in answer.text
    nothing = browser(told).post("/fi/search/tried/", {"title": "Jalkapalloturnaus", "text": ""})
    assert "Tällaista ei tiettävästi ole kokeiltu täällä." in nothing.text
    assert browser(told).post("/fi/search/tried/", {}).text.strip() == ""


def test_who_keeps_something_up_is_told_to_members_alone(told: Cast) -> None:
    item = library.item(told.member, Kind.TOOL, title="Äänestyskortti", audience="public")
    actions.reindex()
    for client, is_told in ((Client(), False), (browser(told), True)):
        text = client.get("/fi/search/", {"q": "äänestyskortti"}).text
        assert (item.words.title in text, str(told.member) in text) == (True, is_told)


def test_a_baton_given_to_an_organisation_is_taken_by_its_members(cast: Cast) -> None:
    unit = people.organisation()
    one, giver, had = (people.person(organisation=unit) for _n in range(3))
    baton = experiments.baton(cast.facilitator, had, title="Kävelykokouksen kapula")
    experiment_actions.pass_baton_on(by=had, hold=baton.holds.get(), receiver=giver)
    experiment_actions.pass_baton_on(by=giver, hold=baton.holds.last(), receiver=cast.member)
    experiment_actions.pass_baton_on(by=cast.member, hold=baton.holds.last(), receiver=unit)
    actions.reindex()

    def takes(person: Person) -> bool:
        return "Take the baton" in signed_in(person).get("/en/search/", {"q": "kävelykokous"}).text

    assert [takes(person) for person in (one, giver, had, cast.member, cast.guest)] == [True, *[False] * 4]
    assert "Take the baton" not in Client().get("/en/search/", {"q": "kävelykokous"}).text
    experiment_actions.accept_baton(by=one, hold=baton.holds.last())
    assert not takes(one)
