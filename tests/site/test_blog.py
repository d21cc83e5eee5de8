"""Posts, tags with all their letters, feeds."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from fiksummin.core.errors import Invalid, NotAllowed
from fiksummin.core.models import Entry
from fiksummin.site import actions
from fiksummin.site.models import BlogPost, Topic
from fiksummin.site.models.topics import key_of
from tests.cast import Cast
from tests.site import makers

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Työ2.0", "työ2.0", True),
        ("Työ2.0", "#TYÖ2.0", True),
        ("Työ2.0", "Työ 2.0", False),
        ("Työ2.0", "Tyo2.0", False),
        ("öljy", "o\u0308ljy", True),
        ("hyvä  johtaminen", "Hyvä johtaminen", True),
    ],
)
def test_a_tag_is_itself_whatever_its_capitals(one: str, other: str, alike: bool) -> None:
    assert (key_of(one) == key_of(other)) is alike


@pytest.mark.parametrize("name", ["Työ2.0", "Åäkköset öissä", "Toimiiko?", "50 % & enemmän"])
def test_a_tag_works_in_addresses_and_lists(client: Client, cast: Cast, name: str) -> None:
    makers.post(topics=[name])
    listed = client.get("/fi/blog/tags/").content.decode()
    address = re.findall(r'href="(/fi/blog/tags/[^"]+/)"', listed)[0]
    text = client.get(unescape(address))
    assert text.status_code == 200
    assert "Kokeilu onnistui" in text.content.decode()


def test_a_tag_is_found_as_people_type_it(client: Client, cast: Cast) -> None:
    makers.post(topics=["Työ2.0"])
    for typed in ("Työ2.0", "TYÖ2.0", "työ2.0"):
        assert client.get(f"/fi/blog/tags/{typed}/").status_code == 200
    assert client.get("/fi/blog/tags/Tyo2.0/").status_code == 404


def test_the_same_tag_is_made_once(cast: Cast) -> None:
    makers.post(topics=["Työ2.0", "#työ2.0"])
    makers.post(topics=["TYÖ2.0"], words={"fi": makers.words("Toinen")})
    assert list(Topic.objects.values_list("name", flat=True)) == ["Työ2.0"]


@pytest.mark.parametrize(
    ("address", "items"), [("/fi/blog/rss/", 2), ("/sv/blog/rss/", 1), ("/en/blog/rss/", 0)]
)
def test_rss_carries_the_posts_of_its_language(client: Client, cast: Cast, address: str, items: int) -> None:
    both = {
        "fi": makers.words("Kaksi kieltä & <merkit>", slug="kaksi"),
        "sv": makers.words("Två språk", slug="tva"),
    }
    makers.post(words=both, topics=["Työ2.0"])
    makers.post()
    answer = client.get(address)
    assert answer.headers["Content-Type"].startswith("application/rss+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314 -- our own
    found = feed.findall("./channel/item")
    assert len(found) == items
    for item in found:
        link = item.findtext("link") or ""
        assert link.startswith(f"{settings.BASE_URL}{address[:3]}/blog/")
        assert client.get(link.removeprefix(settings.BASE_URL)).status_code == 200


def test_atom_is_valid_and_whole(client: Client, cast: Cast) -> None:
    makers.post(topics=["Työ2.0"])
    feed = ET.fromstring(client.get("/fi/blog/atom/").content)  # noqa: S314 -- our own
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}")
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Alba Kaisla"
    category = entry.find(f"{ATOM}category")
    assert category is not None
    assert category.get("term") == "Työ2.0"
    links = [link.get("href", "") for link in feed.iter(f"{ATOM}link")]
    assert links
    assert all(link.startswith(settings.BASE_URL) for link in links)


def test_an_empty_feed_is_a_feed(client: Client) -> None:
    for address in ("/fi/blog/rss/", "/fi/blog/atom/"):
        ET.fromstring(client.get(address).content)  # noqa: S314 -- our own


def test_authors_show_by_name_and_never_by_address(client: Client, cast: Cast) -> None:
    makers.post(authors=[cast.member, "Veera Vierailija"])
    text = client.get("/fi/blog/kokeilu-onnistui/").content.decode()
    assert "Alba Kaisla, Veera Vierailija" in text
    assert "@vm.example" not in text


def test_publishing_is_for_owners_and_for_editors_of_others_texts(cast: Cast) -> None:
    makers.post(cast.editor, authors=[cast.member])
    for by, author in ((cast.editor, cast.editor), (cast.member, cast.member), (cast.host, cast.member)):
        with pytest.raises(NotAllowed):
            makers.post(by, authors=[author], words={"fi": makers.words("Ei")})
    with pytest.raises(Invalid):
        actions.publish_post(by=cast.owner, authors=[], words={})
    assert BlogPost.objects.filter(alias_of=None).count() == 1


def test_publishing_is_announced_once(cast: Cast) -> None:
    post = makers.post()
    post.save_revision(user=cast.owner).publish(user=cast.owner)
    entry = Entry.objects.get(fact="site.PostPublished")
    assert (entry.by, entry.data) == (cast.owner.pk, {"post": post.pk})


def test_long_lists_have_pages(client: Client, cast: Cast) -> None:
    for number in range(12):
        makers.post(words={"fi": makers.words(f"Kirjoitus {number}")}, topics=["Työ2.0"])
    assert "Kirjoitus 0<" not in client.get("/fi/blog/").content.decode()
    second = client.get("/fi/blog/?page=2").content.decode()
    assert "Kirjoitus 0<" in second
    assert "sivu 2" in second
    assert client.get("/fi/blog/?page=nonsense").status_code == 200
    assert client.get("/fi/blog/tags/työ2.0/?page=2").status_code == 200
