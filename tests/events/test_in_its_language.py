"""The words of an event that are in one language only say which, on a page in another one."""

import re

import pytest
from django.test import Client

from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.details import Part, Speaks, Thing
from fiksummin.events.queries.wishes import Asked
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events

pytestmark = pytest.mark.django_db
ASKED = (
    Asked("Mitä <et> syö?", why="Lounasta varten", sensitivity="diet"),
    Asked("Mistä tulet?", kind="choice", options=("Tampere", "Turku & muut")),
)


@pytest.fixture
def event(cast: Cast) -> Event:
    found = events.event(
        cast.member, audience="public", questions=ASKED, access="Induktiosilmukka", virtual_places=2
    )
    actions.set_programme(by=cast.member, event=found, parts=[Part(found.starts_at, "Avaus")])
    actions.set_speakers(by=cast.member, event=found, speakers=[Speaks("Sari", topic="Aihe", consents=True)])
    link = Thing("Kalvot", "https://esimerkki.example/kalvot")
    actions.set_materials(by=cast.member, event=found, things=[link])
    return found


def marked(page: str, words: str) -> bool:
    return re.search(rf'lang="fi"[^>]*>{re.escape(words)}', page) is not None


def test_the_page_marks_what_is_only_in_its_language(event: Event) -> None:
    page = Client().get(f"/en/events/{event.pk}/").content.decode()
    words = ("Avaus", "Aihe", "Kalvot", "Induktiosilmukka")
    assert [marked(page, one) for one in words] == [True] * len(words)


def test_questions_are_marked_and_nothing_in_them_is_run(cast: Cast, event: Event) -> None:
    path = f"events/{event.pk}/registration/"
    browser = signed_in(cast.colleague)
    page = browser.get(f"/en/{path}").content.decode()
    asked = ("Mitä &lt;et&gt; syö?", "Lounasta varten", "Tampere", "Turku &amp; muut", "Mistä tulet?")
    assert [marked(page, one) for one in asked] == [True] * len(asked)
    assert "<et>" not in page
    assert "is deleted 14 days after the event" in page
    finnish = browser.get(f"/fi/{path}").content.decode()
    assert [marked(finnish, one) for one in asked] == [False] * len(asked)


def test_ones_own_answers_stand_beside_marked_questions(cast: Cast, event: Event) -> None:
    first = event.questions.all()[0]
    row = events.registration(cast.colleague, event, answers={first.pk: "maitoa"})
    page = signed_in(cast.colleague).get(f"/en/registrations/{row.pk}/").content.decode()
    assert marked(page, "Mitä &lt;et&gt; syö?")
