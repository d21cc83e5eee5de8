"""What somebody waits for stands on her start page: offers to answer, and her place in each line."""

import pytest
from django.test import Client

from fiksummin.spaces import actions
from fiksummin.spaces.models import Offer, Site
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import booking
from tests.factories.waiting import exact, offer_of, waiting
from tests.spaces.conftest import lab, tuesday
from tests.spaces.pages import main_of

__all__ = ["lab", "tuesday"]
pytestmark = pytest.mark.usefixtures("tuesday")
TODAY = "/fi/today/"


def test_nothing_waited_for_takes_no_room(cast: Cast, client: Client, lab: Site) -> None:
    client.force_login(cast.member)
    assert "Mitä odotan" not in main_of(client.get(TODAY))


def test_ones_place_in_the_line_and_nobody_elses(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, name="Neuvottelu")
    booking(cast.outsider, room, start="13:00", end="15:00")
    waiting(cast.colleague, exact(room, "13:00", "15:00", title="Salainen"))
    waiting(cast.member, exact(room, "13:00", "15:00"))
    client.force_login(cast.member)
    said = main_of(client.get(TODAY))
    assert "Mitä odotan" in said
    assert "Paikkasi jonossa: 2" in said
    assert "Salainen" not in said


def test_a_held_place_is_accepted_from_there(cast: Cast, client: Client, lab: Site) -> None:
    room = spaces.space(lab, name="Neuvottelu")
    made = booking(cast.outsider, room, start="13:00", end="15:00")
    row = waiting(cast.member, exact(room, "13:00", "15:00"))
    actions.cancel_booking(by=cast.outsider, booking=made)
    offer = offer_of(row)
    assert offer is not None
    client.force_login(cast.member)
    page = client.get(TODAY)
    assert "Vastaa viimeistään" in main_of(page)
    assert f"/fi/offers/{offer.pk}/refusal/" in page.content.decode()
    assert client.post(f"/fi/offers/{offer.pk}/acceptance/").status_code == 303
    assert Offer.objects.get().accepted_at
    assert "Mitä odotan" not in main_of(client.get(TODAY))
    assert "/fi/waitings/" in client.get("/fi/bookings/").content.decode()
