"""Pictures are drawn anew; what is none, moves, or is too large is refused with a sentence."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from django.utils import translation
from PIL import Image

from fiksummin.core import pictures
from fiksummin.core.errors import Invalid


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """The sentences are those of the code."""
    with translation.override("en"):
        yield


def bytes_of(kind: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **save: Any) -> BytesIO:
    written = BytesIO()
    Image.new(mode, size).save(written, kind, **save)
    return written


def accepted(content: BytesIO, longest_side: int = 1600) -> pictures.Drawn:
    return pictures.accepted(content, "kuva.bin", len(content.getvalue()), longest_side=longest_side)


def test_a_picture_stands_upright_and_bare() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Kanarianlintu", 6
    made = accepted(bytes_of(exif=exif))
    assert (made.width, made.height, made.name) == (20, 40, "kuva.jpg")
    assert b"Kanarianlintu" not in made.content
    with Image.open(BytesIO(made.content)) as drawn:
        assert not drawn.getexif()


@pytest.mark.parametrize(("kind", "ending"), [("PNG", ".png"), ("WEBP", ".webp"), ("JPEG", ".jpg")])
def test_a_large_one_becomes_smaller_and_keeps_its_kind(kind: str, ending: str) -> None:
    made = accepted(bytes_of(kind, (400, 100)), longest_side=200)
    assert (made.width, made.height, made.name) == (200, 50, f"kuva{ending}")


def test_what_shines_through_stays_so() -> None:
    with Image.open(BytesIO(accepted(bytes_of("PNG", mode="RGBA")).content)) as drawn:
        assert drawn.mode == "RGBA"


def moving() -> BytesIO:
    return bytes_of("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 20), "red")])


def cut_short() -> BytesIO:
    return BytesIO(bytes_of("JPEG", (400, 400)).getvalue()[:400])


@pytest.mark.parametrize(
    "content",
    [
        moving,
        cut_short,
        lambda: bytes_of("GIF"),
        lambda: bytes_of("TIFF"),
        lambda: BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
        lambda: BytesIO(b"%!PS-Adobe-3.0 EPSF-3.0"),
        lambda: BytesIO(b""),
    ],
)
def test_what_is_not_a_still_picture_is_refused(content: Callable[[], BytesIO]) -> None:
    with pytest.raises(Invalid, match="JPEG, PNG"):
        accepted(content())


def test_too_many_points_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bytes_of("PNG", (10_000, 10_000), "1")
    with pytest.raises(Invalid):
        accepted(bomb)
    monkeypatch.setattr(pictures, "MOST_POINTS", 100)
    with pytest.raises(Invalid, match="points"):
        accepted(bytes_of())
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    with pytest.raises(Invalid, match="large"):
        accepted(bytes_of())
