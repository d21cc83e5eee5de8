"""Calendar feeds: valid files by a secret address, of what the owner may see, naming nobody."""

import re
from datetime import timedelta
from typing import Any

import pytest
import recurring_ical_events
from django.test import Client
from icalendar import Calendar

from fiksummin.core.time import now, today
from fiksummin.people import actions as people_actions
from fiksummin.spaces import actions
from fiksummin.spaces.models import Feed, Site, Space
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, name="Kaiku")


def made(client: Client, **words: Any) -> str:
    answer = client.post("/fi/calendars/", {"detail": "full", **words})
    assert answer.status_code == 201, answer.text
    found = re.search(r"/calendars/[\w-]+\.ics", answer.text)
    assert found
    return found[0]


def read(address: str) -> tuple[str, Calendar]:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return answer.text, Calendar.from_ical(answer.content)


def test_one_s_own_bookings_and_visits(cast: Cast, site: Site, room: Space) -> None:
    booking = spaces.booking(cast.member, room, title="Ilmiöryhmä ääkkösin – ja hyvin pitkä nimi " * 2)
    spaces.visit(cast.member, site, start="13:00", end="15:00")
    spaces.booking(cast.colleague, room, start="13:00", end="14:00", title="Toisen oma")
    text, calendar = read(made(signed_in(cast.member)))
    events = list(calendar.walk("VEVENT"))
    assert [str(event["SUMMARY"])[:10] for event in events] == ["Ilmiöryhmä", "Käynti: To"]
    assert [str(event["UID"]).partition("-")[0] for event in events] == ["booking", "visit"]
    assert events[0]["DTSTART"].dt == booking.starts_at
    assert str(events[0]["DTSTART"].params["TZID"]) == "Europe/Helsinki"
    assert "Toisen oma" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    days = recurring_ical_events.of(calendar).between(now(), now() + timedelta(days=60))
    assert len(days) == 2


def test_a_change_keeps_the_event_and_a_cancellation_takes_it_out(cast: Cast, room: Space) -> None:
    booking = spaces.booking(cast.member, room)
    address = made(signed_in(cast.member))
    before = next(iter(read(address)[1].walk("VEVENT")))
    actions.set_members(by=cast.member, booking=booking, members=[cast.outsider])
    after = next(iter(read(address)[1].walk("VEVENT")))
    assert (before["UID"], after["SEQUENCE"] > before["SEQUENCE"]) == (after["UID"], True)
    actions.cancel_booking(by=cast.member, booking=booking)
    assert not list(read(address)[1].walk("VEVENT"))


def test_only_when_it_is_taken(cast: Cast, room: Space) -> None:
    spaces.booking(cast.member, room, title="Salainen aihe")
    text, _calendar = read(made(signed_in(cast.member), detail="busy"))
    assert "Salainen aihe" not in text
    assert "SUMMARY:Varattu" in text


def test_a_site_s_calendar_names_nobody(cast: Cast, site: Site, room: Space) -> None:
    spaces.booking(cast.member, room, title="Salainen aihe", note="kanaria")
    spaces.visit(cast.member, site)
    for words in ({"site": site.pk}, {"space": room.pk}):
        text, calendar = read(made(signed_in(cast.colleague), **words))
        assert len(list(calendar.walk("VEVENT"))) == 1
        for private in ("Salainen", "kanaria", "Alba", "alba.kaisla"):
            assert private not in text


def test_a_secret_that_is_revoked_wrong_or_of_somebody_gone(cast: Cast, room: Space) -> None:
    client = signed_in(cast.member)
    address = made(client)
    assert Client().get("/calendars/arvaus.ics").status_code == 404
    feed = Feed.objects.get()
    assert feed.digest not in address
    assert signed_in(cast.colleague).post(f"/fi/calendars/{feed.pk}/revocation/").status_code == 404
    assert Client().get(address).status_code == 200
    assert client.post(f"/fi/calendars/{feed.pk}/revocation/").status_code == 303
    assert Client().get(address).status_code == 404
    another = made(client)
    people_actions.erase(by=cast.member, person=cast.member)
    assert Client().get(another).status_code == 404


def test_when_it_was_last_read_is_noted_once_a_day(cast: Cast, room: Space) -> None:
    address = made(signed_in(cast.member))
    assert Feed.objects.get().used_on is None
    for _reading in range(2):
        read(address)
    assert Feed.objects.get().used_on == today()


def test_not_more_than_ten(cast: Cast) -> None:
    client = signed_in(cast.member)
    for _number in range(10):
        made(client)
    assert client.post("/fi/calendars/", {"detail": "full"}).status_code == 403
    assert client.post("/fi/calendars/", {"detail": "everything"}).status_code == 422
