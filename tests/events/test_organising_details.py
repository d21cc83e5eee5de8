"""The parts of an event on pages of their own: people, speakers, programme, materials, questions, quotas."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fiksummin.core.errors import Invalid
from fiksummin.events import actions
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries.wishes import Share
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import people, spaces

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def send(client: Client, event: Event, what: str, *rows: dict[str, Any], before: int = 0) -> Any:
    """Send the rows of a page as a browser does."""
    given: dict[str, Any] = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": before}
    for number, row in enumerate(rows):
        given |= {f"form-{number}-{name}": value for name, value in row.items()}
    return client.post(f"/en/events/{event.pk}/{what}/", given)


def packed(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/"), text)
    return held.getvalue()


def test_speakers_are_named_only_with_consent(cast: Cast) -> None:
    event, client = make.event(cast.member), signed_in(cast.member)
    asked = {"organisation": "Esimerkkivirasto", "topic": "Oppi"}
    answer = send(client, event, "speakers", {"name": "Kaisa Kertoja", "consents": "on", **asked}, {"name": "Salla Salainen", **asked})  # fmt: skip
    assert answer.status_code == 303, answer.content.decode()
    page = signed_in(cast.colleague).get(f"/en/events/{event.pk}/").content.decode()
    assert ("Kaisa Kertoja" in page, "Salla Salainen" in page) == (True, False)
    assert "Salla Salainen" in client.get(f"/en/events/{event.pk}/speakers/").content.decode()
    answer = send(client, event, "speakers", {"name": "", "topic": "x"})
    assert (answer.status_code, "Give the name of each speaker." in answer.content.decode()) == (422, True)
    assert event.speakers.count() == 2


def test_a_programme_lies_within_the_event(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=20)
    event, client = make.event(cast.member, space=room, start="13:00", end="15:00"), signed_in(cast.member)
    answer = send(
        client, event, "programme", {"start": "14:00", "title": "Loppu"}, {"start": "13.00", "title": "Alku"}
    )
    assert answer.status_code == 303, answer.content.decode()
    assert [item.title for item in event.programme.all()] == ["Alku", "Loppu"]
    answer = send(client, event, "programme", {"start": "15:00", "title": "Myöhässä"})
    assert "Each part begins while the event lasts." in answer.content.decode()
    assert event.programme.count() == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kuva.svg", SVG), ("kuva.png", SVG), ("kuva.txt", SVG), ("sivu.html", b"<!doctype html><p>x"),
        ("ohjelma.pdf", b"MZ\x90\x00"), ("makro.docx", packed(**{"[Content_Types].xml": "", "word__vbaProject.bin": ""})),
        ("muu.docx", packed(muu="x")), ("rikki.docx", b"PK\x03\x04rikki"), ("kuva.png", b"\x89PNG\r\n\x1a\nrikki"),
    ],
)  # fmt: skip
def test_what_a_browser_would_run_or_what_lies_is_refused(cast: Cast, name: str, content: bytes) -> None:
    event = make.event(cast.member)
    answer = send(
        signed_in(cast.member),
        event,
        "materials",
        {"title": "Kanaria", "file": SimpleUploadedFile(name, content)},
    )
    assert answer.status_code == 422
    assert "Kanaria" in answer.content.decode()
    assert not event.materials.exists()


def test_materials_are_links_and_files_that_those_who_see_the_event_open(cast: Cast) -> None:
    event, client = make.event(cast.member), signed_in(cast.member)
    slides = packed(**{"[Content_Types].xml": "", "ppt__presentation.xml": ""})
    answer = send(
        client, event, "materials",
        {"title": "Esitys", "file": SimpleUploadedFile("huono nimi.exe", slides), "is_after": "on"},
        {"title": "Linkki", "link": "https://esimerkki.example/"},
    )  # fmt: skip
    assert answer.status_code == 303, answer.content.decode()
    row = event.materials.get(title="Esitys")
    assert (row.is_before, row.file.name.endswith(".pptx")) == (False, True)
    address = f"/en/events/{event.pk}/materials/{row.pk}/file/"
    given = signed_in(cast.colleague).get(address)
    assert given.status_code == 200
    assert (given["X-Content-Type-Options"], given["Content-Disposition"].startswith("attachment")) == (
        "nosniff",
        True,
    )
    assert b"".join(given.streaming_content) == slides  # type: ignore[attr-defined]  # a stream
    assert signed_in(cast.guest).get(address).status_code == 404
    answer = send(client, event, "materials", {"pk": row.pk, "title": "Esitys 2", "is_after": "on"}, before=1)
    assert answer.status_code == 303, answer.content.decode()
    row.refresh_from_db()
    assert (row.title, event.materials.count(), bool(row.file)) == ("Esitys 2", 1, True)
    for words, sentence in (
        ({"title": "x"}, "a link or a file"),
        ({"title": "x", "link": "javascript:1"}, "whole address"),
    ):
        assert sentence in send(client, event, "materials", words).content.decode()


def test_a_material_keeps_a_link_or_a_file_and_what_is_replaced_is_deleted_when_it_is_sure(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    event, client = make.event(cast.member), signed_in(cast.member)
    send(client, event, "materials", {"title": "Linkki", "link": "https://esimerkki.example/"})
    row = event.materials.get()
    emptied = {"pk": row.pk, "title": "Linkki", "link": ""}
    answer = send(client, event, "materials", emptied, before=1)
    assert (answer.status_code, "a link or a file" in answer.content.decode()) == (422, True)
    row.refresh_from_db()
    assert row.link == "https://esimerkki.example/"

    def sent(**words: Any) -> list[bool]:
        """Send the one material; say whether the file it had is there before and after all is sure."""
        row.refresh_from_db()
        storage, kept = row.file.storage, str(row.file.name)
        with django_capture_on_commit_callbacks() as sure:
            given = {"pk": row.pk, "title": "Tiedosto", "link": "", **words}
            assert send(client, event, "materials", given, before=1).status_code == 303
        before = storage.exists(kept)
        for act in sure:
            act()
        return [before, storage.exists(kept)]

    send(client, event, "materials", emptied | {"file": SimpleUploadedFile("a.txt", b"Yksi")}, before=1)
    assert sent() == [True, True]
    assert sent(file=SimpleUploadedFile("a.txt", b"Kaksi")) == [True, False]
    assert sent(DELETE="on") == [True, False]
    assert not event.materials.exists()


def test_questions_say_why_and_keep_their_answers_when_reworded(cast: Cast) -> None:
    event, client = make.event(cast.member), signed_in(cast.member)
    diet = {"text": "Ruokavalio?", "kind": "text", "sensitivity": "diet", "why": ""}
    answer = send(client, event, "questions", diet)
    assert (answer.status_code, "Say why you ask about diet" in answer.content.decode()) == (422, True)
    chosen = {"text": "Kumpi?", "kind": "choice", "sensitivity": "ordinary", "options": "A"}
    assert "at least two answers" in send(client, event, "questions", chosen).content.decode()
    answer = send(
        client, event, "questions", {**diet, "why": "Lounasta varten"}, {**chosen, "options": "A\nB\nB"}
    )
    assert answer.status_code == 303, answer.content.decode()
    first, second = event.questions.all()
    assert second.options == ["A", "B"]
    place = make.registration(cast.colleague, event, answers={first.pk: "vegaani"})
    answer = send(
        client, event, "questions", {**diet, "pk": first.pk, "text": "Mitä syöt?", "why": "Lounas"}, before=1
    )
    assert answer.status_code == 303, answer.content.decode()
    assert [(row.text, row.pk) for row in event.questions.all()] == [("Mitä syöt?", first.pk)]
    assert place.answers.get().value == "vegaani"


def test_quotas_count_those_who_came_first_and_serve_the_queue_when_they_grow(cast: Cast) -> None:
    event, client = make.event(cast.member, places=3), signed_in(cast.member)
    body = cast.colleague.organisation
    assert body is not None
    first, second, third = (people.person(organisation=body) for _number in range(3))
    for person in (first, second):
        make.registration(person, event)
    answer = send(client, event, "quotas", {"organisation": body.pk, "most": "1"})
    assert (answer.status_code, "2 places are taken already" in answer.content.decode()) == (422, True)
    assert not event.quotas.exists()
    assert send(client, event, "quotas", {"organisation": body.pk, "most": "2"}).status_code == 303
    assert event.quotas.get().taken == 2
    waits = make.registration(third, event)
    assert waits.pool is None
    with pytest.raises(Invalid):
        actions.set_quotas(by=cast.member, event=event, shares=[Share(-1, body)])
    actions.set_quotas(by=cast.member, event=event, shares=[Share(3, body)])
    assert Registration.objects.get(pk=waits.pk).pool is not None
    assert event.quotas.get().taken == 3
    for rows, sentence in (
        ([{"most": "1"}], "an organisation or a role"),
        ([{"organisation": body.pk, "most": "1"}] * 2, "one quota at most"),
        ([{"organisation": body.pk, "most": "x"}], "in digits"),
    ):
        assert sentence in send(client, event, "quotas", *rows).content.decode()


def test_who_holds_an_event_holds_its_space(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=20)
    event = make.event(cast.member, space=room)
    client = signed_in(cast.member)
    answer = client.post(
        f"/en/events/{event.pk}/people/",
        {"staying_organisers": [cast.member.pk], "organisers": str(cast.outsider.email)},
    )
    assert answer.status_code == 303
    moved = make.wish(space=room, start="16:00", end="17:00", title=event.title)
    actions.change_event(by=cast.outsider, event=event, wish=moved)
    event.refresh_from_db()
    assert event.starts_at == moved.start
    answer = client.post(f"/en/events/{event.pk}/people/", {"organisers": "", "hosts": ""})
    assert (answer.status_code, "at least one organiser" in answer.content.decode()) == (422, True)
    answer = client.post(f"/en/events/{event.pk}/people/", {"staying_organisers": [cast.outsider.pk]})
    assert answer["Location"].endswith(f"/events/{event.pk}/#running")
    assert client.get(f"/en/events/{event.pk}/people/").status_code == 404
