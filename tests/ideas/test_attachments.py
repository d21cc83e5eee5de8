"""What is attached to ideas and to the log: known by its content, with words, nothing that a browser would run."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import translation

from fiksummin.core import worker
from fiksummin.core.attachments import Kind, accepted
from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.personal import REGISTRY
from fiksummin.experiments import actions as experiments
from fiksummin.experiments.models import Note
from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience, IdeaState
from fiksummin.ideas.models import Attachment, Idea
from fiksummin.ideas.rules.attachments import MOST_ATTACHED
from fiksummin.notifications.models import Notice
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import attached
from tests.factories import experiments as make
from tests.factories.ideas import campaign, idea, move

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HOSTILE = [
    ("kuva.svg", SVG),
    ("kuva.png", SVG),
    ("puhe.mp3", b"<script>alert(1)</script>"),
    ("puhe.mp3", b"MZ\x90\x00program"),
    ("video.mp4", b"<!doctype html><script>alert(1)</script>"),
    ("ohje.pdf", b"<html><script>alert(1)</script>"),
    ("ohje.txt", b"<script>alert(1)</script>"),
    ("tyhja.png", b""),
]


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


@pytest.fixture
def new(cast: Cast) -> Idea:
    return idea(cast.member, campaign(cast.facilitator, audience=Audience.PUBLIC))


@pytest.mark.parametrize(
    ("content", "kind", "ending"),
    [
        (attached.picture(), Kind.PICTURE, ".png"),
        (attached.MP3, Kind.SOUND, ".mp3"),
        (attached.M4A, Kind.SOUND, ".m4a"),
        (attached.MP4, Kind.FILM, ".mp4"),
        (attached.WEBM, Kind.FILM, ".webm"),
        (attached.PDF, Kind.DOCUMENT, ".pdf"),
    ],
)
def test_each_is_known_by_what_is_in_it(content: bytes, kind: str, ending: str) -> None:
    kept = accepted(BytesIO(content), "<script>.exe", len(content))
    assert (kept.kind, kept.ending) == (kind, ending)
    assert "script" not in str(kept.file.name)


def test_attached_and_given_again_on_the_pages(cast: Cast, new: Idea) -> None:
    author = signed_in(cast.member)
    name = '"><script>alert(1)</script>.mp3'
    for content, kind in (
        (attached.MP3, "audio/mpeg"),
        (attached.MP4, "video/mp4"),
        (attached.PDF, "application/pdf"),
    ):
        sent = {"file": SimpleUploadedFile(name, content), "words": "<b>Sanat</b>"}
        assert author.post(f"/en/ideas/{new.pk}/attachments/", sent).status_code == 303
        row = Attachment.objects.latest("pk")
        answer = signed_in(cast.outsider).get(f"/en/ideas/{new.pk}/attachments/{row.pk}/file/")
        assert b"".join(answer.streaming_content) == content  # type: ignore[attr-defined]  # a stream
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert ("attachment" in answer.headers.get("Content-Disposition", "")) == (kind == "application/pdf")
    page = author.get(f"/en/ideas/{new.pk}/").text
    assert "<b>Sanat</b>" not in page
    assert "alert(1)" not in page
    assert "<video controls" in page


@pytest.mark.parametrize(("name", "content"), HOSTILE)
def test_what_a_browser_would_run_is_refused(cast: Cast, new: Idea, name: str, content: bytes) -> None:
    author = signed_in(cast.member)
    sent = {"file": SimpleUploadedFile(name, content), "words": "Sanat"}
    assert author.post(f"/en/ideas/{new.pk}/attachments/", sent).status_code == 422
    started = make.experiment(cast.member)
    sent = {"file": SimpleUploadedFile(name, content), "words": "Sanat", "text": "Hei"}
    assert author.post(f"/en/experiments/{started.pk}/notes/", sent).status_code == 422
    assert not Attachment.objects.exists()
    assert not Note.objects.exists()


def test_too_large_and_without_words(cast: Cast, new: Idea) -> None:
    large = attached.MP3 + b"\0" * (10 * 1024 * 1024)
    with pytest.raises(Invalid, match="too large"):
        accepted(BytesIO(large), "puhe.mp3", len(large))
    kept = attached.all_kinds()[0][0]
    for words in ("", "  ", "x" * 2001):
        with pytest.raises(Invalid):
            actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    with pytest.raises(DatabaseError), transaction.atomic():
        Attachment.objects.create(idea=new, kind=kept.kind, file=kept.file, words="")


def test_who_attaches_and_takes_off_and_how_many(cast: Cast, new: Idea) -> None:
    kept, words = attached.all_kinds()[0]
    with pytest.raises(NotAllowed, match="Only the authors"):
        actions.attach_to_idea(by=cast.colleague, idea=new, kept=kept, words=words)
    for _n in range(MOST_ATTACHED):
        row = actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    with pytest.raises(NotNow, match="at most"):
        actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    with pytest.raises(NotAllowed, match="Only the authors"):
        actions.detach_from_idea(by=cast.colleague, attachment=row)
    actions.detach_from_idea(by=cast.member, attachment=row)
    move(cast.facilitator, new, IdeaState.ACCEPTED)
    with pytest.raises(NotNow):
        actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    actions.detach_from_idea(by=cast.editor, attachment=Attachment.objects.latest("pk"))


def test_a_line_of_the_log_is_spoken(cast: Cast) -> None:
    started = make.experiment(cast.member)
    author = signed_in(cast.member)
    sent = {"file": SimpleUploadedFile("puhe.mp3", attached.MP3), "words": "Kaikki tulivat ajoissa."}
    assert author.post(f"/en/experiments/{started.pk}/notes/", sent).status_code == 303
    note = Note.objects.get()
    assert note.text == "Kaikki tulivat ajoissa."
    assert "<audio controls" in author.get(f"/en/experiments/{started.pk}/").text
    row = note.attachments.get()
    path = f"/en/experiments/{started.pk}/notes/{row.pk}/file/"
    answer = author.get(path)
    assert b"".join(answer.streaming_content) == attached.MP3  # type: ignore[attr-defined]  # a stream
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert signed_in(cast.guest).get(path).status_code == 404
    for empty in (
        {"words": "Sanat yksin"},
        {"text": " "},
        {"file": SimpleUploadedFile("p.mp3", attached.MP3)},
    ):
        assert author.post(f"/en/experiments/{started.pk}/notes/", empty).status_code in {403, 422}


@pytest.mark.django_db(transaction=True)
def test_a_voice_goes_with_who_spoke(cast: Cast, new: Idea) -> None:
    kept, words = attached.all_kinds()[1]
    row = actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    started = make.experiment(cast.member)
    note = experiments.note_experiment(by=cast.member, experiment=started, text="", kept=kept, words=words)
    paths = [Path(row.file.path), Path(note.attachments.get().file.path)]
    assert all(path.is_file() for path in paths)
    for label in ("ideas.Attachment", "experiments.Note"):
        erase = REGISTRY[label].erase
        assert erase is not None
        erase(cast.member.pk)
    assert not any(path.exists() for path in paths)
    assert Note.objects.get().text == words


def test_sent_twice_it_is_attached_once_and_nobody_hears_of_other_words(cast: Cast, new: Idea) -> None:
    author, page = signed_in(cast.member), f"/en/ideas/{new.pk}/attachments/"
    key = author.get(page).context["form"]["key"].value()
    for _twice in range(2):
        sent = {"file": SimpleUploadedFile("a.mp3", attached.MP3), "words": "Sanat", "key": key}
        assert author.post(page, sent).status_code == 303
    assert Attachment.objects.count() == 1
    worker.drain()
    assert not Notice.objects.filter(what="idea.reworded").exists()


def test_by_program_the_last_that_fits_is_answered_again_by_its_key(cast: Cast, new: Idea) -> None:
    kept, words = attached.all_kinds()[0]
    for _n in range(MOST_ATTACHED - 1):
        actions.attach_to_idea(by=cast.member, idea=new, kept=kept, words=words)
    program = program_of(cast.member)
    for _twice in range(2):
        sent = {"file": SimpleUploadedFile("a.mp3", attached.MP3), "words": "Sanat"}
        assert program.bring(f"ideas/{new.pk}/attachments", key="once", **sent).status_code == 201
    assert new.attachments.count() == MOST_ATTACHED
