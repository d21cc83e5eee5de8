"""Pictures of spaces: drawn anew, never without words, gone when they are removed."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.pictures import accepted
from fiksummin.spaces import actions
from fiksummin.spaces.models import Space, SpacePicture
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.site.makers import picture_file

ROW = {"alt_fi": "Huone, jossa on pyöreä pöytä", "alt_sv": "Ett rum med ett runt bord"}


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def room(cast: Cast) -> Space:
    return spaces.space(cast.helsinki)


def sent(*rows: dict[str, Any], known: int = 0) -> dict[str, Any]:
    """Give the rows of the form as a browser sends them, the empty one last."""
    fields = {"form-TOTAL_FORMS": len(rows) + 1, "form-INITIAL_FORMS": known, f"form-{len(rows)}-alt_fi": ""}
    return fields | {f"form-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


def post(cast: Cast, room: Space, *rows: dict[str, Any], known: int = 0) -> Any:
    return signed_in(cast.manager).post(f"/fi/spaces/{room.pk}/pictures/", sent(*rows, known=known))


def brought(name: str = "kuva.jpg") -> Any:
    file = picture_file(name)
    return accepted(file, name, file.size or 0, longest_side=100)


def test_a_picture_comes_in_is_shown_with_its_words_and_goes(
    cast: Cast, room: Space, django_capture_on_commit_callbacks: Any
) -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Kanarianlintu", 6
    file = picture_file("Matti Meikäläinen.jpg", (40, 20), exif=exif)
    assert post(cast, room, ROW | {"file": file}).status_code == 303
    made = room.pictures.get()
    stored = Path(made.file.path)
    assert (made.width, made.height) == (20, 40)
    assert b"Kanarianlintu" not in stored.read_bytes()
    assert "Meik" not in stored.name
    page = Client().get(f"/sv/spaces/{room.pk}/").text
    assert f'<img src="{made.file.url}" alt="Ett rum med ett runt bord" width="20" height="40"' in page
    with django_capture_on_commit_callbacks(execute=True):
        row = ROW | {"pk": made.pk, "DELETE": "on"}
        assert post(cast, room, row, known=1).status_code == 303
    assert not SpacePicture.objects.exists()
    assert not stored.exists()


def test_it_is_served_as_a_picture_and_as_nothing_else(cast: Cast, room: Space, settings: Any) -> None:
    actions.set_pictures(by=cast.manager, space=room, pictures=[ROW | {"file": brought()}])
    answer: Any = Client().get(room.pictures.get().file.url)
    with Image.open(BytesIO(b"".join(answer.streaming_content))) as shown:
        assert shown.format == "JPEG"
    for close in answer._resource_closers:
        close()
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for name in ("sivu.html", "kuva.svg", "kuva.jpg.exe"):
        (Path(settings.MEDIA_ROOT) / "spaces" / name).write_text("<script>alert(1)</script>")
        assert Client().get(f"/media/spaces/{name}").status_code == 404


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"alt_sv": ""}, "alt_sv"),
        ({"alt_fi": "  "}, "alt_fi"),
        ({"file": ""}, "file"),
        ({"file": SimpleUploadedFile("kuva.jpg", b"<script>alert(1)</script>")}, "file"),
        ({"file": SimpleUploadedFile("kuva.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")}, "file"),
        ({"file": SimpleUploadedFile("kuva.jpg", b"")}, "file"),
        ({"alt_fi": "a" * 201}, "alt_fi"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_words_stay(
    cast: Cast, room: Space, row: dict[str, Any], field: str
) -> None:
    answer = post(cast, room, ROW | {"file": picture_file()} | row)
    assert answer.status_code == 422
    assert list(answer.context["formset"].errors[0]) == [field]
    assert (ROW | row)["alt_sv"] in answer.text
    assert not room.pictures.exists()


def test_words_are_changed_and_what_another_added_meanwhile_stays(cast: Cast, room: Space) -> None:
    actions.set_pictures(by=cast.manager, space=room, pictures=[ROW | {"file": brought()}])
    first = room.pictures.get()
    actions.set_pictures(by=cast.owner, space=room, pictures=[ROW | {"file": brought("kuva.png")}])
    row = ROW | {"pk": first.pk, "alt_en": "A room with a round table"}
    assert post(cast, room, row, known=1).status_code == 303
    first.refresh_from_db()
    assert (first.alt_en, [picture.pk == first.pk for picture in room.pictures.all()]) == (
        "A room with a round table",
        [True, False],
    )


def test_a_picture_of_another_space_is_out_of_reach(cast: Cast, room: Space) -> None:
    other = spaces.space(cast.helsinki)
    actions.set_pictures(by=cast.manager, space=other, pictures=[ROW | {"file": brought()}])
    there = other.pictures.get()
    assert post(cast, room, ROW | {"pk": there.pk, "alt_en": "x"}, known=1).status_code == 422
    assert post(cast, room, ROW | {"pk": there.pk, "DELETE": "on"}, known=1).status_code == 303
    there.refresh_from_db()
    assert there.alt_en == ""


def test_a_rival_removed_it_meanwhile(cast: Cast, room: Space) -> None:
    answer = post(cast, room, ROW | {"pk": 99999, "alt_en": "kirjoitettu"}, known=1)
    assert answer.status_code == 422
    assert "kirjoitettu" in answer.text


def test_the_action_takes_only_what_we_have_drawn(cast: Cast, room: Space) -> None:
    for file in (None, picture_file(), b"bytes"):
        with pytest.raises(Invalid) as refused:
            actions.set_pictures(by=cast.manager, space=room, pictures=[ROW | {"file": file}])
        assert refused.value.field == "file"
    with pytest.raises(Invalid) as refused:
        actions.set_pictures(by=cast.manager, space=room, pictures=[{"alt_fi": "a", "file": brought()}])
    assert refused.value.field == "alt_fi"
    with pytest.raises(Invalid, match="12"):
        actions.set_pictures(by=cast.manager, space=room, pictures=[ROW | {"file": brought()}] * 13)
    with pytest.raises(NotAllowed):
        actions.set_pictures(by=cast.host, space=room, pictures=[ROW | {"file": brought()}])
    actions.set_pictures(by=cast.manager, space=room, pictures=[ROW | {"file": brought()}])
    with pytest.raises(IntegrityError), transaction.atomic():
        SpacePicture.objects.update(alt_sv="")
