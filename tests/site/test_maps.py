"""What search engines are told: every public page in its languages, nothing else, and where the map is."""

from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.site.actions.building import STANDING
from tests.cast import Cast
from tests.factories import spaces
from tests.site import makers

pytestmark = pytest.mark.django_db
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LANGUAGES = ("fi", "sv", "en")


def read(client: Client) -> dict[str, dict[str, str]]:
    """Give the path of each page on the map, and the paths of its languages."""
    answer = client.get("/sitemap.xml")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml; charset=utf-8")
    found: dict[str, dict[str, str]] = {}
    for url in ET.fromstring(answer.content).findall("map:url", NAMES):  # noqa: S314 -- our own answer
        address = url.findtext("map:loc", "", NAMES)
        assert address.startswith(f"{settings.BASE_URL}/")
        links = {
            link.attrib["hreflang"]: urlsplit(link.attrib["href"]).path
            for link in url.findall("x:link", NAMES)
        }
        assert urlsplit(address).path not in found, "each page once"
        found[urlsplit(address).path] = links
    return found


def test_every_page_on_the_map_is_there_for_everybody(cast: Cast, client: Client) -> None:
    makers.post(
        words={
            "fi": makers.words("Kokeilu & oppi", slug="kokeilu-ja-oppi"),
            "sv": makers.words("Försöket", slug="forsoket"),
        }
    )
    for path, languages in read(client).items():
        assert client.get(path).status_code == 200, path
        assert path in languages.values(), "a page names itself among its languages"


def test_standing_pages_and_sites_are_on_it_in_each_language(client: Client) -> None:
    spaces.site("hanko")
    found = read(client)
    for code in LANGUAGES:
        for name in ("", *(f"{name}/" for name in STANDING), "sites/", "sites/hanko/", "sites/hanko/spaces/"):
            assert set(found[f"/{code}/{name}"]) == set(LANGUAGES), name


def test_a_post_stands_only_in_the_languages_it_was_written_in(cast: Cast, client: Client) -> None:
    makers.post(words={"fi": makers.words("Kokeilu onnistui")})
    found = read(client)
    assert found["/fi/blog/kokeilu-onnistui/"] == {"fi": "/fi/blog/kokeilu-onnistui/"}
    assert "/sv/blog/kokeilu-onnistui/" not in found


def test_what_is_not_published_or_not_public_is_not_on_it(cast: Cast, client: Client) -> None:
    post = makers.post(words={"fi": makers.words("Luonnos")})
    assert "/fi/blog/luonnos/" in read(client)
    post.unpublish()
    found = read(client)
    assert "/fi/blog/luonnos/" not in found
    assert not [path for path in found if "/accounts/" in path or path.startswith(("/admin/", "/api/"))]


def test_robots_are_led_to_the_map(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    lines = answer.content.decode().splitlines()
    assert lines[-1] == f"Sitemap: {settings.BASE_URL}/sitemap.xml"
    assert {"Disallow: /admin/", "Disallow: /api/"} < set(lines)
