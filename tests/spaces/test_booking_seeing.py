"""A booking's own pages: for those who hold it and the hosts, and for nobody else."""

import pytest
from django.test import Client
from icalendar import Calendar

from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Layout, Site, Space
from fiksummin.spaces.queries import BookingWish, Place
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.personas import other_host
from tests.spaces.booking_pages import NEW, PATHS, SECRET, WORD, path, wish
from tests.spaces.pages import MORNING, main_of, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "lab")]


@pytest.fixture
def room(lab: Site) -> Space:
    """A room for eight."""
    return spaces.space(lab, name="Huone Kaiku")


@pytest.fixture
def hall(lab: Site) -> dict[str, Space]:
    return spaces.hall(lab)


@pytest.fixture
def mine(cast: Cast, room: Space) -> Booking:
    """The member's booking tomorrow from nine to twelve, with private words."""
    return booking(cast.member, room, people=2, title=SECRET, note=WORD)


@pytest.mark.parametrize("rest", PATHS)
def test_those_who_hold_it_see_it(cast: Cast, room: Space, rest: str) -> None:
    made = booking(cast.member, room, members=[cast.outsider])
    for person in (cast.member, cast.outsider):
        assert signed_in(person).get(path(made, rest)).status_code == 200


@pytest.mark.parametrize("rest", [*PATHS, "again/", "approval/", "refusal/"])
@pytest.mark.parametrize("key", ["colleague", "outsider", "partner", "guest", "facilitator", "editor"])
def test_nobody_else_does(cast: Cast, mine: Booking, key: str, rest: str) -> None:
    stranger = signed_in(cast[key])
    for answer in (stranger.get(path(mine, rest)), stranger.post(path(mine, rest))):
        assert answer.status_code in {404, 405}
        assert not any(words in answer.content.decode() for words in (SECRET, WORD, "Alba"))


@pytest.mark.parametrize(
    "where",
    [
        "/fi/today/", "/fi/sites/", "/fi/sites/helsinki/", "/fi/bookings/", "/fi/bookings/new/", NEW, NEW + "?day=2026-11-25",
        "/fi/sites/helsinki/visits/new/?day=2026-11-25",
    ],
)  # fmt: skip
def test_private_words_show_nowhere_to_others(cast: Cast, mine: Booking, room: Space, where: str) -> None:
    for person in (cast.colleague, cast.outsider, cast.partner):
        said = signed_in(person).get(f"{where}{'&' if '?' in where else '?'}space={room.pk}").content.decode()
        assert not any(words in said for words in (SECRET, WORD))
    taken = signed_in(cast.colleague).post(NEW, wish(room))
    assert taken.status_code == 409
    assert not any(words in taken.content.decode() for words in (SECRET, WORD, "Alba"))


def test_the_host_sees_it_and_may_change_it_the_host_of_another_site_not(cast: Cast, mine: Booking) -> None:
    host = signed_in(cast.host)
    said = main_of(host.get(path(mine)))
    assert SECRET in said
    assert WORD in said
    assert "Alba Kaisla" in said
    assert host.get(path(mine, "change/")).status_code == 200
    assert host.post(path(mine, "again/")).status_code == 403
    assert signed_in(other_host()).get(path(mine)).status_code == 404


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_a_number_that_is_no_booking_does_not_exist(cast: Cast, pk: str) -> None:
    for rest in PATHS:
        assert signed_in(cast.member).get(f"/fi/bookings/{pk}/{rest}").status_code == 404


@pytest.mark.parametrize("rest", PATHS)
def test_who_is_not_signed_in_is_asked_to(mine: Booking, client: Client, rest: str) -> None:
    assert client.get(path(mine, rest))["Location"] == f"/fi/accounts/login/?next={path(mine, rest)}"


def test_my_bookings_are_mine_the_next_one_first(cast: Cast, room: Space) -> None:
    later = booking(cast.outsider, room, after=3, members=[cast.member])
    booking(cast.member, room, title="Ensin")
    gone = booking(cast.member, room, start="13:00", end="14:00", title="Peruttu kokous")
    booking(cast.colleague, room, start="15:00", end="16:00", title=SECRET)
    actions.cancel_booking(by=cast.member, booking=gone)
    said = main_of(signed_in(cast.member).get("/fi/bookings/"))
    assert said.startswith(
        "Omat varaukset Tulevat Huomenna klo 9–12 Ensin Huone Kaiku, Toimipiste helsinki Varattu"
    )
    assert said.index("Ensin") < said.index("Perjantaina") < said.index("Peruttu kokous")
    assert SECRET not in said
    assert later.person == cast.outsider


def test_an_empty_list_invites(cast: Cast) -> None:
    page = signed_in(cast.member).get("/fi/bookings/")
    assert 'href="/fi/bookings/new/"' in page.content.decode()


def test_my_bookings_ask_the_same_for_one_and_for_three(cast: Cast, room: Space) -> None:
    booking(cast.member, room, after=1)
    member = signed_in(cast.member)
    one = queries_of(member, "/fi/bookings/")
    for days in (2, 3):
        booking(cast.member, room, after=days)
    assert queries_of(member, "/fi/bookings/") == one


def test_the_calendar_file_keeps_its_name_and_counts_its_changes(cast: Cast, mine: Booking) -> None:
    member = signed_in(cast.member)
    answer = member.get(path(mine, "booking.ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    first = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    actions.cancel_booking(by=cast.member, booking=mine)
    calendar = Calendar.from_ical(member.get(path(mine, "booking.ics")).content)
    second = calendar.walk("VEVENT")[0]
    assert first["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert (first["UID"], first["SEQUENCE"], second["SEQUENCE"]) == (second["UID"], 0, 1)
    assert (calendar["METHOD"], second["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (str(first["SUMMARY"]), str(first["ATTENDEE"])) == (SECRET, f"MAILTO:{cast.member.email}")
    as_host = Calendar.from_ical(signed_in(cast.host).get(path(mine, "booking.ics")).content)
    assert "ATTENDEE" not in as_host.walk("VEVENT")[0]


def test_the_desk_shows_the_bookings_and_what_is_to_be_set_up(
    cast: Cast, lab: Site, hall: dict[str, Space]
) -> None:
    theatre = hall["ABC"].layouts.get(kind="theatre")
    Layout.objects.filter(pk=theatre.pk).update(furniture_fi="120 tuolia riveissä")
    day = open_day(lab)
    asked = BookingWish(
        (Place(hall["ABC"], theatre),), at(lab, day, "11:00"), at(lab, day, "13:00"), 90, "Avajaiset",
        wants_introduction=True,
    )  # fmt: skip
    made = actions.book(by=cast.member, site=lab, wish=asked)
    host, desk = signed_in(cast.host), f"/fi/sites/helsinki/desk/{day}/"
    said = main_of(host.get(desk))
    for words in (
        "klo 11–13",
        "Sali",
        "Avajaiset",
        "Alba Kaisla",
        "90 henkilöä",
        "120 tuolia riveissä",
        "klo 11",
    ):
        assert words in said
    place = made.places.get()
    for _press in range(2):
        answer = host.post(f"/fi/places/{place.pk}/changeover/")
        assert answer["Location"] == f"{desk}#booking-{made.pk}"
    place.refresh_from_db()
    assert (place.changed_over_by, place.changed_over_at) == (cast.host, MORNING)
    assert signed_in(cast.member).post(f"/fi/places/{place.pk}/changeover/").status_code == 403
    assert signed_in(cast.colleague).post(f"/fi/places/{place.pk}/changeover/").status_code == 404


def test_the_desk_asks_the_same_for_one_booking_and_for_three(cast: Cast, room: Space) -> None:
    booking(cast.member, room)
    host, day = signed_in(cast.host), open_day(room.site)
    one = queries_of(host, f"/fi/sites/helsinki/desk/{day}/")
    booking(cast.colleague, room, start="13:00", end="14:00")
    booking(cast.outsider, room, start="15:00", end="16:00")
    assert queries_of(host, f"/fi/sites/helsinki/desk/{day}/") == one
