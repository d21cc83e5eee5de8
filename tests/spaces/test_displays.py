"""Screens: a site manager hangs them, whoever passes reads them, and they name nobody."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Display, Site, Space
from fiksummin.spaces.queries import Closing
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces

MONDAY = "2026-11-23T10:00+02:00"
HOURS = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday() -> Any:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, name="Kaiku", grace_minutes=15)


def hung(cast: Cast, site: Site, space: Space | None = None, **words: Any) -> tuple[Display, str]:
    """Hang a screen; give it and its address."""
    made, secret = actions.make_display(by=cast.manager, site=site, space=space, name="Näyttö", **words)
    return made, f"/displays/{secret}/"


def shown(address: str, lang: str = "fi") -> str:
    """What stands on the screen, without its code."""
    answer = Client().get(f"{address}?lang={lang}")
    assert answer.status_code == 200
    text = re.sub(r"<path.*?>|<head>.*?</head>|<nav.*?</nav>", "", answer.text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def booked(cast: Cast, room: Space, start: str, end: str, *, public: bool = False, **words: Any) -> Booking:
    day = now().astimezone(room.site.zone).date()
    wish = queries.BookingWish(
        (queries.Place(room, words.get("layout")),), spaces.at(room.site, day, start), spaces.at(room.site, day, end),
        title=words.get("title", "kanaria-otsikko"), is_public=public, note="kanaria-huomautus",
    )  # fmt: skip
    return actions.book(by=cast.member, site=room.site, wish=wish, at=now() - timedelta(days=2))


# --- Hanging them --------------------------------------------------------------------------------


def test_a_manager_hangs_a_door_sign_and_sees_its_address_once(cast: Cast, site: Site, room: Space) -> None:
    client = signed_in(cast.manager)
    answer = client.post("/fi/sites/helsinki/displays/", {"space": room.pk, "name": " Kaikun  ovi "})
    assert answer.status_code == 201
    secret = re.search(r"/displays/([\w-]{43})/", answer.text)
    assert secret
    assert "<svg" in answer.text
    made = Display.objects.get()
    assert (made.name, made.space, made.seen_at) == ("Kaikun ovi", room, None)
    assert made.digest not in answer.text
    listed = client.get("/fi/sites/helsinki/displays/").text
    assert secret[1] not in listed
    assert "Kaikun ovi" in listed
    assert "Vapaa" in shown(f"/displays/{secret[1]}/")
    assert Display.objects.get().seen_at == now()
    assert [row.fact for row in Entry.objects.filter(fact__contains="Display")] == ["spaces.DisplayMade"]


def test_the_list_says_when_each_was_last_seen(cast: Cast, site: Site) -> None:
    _made, address = hung(cast, site)
    client = signed_in(cast.manager)
    assert "Ei vielä avattu" in client.get("/fi/sites/helsinki/displays/").text
    Client().get(address)
    assert "Viimeksi nähty" in client.get("/fi/sites/helsinki/displays/").text


def test_a_new_name_keeps_the_address(cast: Cast, site: Site) -> None:
    made, address = hung(cast, site)
    client = signed_in(cast.manager)
    page = f"/fi/sites/helsinki/displays/{made.pk}/"
    assert client.post(page, {"name": "", "language": "sv"}).status_code == 422
    assert client.post(page, {"name": "Aula", "language": "sv"}).status_code == 303
    assert "Öppet nu" in Client().get(address).text


def test_a_new_address_makes_the_old_one_worthless(cast: Cast, site: Site) -> None:
    made, old = hung(cast, site)
    client = signed_in(cast.manager)
    page = f"/fi/sites/helsinki/displays/{made.pk}/"
    was = re.search(r'name="was" value="(\w+)"', client.get(page).text)
    assert was
    answer = client.post(f"{page}renewal/", {"was": was[1]})
    assert answer.status_code == 201
    new = re.search(r"/displays/[\w-]{43}/", answer.text)
    assert new
    assert (Client().get(old).status_code, Client().get(new[0]).status_code) == (404, 200)
    assert client.post(f"{page}renewal/", {"was": was[1]}).status_code == 409
    assert Client().get(new[0]).status_code == 200


def test_what_was_taken_out_of_use_reads_as_what_never_was(cast: Cast, site: Site, room: Space) -> None:
    made, address = hung(cast, site)
    door, at_door = hung(cast, site, room)
    client = signed_in(cast.manager)
    assert client.post(f"/fi/sites/helsinki/displays/{made.pk}/revocation/").status_code == 303
    Space.objects.filter(pk=room.pk).update(retired_at=now())
    guess = "/displays/" + "x" * 43 + "/"
    for part in ("", "picture/"):
        answers = [Client().get(one + part) for one in (address, at_door, guess)]
        assert {one.status_code for one in answers} == {404}
        assert len({one.content for one in answers}) == 1
        assert len({str(sorted(one.headers.items())) for one in answers}) == 1
        assert "Tämä näyttö ei ole käytössä" in answers[0].text
    assert Display.objects.filter(seen_at=None).count() == 2
    with pytest.raises(NotNow):
        actions.revoke_display(by=cast.manager, display=made)
    assert actions.change_display(by=cast.manager, display=door, name="Uusi").name == "Uusi"


def test_only_those_who_run_the_site(cast: Cast, site: Site, room: Space) -> None:
    made, _address = hung(cast, site)
    for who in (cast.member, cast.host):
        with pytest.raises(NotAllowed):
            actions.make_display(by=who, site=site, name="Aula")
        with pytest.raises(NotAllowed):
            actions.renew_display(by=who, display=made, was=queries.mark_of(made))
        with pytest.raises(NotAllowed):
            actions.revoke_display(by=who, display=made)
        with pytest.raises(NotAllowed):
            actions.change_display(by=who, display=made, name="Muu")
    elsewhere = spaces.space(spaces.site("muualla"))
    with pytest.raises(Invalid):
        actions.make_display(by=cast.manager, site=site, space=elsewhere, name="Aula")


def test_what_the_database_refuses(cast: Cast, site: Site) -> None:
    made, _address = hung(cast, site)
    for wrong in ({"name": ""}, {"language": "ru"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Display.objects.filter(pk=made.pk).update(**wrong)


# --- The door ------------------------------------------------------------------------------------


def test_a_door_says_free_booked_and_what_comes(cast: Cast, site: Site, room: Space, monday: Any) -> None:
    _made, address = hung(cast, site, room)
    assert "Vapaa klo 20 asti" in shown(address)
    booking = booked(cast, room, "11:00", "12:00")
    assert "Vapaa klo 11 asti" in shown(address)
    monday.shift(61 * 60)
    assert "Varattu klo 12 asti" in shown(address)
    assert "viimeistään klo 11.15" in shown(address)
    actions.check_in_booking(by=cast.member, booking=booking)
    assert "viimeistään klo 11.15" not in shown(address)
    actions.leave_booking(by=cast.member, booking=booking)
    assert "Vapaa klo 20 asti" in shown(address)


def test_a_title_stands_only_where_it_is_public(cast: Cast, site: Site, room: Space) -> None:
    door, lobby = hung(cast, site, room)[1], hung(cast, site)[1]
    booked(cast, room, "10:00", "11:00")
    booked(cast, room, "12:00", "13:00", public=True, title="Avoin paja")
    for address in (door, lobby):
        for lang in ("fi", "sv", "en"):
            whole = Client().get(f"{address}?lang={lang}").text
            assert "Avoin paja" in whole
            for private in (
                "kanaria",
                str(cast.member),
                str(cast.member.email),
                str(cast.member.organisation),
            ):
                assert private not in whole


def test_what_waits_for_an_answer_shows_no_title(cast: Cast, site: Site) -> None:
    hall = spaces.space(site, kind="hall", name="Sali", approval="holds")
    door, lobby = hung(cast, site, hall)[1], hung(cast, site)[1]
    booking = booked(cast, hall, "10:00", "12:00", public=True, title="kanaria-pyynto")
    for address in (door, lobby):
        assert "Varattu" in shown(address)
        assert "kanaria" not in shown(address)
    actions.approve_booking(by=cast.manager, booking=booking)
    for address in (door, lobby):
        assert "kanaria-pyynto" in shown(address)


def test_a_door_tells_that_it_is_rearranged(cast: Cast, site: Site, monday: Any) -> None:
    hall = spaces.space(site, kind="hall", name="Sali", layouts={"islands": 60, "theatre": 120})
    address = hung(cast, site, hall)[1]
    booked(cast, hall, "12:00", "13:00", layout=hall.layouts.get(kind="theatre"))
    assert "Vapaa klo 11.30 asti" in shown(address)
    assert "Järjestellään klo 11.30 alkaen: " in shown(address)
    monday.shift(100 * 60)
    assert "Järjestellään klo 12 asti" in shown(address)


def test_a_part_is_not_free_while_the_whole_is_booked(cast: Cast, site: Site) -> None:
    whole = spaces.space(site, kind="hall", name="Sali", cells=("A", "B"))
    part = spaces.space(site, name="Sali A", cells=("A",))
    booked(cast, whole, "10:00", "12:00")
    assert "Varattu klo 12 asti" in shown(hung(cast, site, part)[1])


def test_a_closure_says_why(cast: Cast, site: Site, room: Space) -> None:
    door, lobby = hung(cast, site, room)[1], hung(cast, site)[1]
    reason = {"fi": "Lattia hiotaan", "sv": "Golvet slipas"}
    actions.close_place(
        by=cast.manager, site=site, closing=Closing(room, now() - HOURS, now() + 2 * HOURS, reason)
    )
    assert "Suljettu Lattia hiotaan Avataan jälleen tänään klo 12" in shown(door)
    assert "Golvet slipas" in shown(door, "sv")
    assert "Suljettu Lattia hiotaan" in shown(lobby)


def test_evening_midnight_and_the_next_day(cast: Cast, site: Site, room: Space, monday: Any) -> None:
    door, lobby = hung(cast, site, room)[1], hung(cast, site)[1]
    monday.shift(13 * 60 * 60)
    for address in (door, lobby):
        assert "Maanantai 23.11." in shown(address)
        assert "Suljettu" in shown(address)
    monday.shift(61 * 60)
    for address in (door, lobby):
        assert "Tiistai 24.11." in shown(address)
        assert "tänään klo 7" in shown(address)


# --- The lobby -----------------------------------------------------------------------------------


def test_a_lobby_lists_spaces_and_today_and_who_may_be_asked(cast: Cast, site: Site, room: Space) -> None:
    spaces.space(site, kind="desk", name="Pöytä 1")
    spaces.shift(cast.host, site)
    address = hung(cast, site)[1]
    booked(cast, room, "13:00", "14:00", public=True, title="Toinen")
    booked(cast, room, "11:00", "12:00", public=True, title="Ensimmäinen")
    text = shown(address)
    assert "Auki nyt sulkeutuu klo 20" in text
    assert "Host on paikalla klo 15 asti." in text
    assert str(cast.host) not in text
    assert "Kaiku Vapaa klo 11 asti" in text
    assert "Vapaita työpisteitä: 1 / 1" in text
    assert text.index("Ensimmäinen Kaiku") < text.index("Toinen Kaiku")


def test_a_long_list_is_shown_in_turn_and_whole_to_who_chooses_a_language(
    cast: Cast, site: Site, monday: Any
) -> None:
    names = [spaces.space(site, name=f"Huone {number:02}").name for number in range(10)]
    address = hung(cast, site, language="fi")[1]
    seen = []
    for _turn in range(2):
        seen.append({name for name in names if name in Client().get(address).text})
        monday.shift(30)
    assert sorted(map(len, seen)) == [4, 6]
    assert set.union(*seen) == set(names)
    assert all(name in shown(address) for name in names)


def test_the_languages_of_the_site_take_turns(cast: Cast, site: Site, monday: Any) -> None:
    Site.objects.filter(pk=site.pk).update(languages=["sv", "fi"])
    address = hung(cast, site)[1]
    heard = []
    for _turn in range(4):
        found = re.search(r'<html lang="(\w+)"', Client().get(address).text)
        assert found
        heard.append(found[1])
        monday.shift(30)
    assert (heard[:2], set(heard)) == (heard[2:], {"fi", "sv"})


# --- How it is asked for -------------------------------------------------------------------------


def test_nothing_is_sent_twice_and_nothing_is_kept_by_others(cast: Cast, site: Site, room: Space) -> None:
    address = hung(cast, site, room, language="fi")[1]
    page, first = Client().get(address), Client().get(f"{address}picture/")
    assert first.text in page.text
    for answer in (page, first):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
    for mark in (first["ETag"], f"W/{first['ETag']}"):
        again = Client().get(f"{address}picture/", headers={"if-none-match": mark})
        assert (again.status_code, again.content) == (304, b"")
    booked(cast, room, "10:00", "11:00")
    changed = Client().get(f"{address}picture/", headers={"if-none-match": first["ETag"]})
    assert (changed.status_code, changed["ETag"] == first["ETag"]) == (200, False)


def test_it_is_noted_at_most_once_a_minute_that_a_screen_was_there(
    cast: Cast, site: Site, monday: Any
) -> None:
    address = hung(cast, site)[1]
    written = 0
    for _question in range(12):
        with CaptureQueriesContext(connection) as asked:
            Client().get(f"{address}picture/")
        written += sum(query["sql"].startswith("UPDATE") for query in asked)
        monday.shift(15)
    assert written == 3


@pytest.mark.parametrize(("at_door", "asked"), [(True, 7), (False, 9)])
def test_a_picture_asks_as_much_for_one_as_for_three(
    cast: Cast, site: Site, room: Space, at_door: bool, asked: int
) -> None:
    address = hung(cast, site, room if at_door else None)[1]

    def count() -> int:
        Client().get(address)
        with CaptureQueriesContext(connection) as seen:
            Client().get(f"{address}picture/?lang=fi")
        return len(seen)

    booked(cast, room, "12:00", "13:00", public=True)
    assert count() == asked
    for start, end in (("14:00", "15:00"), ("16:00", "17:00")):
        booked(cast, room, start, end, public=True)
        spaces.space(site)
    assert count() == asked


def test_a_signed_in_reader_sees_no_more(cast: Cast, site: Site, room: Space) -> None:
    address = hung(cast, site, room, language="fi")[1]
    booked(cast, room, "10:00", "11:00")
    assert signed_in(cast.owner).get(address).text == Client().get(address).text
