"""A program tells what was taken away and invites the lab, by the same rules as the pages."""

from datetime import timedelta
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from fiksummin.core.time import today
from fiksummin.core.workdays import working_day_after
from fiksummin.events.models import Event, Invitation, Takeaway
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import events
from tests.factories.attached import picture as drawn

ASKED: dict[str, Any] = {"topic": "Yhteiset tilat", "dates": "tammikuussa", "people": 30}


def after(event: Event) -> Any:
    return time_machine.travel(event.ends_at + timedelta(hours=1), tick=False)


def test_what_was_taken_away_is_told_once_and_then_otherwise(cast: Cast) -> None:
    event = events.event(cast.owner, places=1)
    events.registration(cast.member, event)
    address, told = f"events/{event.pk}/takeaways", {"text": "Kysy ensin"}
    early = program_of(cast.member).post(address, told)
    assert (early.status_code, "has begun" in early.json()["detail"]) == (409, True)
    with after(event):
        program = program_of(cast.member)
        first = [program.post(address, told, key="k") for _twice in range(2)]
        assert [answer.status_code for answer in first] == [201, 201]
        assert first[0].json() == first[1].json()
        assert first[1]["Idempotent-Replay"] == "true"
        again = program.post(address, {"text": "Päätä sitten", "named": True})
        assert (again.status_code, again.json()["id"], again.json()["named"]) == (
            200,
            first[0].json()["id"],
            True,
        )
        assert program.post(address, {"link": "javascript:alert(1)"}).status_code == 422
        assert program.post(address, {"text": "x" * 2001}).status_code == 422
        assert program.post(address, {}).status_code == 422
        stranger = program_of(cast.colleague).post(address, told)
        assert (stranger.status_code, "took part" in stranger.json()["detail"]) == (409, True)
        assert Takeaway.objects.get().text == "Päätä sitten"


def sound() -> SimpleUploadedFile:
    return SimpleUploadedFile(
        "oma nimi.wav", b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\x00" * 40, content_type="text/html"
    )


def seen() -> SimpleUploadedFile:
    return SimpleUploadedFile("minä.png", drawn(), content_type="image/png")


def test_a_picture_and_a_recording_are_brought_with_their_words(cast: Cast) -> None:
    event = events.event(cast.owner, places=1)
    events.registration(cast.member, event)
    address = f"events/{event.pk}/takeaways"
    with after(event):
        program = program_of(cast.member)
        first = [
            program.bring(f"{address}/picture", words="Talo", file=seen(), key="k") for _twice in range(2)
        ]
        assert [answer.status_code for answer in first] == [201, 201]
        assert (first[0].json(), first[1]["Idempotent-Replay"]) == (first[1].json(), "true")
        heard = program.bring(f"{address}/recording", words="Kiitos kaikille", file=sound())
        assert (heard.status_code, heard.json()["id"]) == (200, first[0].json()["id"])
        told = program.post(address, {"text": "Kysy ensin"}).json()
        assert (told["picture"], told["recording"], told["text"]) == ("Talo", "Kiitos kaikille", "Kysy ensin")
        row = Takeaway.objects.get()
        assert "oma" not in row.recording.name
        assert row.recording.name.endswith(".wav")
        assert "min" not in row.picture.name.rpartition("/")[2]
        for bad in (
            program.bring(f"{address}/picture", words="Talo", file=sound()),
            program.bring(f"{address}/recording", words="Kiitos", file=seen()),
        ):
            assert (bad.status_code, bad.json()["errors"][0]["field"]) == (422, "file")
        for what, file in (("picture", seen()), ("recording", sound())):
            silent = program.bring(f"{address}/{what}", words=" ", file=file)
            assert (silent.status_code, silent.json()["errors"][0]["field"]) == (422, "words")
        stranger = program_of(cast.colleague).bring(f"{address}/picture", words="Talo", file=seen())
        assert (stranger.status_code, Takeaway.objects.count()) == (409, 1)


def test_a_draft_or_a_foreign_event_is_not_there(cast: Cast) -> None:
    event = events.event(cast.owner, places=1, publish=False)
    assert program_of(cast.member).post(f"events/{event.pk}/takeaways", {"text": "x"}).status_code == 404


def test_an_agency_invites_the_lab(cast: Cast) -> None:
    program = program_of(cast.outsider)
    answers = [program.post("invitations", ASKED, key="k") for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    body, row = answers[0].json(), Invitation.objects.get()
    due = working_day_after(today(), 10)
    assert (body["id"], body["state"], body["answer_by"]) == (row.pk, "waiting", due.isoformat())
    assert program.post("invitations", {**ASKED, "topic": " "}).status_code == 422
    assert program.post("invitations", {**ASKED, "people": 0}).status_code == 422
    partner = program_of(cast.partner).post("invitations", ASKED)
    assert (partner.status_code, "state administration" in partner.json()["detail"]) == (403, True)
    assert Invitation.objects.count() == 1
