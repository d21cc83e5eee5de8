"""Somebody asks where to go: sites side by side for a purpose, settled with one press."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from fiksummin.spaces.models import Booking, Site, Visit, Zone
from tests.cast import Cast
from tests.factories import people as someone
from tests.factories import spaces
from tests.factories.spaces import booking, visit
from tests.spaces.pages import forms_of, queries_of, text_of

pytestmark = pytest.mark.usefixtures("tuesday")
WHERE = "/en/where/"
WEDNESDAY = {"day": "2026-11-25", "start": "9:00", "end": "11:00"}


def cards(answer: Any) -> dict[str, str]:
    """Give what each site's card says, by its name."""
    names = [site.name for site in Site.objects.all()]
    pieces = answer.content.decode().split('<li class="card">')[1:-1]
    said = [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", piece)).split()) for piece in pieces]
    return {next(name for name in names if piece.startswith(name)): piece for piece in said}


def quiet_desks(site: Site, count: int) -> None:
    zone = Zone.objects.create(site=site, kind="quiet", name_fi="Hiljainen siipi", name_en="Quiet wing")
    for number in range(count):
        desk = spaces.space(
            site, kind="desk", seats=1, name=f"Työpiste {number}", features=("height_adjustable",)
        )
        desk.zone = zone
        desk.save()


def test_it_begins_with_the_next_two_hours_to_focus(client: Client, lab: Site) -> None:
    answer = client.get(WHERE)
    assert answer.status_code == 200
    assert 'value="09:15"' in answer.content.decode()
    assert 'value="11:15"' in answer.content.decode()
    assert "10 work seats free all the time" in cards(answer)[lab.name]


def test_desks_in_quiet_zones_are_for_those_who_focus(cast: Cast, client: Client, lab: Site) -> None:
    quiet_desks(lab, 2)
    spaces.space(lab, kind="desk", seats=1, name="Melupiste")
    client.force_login(cast.member)
    card = cards(client.get(WHERE, WEDNESDAY | {"purpose": "focus"}))[lab.name]
    assert "2 desks free in a quiet zone" in card
    assert "Quiet wing" in card
    assert "height-adjustable tables" in card
    assert "Melupiste" not in card


def test_a_place_is_booked_with_one_press(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, seats=6, name="Kallio")
    spaces.space(lab, kind="desk", seats=6, name="Ei huone")
    client.force_login(cast.member)
    answer = client.get(WHERE, WEDNESDAY | {"purpose": "meet", "people": "5"})
    assert "1 free room is large enough" in cards(answer)[lab.name]
    assert "Ei huone" not in text_of(answer)
    (fields,) = [form for form in forms_of(answer) if form.get("space")]
    done = client.post(f"/en/sites/{lab.slug}/bookings/new/", fields)
    made = Booking.objects.get()
    assert (done.status_code, done["Location"]) == (303, f"/en/bookings/{made.pk}/")
    assert (made.places.get().space, made.people) == (room, 5)
    client.post(f"/en/sites/{lab.slug}/bookings/new/", fields)
    assert Booking.objects.count() == 1


def test_a_visit_is_announced_with_one_press(cast: Cast, client: Client, lab: Site) -> None:
    client.force_login(cast.member)
    (fields,) = [form for form in forms_of(client.get(WHERE, WEDNESDAY | {"people": "3"})) if form.get("day")]
    done = client.post(f"/en/sites/{lab.slug}/visits/new/", fields)
    assert (done.status_code, Visit.objects.get().people) == (303, 3)


def test_the_public_gets_addresses_with_the_fields_filled_in(client: Client, lab: Site) -> None:
    spaces.space(lab, seats=6, name="Kallio")
    page = client.get(WHERE, WEDNESDAY | {"purpose": "meet"})
    assert not [form for form in forms_of(page) if form.get("day")]
    found = re.findall(r'href="(/en/sites/[^"]+/new/\?[^"]+)"', page.content.decode())
    assert len(found) == 2
    assert all("day=2026-11-25" in address and "start=09%3A00" in address for address in found)


def test_workshops_want_furniture_that_moves(client: Client, lab: Site) -> None:
    spaces.space(lab, seats=30, name="Luokka", layouts={"theatre": 30})
    spaces.space(lab, seats=30, name="Verstas", layouts={"theatre": 30, "islands": 24})
    wish = WEDNESDAY | {"purpose": "workshop"}
    card = cards(client.get(WHERE, wish | {"people": "20"}))[lab.name]
    assert "1 free space is large enough, with furniture that moves" in card
    assert "Verstas (islands)" in card
    none = client.get(WHERE, wish | {"people": "28"})
    assert "0 free spaces are large enough" in cards(none)[lab.name]


def test_those_who_come_are_told_in_full_fives_only(cast: Cast, client: Client, lab: Site) -> None:
    quiet_desks(lab, 1)
    for _number in range(4):
        visit(someone.person(organisation=someone.organisation()), lab)
    assert "are coming" not in text_of(client.get(WHERE, WEDNESDAY))
    visit(cast.colleague, lab, people=3)
    assert "at least 5 people are coming" in cards(client.get(WHERE, WEDNESDAY))[lab.name]
    assert str(cast.colleague) not in text_of(client.get(WHERE, WEDNESDAY))
    later = WEDNESDAY | {"start": "16:00", "end": "17:00"}
    assert "are coming" not in text_of(client.get(WHERE, later))


def test_what_is_taken_closed_or_over_is_not_proposed(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, seats=6, name="Kallio")
    booking(cast.colleague, room, start="10:00", end="12:00")
    client.force_login(cast.member)
    taken = cards(client.get(WHERE, WEDNESDAY | {"purpose": "meet"}))[lab.name]
    assert "0 free rooms" in taken
    assert "Book this" not in taken
    for when, word in (
        ({"day": "2026-11-28"}, "Closed then"),
        ({"start": "19:00", "end": "21:00"}, "Not open all that time"),
        ({"day": "2026-11-24", "start": "8:00"}, "The time has passed"),
    ):
        card = cards(client.get(WHERE, WEDNESDAY | {"purpose": "meet"} | when))[lab.name]
        assert word in card
        assert "Book this" not in card
        assert "Announce a visit" not in card


def test_what_one_needs_to_come_at_all_counts(client: Client, lab: Site) -> None:
    spaces.space(lab, seats=6, name="Porras")
    spaces.space(lab, seats=8, name="Taso", features=("step_free",))
    card = cards(client.get(WHERE, WEDNESDAY | {"purpose": "meet", "features": "step_free"}))[lab.name]
    assert "Taso" in card
    assert "1 free room " in card


def test_a_guest_sees_where_she_was_invited(cast: Cast, client: Client, lab: Site) -> None:
    spaces.site()
    guest = cast.guest
    guest.guest_place = lab.slug
    guest.save(update_fields=["guest_place"])
    client.force_login(cast.guest)
    assert set(cards(client.get(WHERE, WEDNESDAY))) == {lab.name}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("purpose", "rest"),
        ("day", "x"),
        ("day", "1999-01-01"),
        ("end", "8:00"),
        ("people", "0"),
        ("features", "x"),
    ],
)
def test_what_cannot_be_read_is_told(client: Client, lab: Site, field: str, value: str) -> None:
    assert client.get(WHERE, WEDNESDAY | {field: value}).status_code == 422


def test_remote_people_are_led_to_video(client: Client, lab: Site) -> None:
    spaces.space(lab, seats=6, name="Etähuone", features=("video",))
    page = client.get(WHERE, WEDNESDAY | {"purpose": "meet"})
    (address,) = re.findall(r'href="(/en/bookings/search/\?[^"]+)"', page.content.decode())
    assert "Etähuone" in text_of(client.get(address.replace("&amp;", "&")))


@pytest.mark.parametrize("who", ["member", "partner"])
def test_its_queries_do_not_grow_with_the_sites(cast: Cast, client: Client, lab: Site, who: str) -> None:
    client.force_login(cast[who])
    quiet_desks(lab, 2)
    before = queries_of(client, f"{WHERE}?day=2026-11-25")
    for _number in range(3):
        quiet_desks(spaces.site(), 3)
    assert queries_of(client, f"{WHERE}?day=2026-11-25") == before
