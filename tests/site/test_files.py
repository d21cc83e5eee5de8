"""Pictures, videos and documents: words and captions required, nothing dangerous served."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from wagtail.documents.models import Document

from fiksummin.site import blocks
from fiksummin.site.models import Picture, Video
from tests.cast import Cast
from tests.clients import signed_in
from tests.site import makers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def picture(**words: Any) -> Picture:
    made = Picture(
        title="Kuva", file=makers.picture_file(), **({"alt_fi": "Ovi", "alt_sv": "En dörr"} | words)
    )
    made.full_clean(exclude=["collection", "width", "height"])
    made.save()
    return made


def video(**files: Any) -> Video:
    made = Video(title="Lupa uudistua", file=SimpleUploadedFile("v.mp4", makers.MP4), **files)
    made.full_clean()
    made.save()
    return made


def headers(client: Client, address: str) -> Any:
    """Fetch a file to its end, and give the headers it came with."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)
    for close in answer._resource_closers:
        close()
    return answer.headers


def captions(content: bytes = makers.CAPTIONS, name: str = "v.vtt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("words", [{"alt_fi": ""}, {"alt_sv": ""}, {"alt_fi": " ", "alt_sv": ""}])
def test_a_picture_needs_words_in_both_languages(words: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="alt_"):
        picture(**words)


def test_decoration_needs_none_and_says_none() -> None:
    assert picture(alt_fi="", alt_sv="", ornament=True).words("fi") == ""


def test_the_database_refuses_a_picture_without_words() -> None:
    made = picture()
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.filter(pk=made.pk).update(alt_fi="")


def test_editors_are_told_about_missing_words(cast: Cast) -> None:
    browser = signed_in(cast.editor)
    data = {"title": "Kuva", "file": makers.picture_file(), "collection": "1", "alt_fi": "Ovi"}
    answer = browser.post("/admin/images/add/", data)
    assert answer.status_code == 200
    assert not Picture.objects.exists()
    data |= {"file": makers.picture_file(), "alt_sv": "En dörr"}
    assert browser.post("/admin/images/add/", data).status_code == 302
    assert Picture.objects.get().words("sv") == "En dörr"


def test_a_picture_is_drawn_anew_without_what_the_camera_wrote(settings: Any) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Kanarianlintu istuu tässä"
    exif[0x0112] = 6  # lies on its side
    made = Picture(title="Kuva", alt_fi="a", alt_sv="b", file=makers.picture_file(size=(40, 20), exif=exif))
    made.save()
    stored = Path(made.file.path).read_bytes()
    assert b"Kanarianlintu" not in stored
    with Image.open(BytesIO(stored)) as drawn:
        assert drawn.size == (20, 40) == (made.width, made.height)
        assert not drawn.getexif()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kuva.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("kuva.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        ("kuva.jpg", b"<html><script>alert(1)</script></html>"),
        ("kuva.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    ],
)
def test_what_is_not_a_picture_is_refused(cast: Cast, name: str, content: bytes) -> None:
    data = {
        "title": "x",
        "collection": "1",
        "alt_fi": "a",
        "alt_sv": "b",
        "file": SimpleUploadedFile(name, content),
    }
    assert signed_in(cast.editor).post("/admin/images/add/", data).status_code == 200
    assert not Picture.objects.exists()


def test_a_picture_of_too_many_points_is_refused(cast: Cast, settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100
    data = {"title": "x", "collection": "1", "alt_fi": "a", "alt_sv": "b", "file": makers.picture_file()}
    assert signed_in(cast.editor).post("/admin/images/add/", data).status_code == 200
    assert not Picture.objects.exists()


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Wagtail leaves its own file open
def test_a_picture_shows_with_its_words(client: Client, cast: Cast) -> None:
    made = picture()
    post = makers.post()
    post.body = [("picture", {"picture": made, "caption": "Pihalta"})]
    post.save_revision().publish()
    text = client.get(post.url).content.decode()
    assert 'alt="Ovi"' in text
    source = text.partition('<img src="')[2].partition('"')[0]
    given = headers(client, source)
    assert given["Content-Type"] == "image/jpeg"
    assert given["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in given["Content-Security-Policy"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"captions_sv": captions()},
        {"captions_fi": captions(b"not captions")},
        {"captions_fi": captions(name="v.txt")},
        {"captions_fi": captions(b"WEBVTT\n\xff\xfe -->")},
        {"captions_fi": captions(b"WEBVTT\n\nno times here")},
    ],
)
def test_a_video_needs_captions_in_the_language_spoken(files: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="captions_"):
        video(**files)


def test_a_file_that_only_looks_like_a_video_is_refused() -> None:
    fake = Video(title="x", file=SimpleUploadedFile("v.mp4", b"<html>"), captions_fi=captions())
    with pytest.raises(ValidationError, match="file"):
        fake.full_clean()


def test_the_database_refuses_a_video_without_captions() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Video.objects.create(title="x", file="videos/v.mp4")


def test_a_video_without_captions_cannot_be_put_on_a_page() -> None:
    made = video(captions_fi=captions())
    block = blocks.VideoBlock()
    assert block.clean(made) == made
    Video.objects.filter(pk=made.pk).update(language="sv")
    with pytest.raises(ValidationError):
        block.clean(made)


def test_a_video_plays_with_its_captions_and_by_parts(client: Client, cast: Cast) -> None:
    made = video(captions_fi=captions())
    post = makers.post()
    post.body = [("video", made)]
    post.save_revision().publish()
    text = client.get(post.url).content.decode()
    assert '<track kind="captions"' in text
    assert 'srclang="fi"' in text
    assert "autoplay" not in text
    part = client.get(made.file.url, headers={"Range": "bytes=4-7"})
    assert (part.status_code, b"".join(part)) == (206, b"ftyp")
    assert part.headers["Content-Range"] == f"bytes 4-7/{len(makers.MP4)}"
    assert b"".join(client.get(made.file.url, headers={"Range": "bytes=-2"})) == b"\x00\x00"
    assert client.get(made.file.url, headers={"Range": "bytes=9999-"}).status_code == 416
    assert headers(client, made.captions_fi.url)["Content-Type"] == "text/vtt"


def test_nothing_else_lies_under_media(client: Client, settings: Any) -> None:
    made = picture()
    root = Path(settings.MEDIA_ROOT)
    (root / "secret.txt").write_text("salaisuus")
    (root / "images").mkdir(exist_ok=True)
    (root / "images" / "page.html").write_text("<script>")
    (root.parent / "outside.jpg").write_text("salaisuus")
    for name in (
        made.file.name, "secret.txt", "images/page.html", "images/", "", "../outside.jpg", "images/../../outside.jpg",
        "documents/1.pdf", "images/%2e%2e/secret.txt", "images/\x00.jpg",
    ):  # fmt: skip
        assert client.get(f"/media/{name}").status_code == 404, name


def test_a_document_is_given_as_a_file_to_keep(client: Client, cast: Cast) -> None:
    data = {"title": "Ohje", "collection": "1", "file": SimpleUploadedFile("ohje.pdf", b"%PDF-1.4 x")}
    assert signed_in(cast.editor).post("/admin/documents/add/", data).status_code == 302
    document = Document.objects.get()
    assert document.url.startswith("/media/documents/")
    given = headers(client, document.url)
    assert given["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in given["Content-Security-Policy"]
    assert client.get(f"/media/{document.file.name}").status_code == 404


@pytest.mark.parametrize("name", ["sivu.html", "kuva.svg", "ohjelma.js", "ohjelma.exe", "sivu.xhtml"])
def test_a_document_that_a_browser_would_run_is_refused(cast: Cast, name: str) -> None:
    data = {"title": "x", "collection": "1", "file": SimpleUploadedFile(name, b"<script>alert(1)</script>")}
    signed_in(cast.editor).post("/admin/documents/add/", data)
    assert not Document.objects.exists()


def test_a_link_to_a_draft_is_refused() -> None:
    block = blocks.LinkBlock()
    for value in (
        {"text": "x", "page": None, "address": "https://fiksummin.example/2022/?preview=true"},
        {"text": "x", "page": None, "address": ""},
    ):
        with pytest.raises(ValidationError):
            block.clean(block.to_python(value))
