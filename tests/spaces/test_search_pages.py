"""Somebody finds a free space on a page, by time first or by space first, and books it from there."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from fiksummin.spaces.models import Booking, Site
from tests import personas
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import booking, open_day

pytestmark = pytest.mark.usefixtures("tuesday")
SEARCH = "/en/bookings/search/"
WEDNESDAY = {"day": "2026-11-25", "minutes": "60", "people": "1"}


def text_of(answer: Any) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def books(answer: Any) -> list[str]:
    return [
        html.unescape(found)
        for found in re.findall(r'href="([^"]+/bookings/new/\?[^"]+)"', answer.content.decode())
    ]


def test_the_public_looks_and_is_led_to_sign_in_for_booking(client: Client, lab: Site) -> None:
    spaces.space(lab, seats=8, name="Kallio")
    empty = client.get(SEARCH)
    assert (empty.status_code, 'value="2026-11-24"' in empty.content.decode()) == (200, True)
    answer = client.get(SEARCH, WEDNESDAY)
    assert answer.status_code == 200
    assert "1 free option" in text_of(answer)
    assert "Kallio Tomorrow, 7:00 – 8:00" in text_of(answer)
    (address,) = books(answer)
    assert client.get(address).status_code == 302


def test_what_is_found_is_booked_as_it_was_offered(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, seats=8, name="Kallio", layouts={"board": 8, "theatre": 20})
    client.force_login(cast.member)
    asked = WEDNESDAY | {"people": "15", "start": "12:00", "end": "16:00"}
    (address,) = books(client.get(SEARCH, asked))
    layout = room.layouts.get(kind="theatre")
    assert address == (
        f"/en/sites/helsinki/bookings/new/?space={room.pk}&layout={layout.pk}"
        "&day=2026-11-25&start=12%3A00&end=13%3A00&people=15"
    )
    assert client.get(address).status_code == 200


def test_several_spaces_are_offered_together(cast: Cast, client: Client, lab: Site) -> None:
    for name in "AB":
        spaces.space(lab, seats=10, name=f"Huone {name}")
    client.force_login(cast.member)
    answer = client.get(SEARCH, WEDNESDAY | {"people": "18"})
    assert "Huone A + Huone B" in text_of(answer)
    assert "2 spaces together" in text_of(answer)
    assert books(answer)[0].count("space=") == 2


def test_when_nothing_is_free_the_first_free_time_and_the_queue_are_offered(
    cast: Cast, client: Client, lab: Site
) -> None:
    room = spaces.space(lab, seats=8, name="Kallio")
    booking(cast.colleague, room, start="7:00", end="20:00")
    client.force_login(cast.member)
    answer = client.get(SEARCH, WEDNESDAY)
    assert "Nothing is free then" in text_of(answer)
    assert "The first free time is this: Kallio Thu 26 Nov, 7:00 – 8:00" in text_of(answer)
    queue = re.search(r'href="([^"]+/waitings/new/[^"]*)"', answer.content.decode())
    assert queue is not None
    assert client.get(html.unescape(queue.group(1))).status_code == 200
    none = client.get(SEARCH, WEDNESDAY | {"people": "99"})
    assert "Within two months nothing like that is free." in text_of(none)
    assert Booking.objects.count() == 1


def test_a_space_first(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, seats=8, name="Kallio")
    spaces.space(lab, seats=8, name="Meri")
    answer = client.get(SEARCH, {"space": room.pk})
    assert "When Kallio is free" in text_of(answer)
    assert "Meri" not in text_of(answer)
    days = [re.search(r"day=([\d-]+)", address) for address in books(answer)]
    assert [day and day.group(1) for day in days] == [
        "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30",
    ]  # fmt: skip
    for odd in ("0", "-1", "x", "9" * 40, "٣", str(2**62)):
        assert client.get(SEARCH, {"space": odd}).status_code == 200


def test_a_guest_sees_the_place_of_her_invitation(client: Client, lab: Site) -> None:
    for site in (lab, personas.other_site()):
        spaces.space(site, name=f"Tila {site.slug}", for_guests=True)
    client.force_login(personas.guest_of("helsinki"))
    answer = client.get(SEARCH, WEDNESDAY)
    assert ("Tila helsinki" in text_of(answer), "vaasa" in text_of(answer)) == (True, False)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"day": ""}, "Choose a day."),
        ({"day": "31.2.2026"}, "Give the day as day, month and year"),
        ({"day": "1026-11-25"}, "Check the year."),
        ({"last": "2026-11-24"}, "The last day must not be before the first."),
        ({"last": "2027-11-24"}, "Look at two months at most."),
        ({"minutes": "0"}, "Give at least 5 minutes"),
        ({"minutes": ""}, "Give the length in minutes."),
        ({"minutes": "9" * 400}, "Give "),
        ({"people": "0"}, "Give the number of people"),
        ({"start": "25"}, "Give the time as hours and minutes"),
        ({"start": "12:00", "end": "11:00"}, "The end must be after the beginning."),
        ({"site": "nowhere"}, "Choose one of the list."),
        ({"layout": "sauna"}, "Choose one of the list."),
        ({"features": "sauna"}, "No space has such a feature."),
        ({"day": "\x00"}, "Give the day"),
    ],
)
def test_a_search_that_cannot_be_says_so_at_its_field(
    client: Client, lab: Site, words: dict[str, str], sentence: str
) -> None:
    spaces.space(lab, seats=8, name="Kallio")
    answer = client.get(SEARCH, WEDNESDAY | words)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "Kallio" not in text_of(answer)
    assert client.post(SEARCH, WEDNESDAY).status_code in {403, 405}
    assert open_day(lab)
