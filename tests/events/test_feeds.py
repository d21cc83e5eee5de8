"""Events in calendars and news readers: valid, stable, of what is public; one's own with the link for who has a place."""

import re
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client
from icalendar import Calendar

from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Event, EventKind, Theme
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make
from tests.factories import spaces

pytestmark = pytest.mark.django_db
FILE = "/fi/events/events.ics"
LINK = "https://kokous.example/kanaria-linkki"
ATOM = "{http://www.w3.org/2005/Atom}"


def read(answer: Any) -> list[Any]:
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    text = answer.content.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(answer.content)
    assert not calendar.errors
    assert str(calendar["VERSION"]) == "2.0"
    return list(calendar.walk("VEVENT"))


def titles(address: str = FILE) -> list[str]:
    return [str(event["SUMMARY"]) for event in read(Client().get(address))]


def own_address(client: Client, **words: str) -> str:
    found = re.search(
        r"/calendars/[\w-]+\.ics", client.post("/fi/calendars/", {"detail": "full", **words}).text
    )
    assert found
    return found[0]


def test_one_uid_through_every_change_and_a_cancelled_one_says_so(cast: Cast) -> None:
    event = make.event(cast.member, title="Paja", audience=make.PUBLIC, places=5, summary="Tehdään yhdessä.")
    [before] = read(Client().get(FILE))
    actions.change_event(
        by=cast.member, event=event, wish=make.wish(title="Pidempi", places=5, audience=make.PUBLIC)
    )
    [after] = read(Client().get(FILE))
    actions.cancel_event(by=cast.member, event=event, reason="Puhuja sairastui")
    [off] = read(Client().get(FILE))
    assert {str(entry["UID"]) for entry in (before, after, off)} == {
        f"event-{event.pk}@{settings.MAIL_DOMAIN}"
    }
    assert before["SEQUENCE"] < after["SEQUENCE"] < off["SEQUENCE"]
    assert [str(entry["STATUS"]) for entry in (before, after, off)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert str(before["DTSTART"].params["TZID"]) == "Europe/Helsinki"
    assert before["DTSTART"].dt == event.starts_at
    assert str(before["DESCRIPTION"]).startswith("Tehdään yhdessä.\n")


def test_by_kind_theme_and_site(cast: Cast) -> None:
    theme = Theme.objects.create(slug="arki", name_fi="Arki")
    make.event(cast.member, title="Paja", audience=make.PUBLIC, places=5, theme=theme)
    hall = spaces.space(cast.helsinki, seats=20)
    make.event(
        cast.member, title="Lounas", kind="theme-lunch", audience=make.PUBLIC, places=5, space=hall, after=8
    )
    assert titles() == ["Paja", "Lounas"]
    assert titles(f"{FILE}?kind=theme-lunch") == titles(f"{FILE}?site={cast.helsinki.slug}") == ["Lounas"]
    assert titles(f"{FILE}?theme=arki") == titles(f"{FILE}?q=paj") == ["Paja"]
    for wrong in ("kind=olematon", "theme=olematon", "site=olematon", "from=huomenna"):
        assert Client().get(f"{FILE}?{wrong}").status_code == 404, wrong
        assert Client().get(f"/fi/events/rss/?{wrong}").status_code == 404, wrong


def test_what_is_not_public_is_in_no_feed_whoever_reads(cast: Cast) -> None:
    theme = Theme.objects.create(slug="salaisuus", name_fi="Kanariateema")
    make.event(
        cast.member, title="Kanarialuonnos", audience=make.PUBLIC, places=5, publish=False, theme=theme
    )
    for audience in ("members", "state", "invited"):
        make.event(cast.member, title="Kanaria", audience=audience, places=5, theme=theme)
    make.event(
        cast.member, title="Julkinen", audience=make.PUBLIC, places=0, virtual_places=5, place="",
        online_link=LINK,
    )  # fmt: skip
    for client in (Client(), signed_in(cast.member), signed_in(cast.owner)):
        for path in ("events.ics", "rss/", "atom/"):
            text = client.get(f"/fi/events/{path}").text
            assert "Julkinen" in text
            assert "anaria" not in text, path
        assert "anaria" not in client.get("/fi/events/feeds/").text
        assert client.get(f"{FILE}?theme=salaisuus").status_code == 404


def test_nothing_new_costs_no_body(cast: Cast) -> None:
    event = make.event(cast.member, audience=make.PUBLIC, places=5)
    for address in (FILE, "/fi/events/rss/", "/fi/events/atom/"):
        first = Client().get(address)
        for header, value in (
            ("If-None-Match", first["ETag"]),
            ("If-Modified-Since", first["Last-Modified"]),
        ):
            again = Client().get(address, headers={header: value})
            assert (again.status_code, again.content) == (304, b""), (address, header)
        assert first["Cache-Control"] == "public, max-age=900"
    actions.cancel_event(by=cast.member, event=event, reason="Peruttu", at=now() + timedelta(minutes=1))
    changed = Client().get(FILE, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert Client().get(FILE, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 200


def test_hiding_an_event_is_a_change(cast: Cast) -> None:
    event = make.event(cast.member, audience=make.PUBLIC, places=5)
    first = Client().get(FILE)
    later = now() + timedelta(minutes=1)
    actions.change_event(by=cast.member, event=event, wish=make.wish(places=5), at=later)
    answer = Client().get(FILE, headers={"If-Modified-Since": first["Last-Modified"]})
    assert (answer.status_code, read(answer)) == (200, [])


def test_news_are_valid_and_the_latest_published_comes_first(cast: Cast) -> None:
    first = make.event(
        cast.member, title="Ensin & <viimein>", audience=make.PUBLIC, places=5, tags=("kokeilu",),
        moment=now() - timedelta(hours=1),
    )  # fmt: skip
    second = make.event(cast.member, title="Toinen", audience=make.PUBLIC, places=5, after=20)
    root = ET.fromstring(Client().get("/fi/events/rss/").content)  # noqa: S314 -- our own answer
    assert [item.findtext("title") for item in root.iter("item")] == ["Toinen", "Ensin & <viimein>"]
    assert [item.findtext("category") for item in root.iter("item")] == ["työpaja", "työpaja"]
    assert root.findtext("channel/language") == "fi"
    feed = ET.fromstring(Client().get("/sv/events/atom/").content)  # noqa: S314 -- our own answer
    links = [entry.find(f"{ATOM}link").get("href", "") for entry in feed.iter(f"{ATOM}entry")]  # type: ignore[union-attr]  # it has one
    assert [link.partition("/sv/")[2] for link in links] == [f"events/{second.pk}/", f"events/{first.pk}/"]
    assert Client().get("/en/events/rss/?kind=workshop").text.count("<item>") == 2


def test_my_own_calendar_has_the_link_only_with_a_place(cast: Cast) -> None:
    event = make.event(
        cast.owner, title="Etänä", places=0, virtual_places=1, place="", online_link=LINK, audience="members"
    )
    address = own_address(signed_in(cast.member))
    assert read(Client().get(address)) == []
    make.registration(cast.colleague, event, mode="virtual")
    make.registration(cast.member, event, mode="virtual")
    [waiting] = read(Client().get(address))
    assert (str(waiting["STATUS"]), LINK in str(waiting["DESCRIPTION"])) == ("TENTATIVE", False)
    assert "ATTENDEE" not in waiting
    actions.change_event(
        by=cast.owner, event=event,
        wish=make.wish(title="Etänä", places=0, virtual_places=2, place="", online_link=LINK),
    )  # fmt: skip
    [placed] = read(Client().get(address))
    assert (str(placed["STATUS"]), LINK in str(placed["DESCRIPTION"])) == ("CONFIRMED", True)
    assert placed["UID"] == waiting["UID"]
    assert placed["SEQUENCE"] > waiting["SEQUENCE"]
    actions.cancel_event(by=cast.owner, event=event, reason="Peruttu")
    [off] = read(Client().get(address))
    assert (str(off["STATUS"]), LINK in str(off["DESCRIPTION"])) == ("CANCELLED", False)


def test_what_i_leave_is_gone_and_what_i_hold_is_there_but_for_drafts(cast: Cast) -> None:
    event = make.event(cast.owner, title="Paja", places=5)
    make.event(cast.member, title="Oma", places=5)
    make.event(cast.member, title="Kanarialuonnos", places=5, publish=False)
    mine = make.registration(cast.member, event)
    address = own_address(signed_in(cast.member))
    assert sorted(str(entry["SUMMARY"]) for entry in read(Client().get(address))) == ["Oma", "Paja"]
    actions.cancel_registration(by=cast.member, registration=mine)
    assert [str(entry["SUMMARY"]) for entry in read(Client().get(address))] == ["Oma"]


def test_a_calendar_of_taken_times_says_no_more(cast: Cast) -> None:
    event = make.event(cast.owner, title="Salainen", places=0, virtual_places=5, place="", online_link=LINK)
    make.registration(cast.member, event, mode="virtual")
    text = Client().get(own_address(signed_in(cast.member), detail="busy")).text
    assert "BEGIN:VEVENT" in text
    assert "Salainen" not in text.replace("\r\n ", "")
    assert LINK not in text.replace("\r\n ", "")


def test_my_calendar_costs_no_body_when_nothing_is_new(cast: Cast) -> None:
    make.registration(cast.member, make.event(cast.owner, places=5))
    address = own_address(signed_in(cast.member))
    first = Client().get(address)
    assert (first["Cache-Control"], "Last-Modified" in first) == ("private, max-age=900", True)
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert Client().get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 200


def test_queries_of_feeds_do_not_grow(cast: Cast, django_assert_num_queries: Any) -> None:
    def more() -> None:
        for _number in range(2):
            event = make.event(cast.owner, audience=make.PUBLIC, places=5)
            make.registration(cast.member, event)

    address = own_address(signed_in(cast.member))
    more()
    for _turn in range(2):
        for path, number in ((FILE, 6), ("/fi/events/rss/", 7), (address, 12)):
            Client().get(path)
            with django_assert_num_queries(number):
                Client().get(path)
        more()
    assert Event.objects.count() == 6
    assert EventKind.objects.exists()
