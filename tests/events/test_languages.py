"""An event says what it is about in up to three languages: each reader has her own, marked where it is another."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from django.utils import translation
from icalendar import Calendar

from fiksummin.core import worker
from fiksummin.core.errors import Invalid
from fiksummin.core.time import now
from fiksummin.events import actions, sharing
from fiksummin.events.models import Event
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.events.test_organising_pages import given
from tests.factories import events as make
from tests.factories import people
from tests.factories.events import registration
from tests.postbox import Postbox

SWEDISH = "Försöksverkstad"
FINNISH = "Kokeilupaja"


@pytest.fixture
def event(cast: Cast) -> Event:
    return make.event(
        cast.member, title=FINNISH, summary="Tule mukaan.", text="Kaksi tuntia.", audience=make.PUBLIC, places=5,
        titles={"sv": SWEDISH}, summaries={"sv": "Kom med."}, tags=("kokeilu",),
    )  # fmt: skip


def page(client: Client, language: str, event: Event, part: str = "") -> str:
    return client.get(f"/{language}/events/{event.pk}/{part}").text


def test_the_page_speaks_the_readers_language_and_marks_what_does_not(event: Event, client: Client) -> None:
    swedish = page(client, "sv", event)
    assert f'<bdi lang="sv">{SWEDISH}</bdi>' in swedish
    assert f"<title>{SWEDISH}" in swedish
    assert '<bdi lang="sv">Kom med.</bdi>' in swedish
    assert '<div lang="fi" dir="auto"><p>Kaksi tuntia.</p></div>' in swedish, (
        "what is lacking falls back, marked"
    )
    assert FINNISH not in swedish
    for language in ("fi", "en"):
        assert f'<bdi lang="fi">{FINNISH}</bdi>' in page(client, language, event)
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', swedish)
    assert data
    assert (json.loads(data[1])["name"], json.loads(data[1])["description"]) == (SWEDISH, "Kom med.")


def test_lists_calendars_feeds_posters_and_texts_speak_it_too(event: Event, client: Client) -> None:
    day = event.starts_at.astimezone(event.zone)
    week, month = f"weeks/{day:%G-%V}", f"months/{day:%Y}-{day.month}"
    for path in ("", f"{week}/", f"{month}/", "?q=f%C3%B6rs%C3%B6ksverkstad"):
        found = client.get(f"/sv/events/{path}").text
        assert f'<bdi lang="sv">{SWEDISH}</bdi>' in found, path
        assert FINNISH not in found
    assert f'<bdi lang="fi">{FINNISH}</bdi>' in client.get("/en/events/").text
    for language, title in (("sv", SWEDISH), ("fi", FINNISH), ("en", FINNISH)):
        file = Calendar.from_ical(client.get(f"/{language}/events/events.ics").content)
        assert [str(entry["SUMMARY"]) for entry in file.walk("VEVENT")] == [title]
        news = ET.fromstring(client.get(f"/{language}/events/rss/").content)  # noqa: S314 -- our own answer
        assert [item.findtext("title") for item in news.iter("item")] == [title]
        poster = page(client, language, event, "poster/")
        own = "sv" if language == "sv" else "fi"
        assert f'<article class="poster" lang="{own}"' in poster
        assert f"/{own}/events/{event.pk}/" in poster
        assert title in poster
        with translation.override(language):
            assert sharing.text_of(event).splitlines()[0] == title


def test_letters_and_their_files_speak_it(cast: Cast, event: Event, postbox: Postbox) -> None:
    readers = {language: people.person(language=language) for language in ("fi", "sv", "en")}
    for reader in readers.values():
        registration(reader, event)
    worker.drain()
    for language, title in (("fi", FINNISH), ("sv", SWEDISH), ("en", FINNISH)):
        message = letter_to(postbox, readers[language])
        assert title in str(message["Subject"])
        file = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
        assert str(Calendar.from_ical(file.get_content()).walk("VEVENT")[0]["SUMMARY"]) == title


def letter_to(postbox: Postbox, reader: Person) -> object:
    return next(message for message in postbox.got if message["To"] == reader.email)


def test_one_page_takes_all_three_and_begins_a_change_from_them(cast: Cast) -> None:
    client = signed_in(cast.member)
    further = {"title_sv": SWEDISH, "text_sv": "Två timmar.", "title_en": "Workshop"}
    assert client.post("/en/events/new/", given(cast, title=FINNISH, **further)).status_code == 303
    event = Event.objects.latest("pk")
    assert (event.titles, event.summaries) == ({"sv": SWEDISH, "en": "Workshop"}, {})
    assert event.texts == {"sv": "Två timmar."}
    form = client.get(f"/en/events/{event.pk}/change/").text
    assert f'value="{SWEDISH}"' in form
    assert "Två timmar.</textarea>" in form
    looked = client.post("/en/events/new/", given(cast, look="1", **further)).text
    assert f'value="{SWEDISH}"' in looked, "nothing typed is lost by looking"
    copy = client.get(f"/en/events/new/?like={event.pk}").text
    assert f'value="{SWEDISH}"' in copy
    for words, sentence in (
        ({"title_fi": "Paja"}, "This is the language of the words above"),
        ({"text_sv": "Två timmar."}, "Give the title in this language, too."),
        ({"title_sv": "x" * 151}, "The text is too long: 151 characters"),
    ):
        answer = client.post("/en/events/new/", given(cast, title=FINNISH, key=sentence, **words))
        assert (answer.status_code, sentence in answer.text) == (422, True), sentence


def test_programs_give_and_read_them(cast: Cast, event: Event) -> None:
    program = program_of(cast.member)
    words = {"sv": {"title": "Annat", "summary": "", "text": "Mera"}, "en": {"title": "Other"}}
    answer = program.patch(f"events/{event.pk}", {"translations": words})
    assert answer.status_code == 200
    assert answer.json()["translations"] == {
        "sv": words["sv"],
        "en": {"title": "Other", "summary": "", "text": ""},
    }
    assert program.patch(f"events/{event.pk}", {"text": "Muuta"}).json()["translations"]["sv"] == words["sv"]
    refused = program.patch(f"events/{event.pk}", {"translations": {"fi": {"title": "Paja"}}})
    assert refused.status_code == 422
    assert program.patch(f"events/{event.pk}", {"translations": {"de": {"title": "x"}}}).status_code == 422
    assert program.patch(f"events/{event.pk}", {"translations": {}}).json()["translations"] == {}


def test_programs_are_told_of_an_event_in_their_language(cast: Cast, event: Event) -> None:
    program = program_of(cast.member)
    program.patch(f"events/{event.pk}", {"translations": {"sv": {"title": "Annat", "summary": "Kort"}}})
    event.refresh_from_db()
    own = {"words": event.title, "language": "fi"}, {"words": event.summary, "language": "fi"}
    swedish = {"words": "Annat", "language": "sv"}, {"words": "Kort", "language": "sv"}
    for language, (title, summary) in (("sv-FI,fi;q=0.5", swedish), ("fi", own), ("en", own)):
        program = program_of(cast.member, language=language)
        [row] = program.get("events").json()["items"]
        assert (row["title"], row["language"]) == (event.title, "fi"), "as PATCH takes it"
        assert row["said"] == {"title": title, "summary": summary}
        whole = program.get(f"events/{event.pk}").json()
        assert whole["said"] == {
            "title": title, "summary": summary, "text": {"words": event.text, "language": "fi"}
        }  # fmt: skip


def test_a_language_that_events_do_not_speak_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        make.event(cast.member, titles={"de": "Werkstatt"})


def test_other_words_are_a_change_that_calendars_read(cast: Cast, event: Event) -> None:
    before = event.sequence
    wish = make.wish(title=FINNISH, titles={"sv": "Ny"}, audience=make.PUBLIC, places=5)
    changed = actions.change_event(by=cast.member, event=event, wish=wish, at=now())
    assert changed.sequence == before + 1
    assert "Ny" in Client().get("/sv/events/events.ics").text
