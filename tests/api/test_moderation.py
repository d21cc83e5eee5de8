"""A program comments, hides, appeals and answers, and brings what is attached, by the same rules as the pages."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from fiksummin.ideas.models import Attachment, Comment, Hiding, Idea
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import ideas, people

REASON = "Kommentti puhuu ihmisistä eikä ideasta."
HIDDEN = "kanaria-piilotettu sana"


@pytest.fixture
def idea(cast: Cast) -> Idea:
    return ideas.idea(cast.member, ideas.campaign(cast.facilitator))


def comment(person: Person, idea: Idea, **words: Any) -> Any:
    return program_of(person).post(f"ideas/{idea.pk}/comments", {"text": HIDDEN} | words)


def test_comments_answer_each_other_and_stay_with_their_idea(cast: Cast, idea: Idea) -> None:
    first = comment(cast.colleague, idea, stance="against").json()
    answer = comment(cast.member, idea, answers=first["id"])
    assert (answer.status_code, answer.json()["answers"]) == (201, first["id"])
    other = ideas.idea(cast.member, idea.campaign)
    assert comment(cast.member, other, answers=first["id"]).status_code == 422
    assert comment(cast.member, idea, text=" ").status_code == 422
    assert comment(cast.guest, idea).status_code == 404
    listed = program_of(cast.outsider).get(f"ideas/{idea.pk}/comments").json()
    assert [(one["id"], one["stance"]) for one in listed["items"]] == [
        (first["id"], "against"),
        (answer.json()["id"], "remark"),
    ]


def test_hidden_appealed_and_answered_by_another(cast: Cast, idea: Idea) -> None:
    number = comment(cast.colleague, idea).json()["id"]
    host, author, judge = (program_of(cast[key]) for key in ("host", "colleague", "editor"))
    assert author.post(f"comments/{number}/hiding", {"reason": REASON}).status_code == 403
    assert host.post(f"comments/{number}/hiding", {"reason": "aaaaaaaaaaaaaaaaaaaaaaaaa"}).status_code == 422
    first, again = (host.post(f"comments/{number}/hiding", {"reason": REASON}, key="k") for _n in range(2))
    assert (first.status_code, again["Idempotent-Replay"], Hiding.objects.count()) == (201, "true", 1)
    hiding = first.json()["id"]
    assert host.post(f"comments/{number}/hiding", {"reason": REASON}).status_code == 409
    seen = {
        key: program_of(cast[key]).get(f"ideas/{idea.pk}/comments").text
        for key in ("outsider", "colleague", "editor")
    }
    assert [HIDDEN in text for text in seen.values()] == [False, True, True]
    assert str(cast.colleague) not in seen["outsider"]
    assert program_of(cast.outsider).get(f"hidings/{hiding}").status_code == 404
    assert program_of(cast.outsider).get("hidings").json()["total"] == 0
    assert host.post(f"hidings/{hiding}/appeal", {"appeal": REASON}).status_code == 403
    ruling = {"restores": True, "ruling": "Sana oli kuvaava eikä loukkaava."}
    assert judge.post(f"hidings/{hiding}/ruling", ruling).status_code == 409
    appealed = author.post(f"hidings/{hiding}/appeal", {"appeal": "Tarkoitin ohjeita, en ihmisiä."})
    assert (appealed.status_code, appealed.json()["appealed_at"] is not None) == (200, True)
    assert author.post(f"hidings/{hiding}/ruling", ruling).status_code == 403
    assert host.post(f"hidings/{hiding}/ruling", ruling).status_code == 403
    assert judge.post(f"hidings/{hiding}/ruling", ruling).json()["restored_at"] is not None
    assert HIDDEN in program_of(cast.outsider).get(f"ideas/{idea.pk}/comments").text
    assert Comment.objects.count() == 1


def test_who_hid_it_may_restore_it(cast: Cast, idea: Idea) -> None:
    number = comment(cast.colleague, idea).json()["id"]
    host = program_of(cast.host)
    hiding = host.post(f"comments/{number}/hiding", {"reason": REASON}).json()["id"]
    assert program_of(cast.editor).post(f"hidings/{hiding}/restoring").status_code == 403
    assert host.post(f"hidings/{hiding}/restoring").json()["restored_at"] is not None


def picture() -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "#0a5").save(drawn, "PNG")
    return SimpleUploadedFile('"><script>alert(1)</script>.png', drawn.getvalue(), "text/html")


def bring(person: Person, idea: Idea, *, key: str = "", **words: Any) -> Any:
    headers = {"authorization": f"Bearer {people.token(person)}"} | ({"idempotency-key": key} if key else {})
    return Client(headers=headers).post(f"/api/v1/ideas/{idea.pk}/attachments", words)


def test_a_file_is_brought_read_and_taken_off(cast: Cast, idea: Idea) -> None:
    first, again = (bring(cast.member, idea, key="k", words="Vihreä kuva", file=picture()) for _n in range(2))
    assert first.status_code == 201, first.content
    assert (again["Idempotent-Replay"], Attachment.objects.count()) == ("true", 1)
    (row,) = first.json()["items"]
    assert (row["kind"], row["media_type"], row["words"]) == ("picture", "image/png", "Vihreä kuva")
    assert "script" not in Attachment.objects.get().file.name
    reader = program_of(cast.outsider)
    (seen,) = reader.get(f"ideas/{idea.pk}/attachments").json()["items"]
    assert (seen["id"], seen["file"]) == (row["id"], row["file"])
    given = reader.get(f"ideas/{idea.pk}/attachments/{row['id']}/file")
    content = b"".join(given.streaming_content)
    assert (given["Content-Type"], content[:4]) == ("image/png", b"\x89PNG")
    assert "sandbox" in given["Content-Security-Policy"]
    assert program_of(cast.guest).get(f"ideas/{idea.pk}/attachments/{row['id']}/file").status_code == 404
    assert program_of(cast.colleague).delete(f"ideas/{idea.pk}/attachments/{row['id']}").status_code == 403
    assert program_of(cast.member).delete(f"ideas/{idea.pk}/attachments/{row['id']}").json() == {"items": []}
    assert program_of(cast.member).delete(f"ideas/{idea.pk}/attachments/{row['id']}").status_code == 404


def test_what_cannot_be_attached_is_named(cast: Cast, idea: Idea) -> None:
    page = SimpleUploadedFile("kuva.png", b"<html><script>alert(1)</script></html>", "image/png")
    drawing = SimpleUploadedFile("kuva.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    for words, field in (
        ({"words": "Sivu", "file": page}, "file"),
        ({"words": "Piirros", "file": drawing}, "file"),
        ({"words": " ", "file": picture()}, "words"),
        ({"words": "x" * 1_000_000, "file": picture()}, "words"),
        ({"words": "Ei tiedostoa"}, "file"),
    ):
        refused = bring(cast.member, idea, **words)
        assert (refused.status_code, refused["Content-Type"]) == (422, "application/problem+json"), words
        assert [error["field"] for error in refused.json()["errors"]] == [field], words
    assert bring(cast.colleague, idea, words="Kuva", file=picture()).status_code == 403
    assert not Attachment.objects.exists()
