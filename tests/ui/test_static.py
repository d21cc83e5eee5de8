"""Static files: an address that follows the content, and fewer bytes for browsers that take gzip."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import Client

FOLDER = Path(settings.ROOT) / "ui/static/ui"


def test_what_browsers_keep_has_its_content_in_the_address() -> None:
    assert static("ui/fiksummin.css").startswith("/static/ui/fiksummin.css?v=")
    assert static("ui/fiksummin.css") != static("ui/fiksummin.js").replace(".js", ".css")
    assert static("ui/fonts/source-sans-3-latin.woff2") == "/static/ui/fonts/source-sans-3-latin.woff2"


@pytest.mark.parametrize("name", ["fiksummin.css", "fiksummin.js", "icons.svg"])
def test_the_small_copy_says_the_same(name: str) -> None:
    assert gzip.decompress((FOLDER / f"{name}.gz").read_bytes()) == (FOLDER / name).read_bytes()
    assert finders.find(f"ui/{name}.gz")


@pytest.mark.django_db
def test_the_style_sheet_goes_out_small(client: Client) -> None:
    answer = client.get(static("ui/fiksummin.css"), headers={"accept-encoding": "gzip"})
    answer.close()
    assert answer["Content-Encoding"] == "gzip"
    assert int(answer["Content-Length"]) < 9 * 1024


@pytest.mark.django_db
def test_pages_go_out_small(client: Client) -> None:
    answer = client.get("/fi/accounts/login/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
