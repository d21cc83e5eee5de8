"""Letters to those who wait: what is held for them, until when, and that it is over."""

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast as typed

import pytest
import time_machine

from fiksummin.core.models import Letter
from fiksummin.core.time import now
from fiksummin.core.worker import run_errands
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Site, Space
from tests.cast import Cast
from tests.factories import people, spaces
from tests.factories.spaces import booking
from tests.factories.waiting import exact, offer_of, waiting, within
from tests.spaces.pages import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, features=("wall",), name="Neuvottelu")


# --- Letters ------------------------------------------------------------------------------------------------


def letters() -> list[EmailMessage]:
    run_errands(now())
    found = Letter.objects.filter(key__regex="^(offer|waiting)-").order_by("id")
    return [typed(EmailMessage, message_from_bytes(bytes(row.content), policy=policy.SMTP)) for row in found]


def said(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_the_letter_of_an_offer_says_until_when(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room, start="13:00", end="15:00")
    reader = people.person(language="fi")
    row = waiting(reader, exact(room, "13:00", "15:00"))
    actions.cancel_booking(by=cast.member, booking=made)
    offer = offer_of(row)
    assert offer is not None
    [letter] = letters()
    assert (letter["To"], letter["Subject"]) == (
        reader.email,
        "Sinulle pidetään paikkaa: Toimipiste helsinki",
    )
    assert said(letter) == (
        "Paikka, jota odotat, on vapautunut. Sitä pidetään sinulle, kunnes vastaat tai vastausaika päättyy.\n\n"
        "Keskiviikkona 25.11.2026 klo 13–15\n"
        "Neuvottelu\n"
        "Toimipiste helsinki, Esimerkkikatu 5, 00100 Helsinki\n\n"
        "Vastaa viimeistään tiistaina 24.11.2026 klo 13.05.\n\n"
        "Ota paikka tai kieltäydy siitä:\n"
        f"http://localhost:8000/fi/offers/{offer.pk}/\n\n"
        "Fiksummin\n"
    )


def test_letters_of_a_lapse_and_of_the_end(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    swedish, english = people.person(language="sv"), people.person(language="en")
    waiting(swedish, exact(room))
    late = waiting(english, within(room.site, "9:00", "12:00", minutes=120), room.site)
    actions.cancel_booking(by=cast.member, booking=made)
    with time_machine.travel(MORNING + timedelta(hours=4), tick=False):
        actions.lapse_offers(at=now())
        assert {(letter["To"], letter["Subject"]) for letter in letters()} == {
            (english.email, "A place is held for you: Toimipiste helsinki"),
            (swedish.email, "Platsen som hölls åt dig gick till nästa i kön: Toimipiste helsinki"),
        }
        offer = offer_of(late)
        assert offer is not None
        actions.decline_offer(by=english, offer=offer, stay=True)
    with time_machine.travel(late.window_ends_at, tick=False):
        actions.end_waiting(at=now())
        assert letters()[-1]["Subject"] == "No place was free: Toimipiste helsinki"
        assert letters()[-1]["To"] == english.email


def test_no_letter_of_an_offer_that_was_answered_meanwhile(cast: Cast, room: Space) -> None:
    made = booking(cast.member, room)
    row = waiting(cast.outsider, exact(room))
    actions.cancel_booking(by=cast.member, booking=made)
    actions.leave_queue(by=cast.outsider, waiting=row)
    assert letters() == []


def test_whoever_waits_for_a_space_out_of_use_hears_what_else_is_free(cast: Cast, room: Space) -> None:
    """Nothing is left waiting for what cannot come; who would take any space waits on."""
    made = booking(cast.member, room, start="13:00", end="15:00")
    reader = people.person(language="fi")
    row = waiting(reader, exact(room, "13:00", "15:00"))
    anything = waiting(people.person(), replace(exact(room, "13:00", "15:00"), space=None), room.site)
    other = spaces.space(room.site, seats=8, name="Toinen")
    Booking.objects.filter(pk=made.pk).update(cancelled_at=now(), hold=None)
    actions.retire_space(by=cast.manager, space=room)
    row.refresh_from_db()
    anything.refresh_from_db()
    assert (row.reason, anything.ended_at) == ("retired", None)
    [letter] = [one for one in letters() if one["To"] == reader.email]
    assert letter["Subject"] == "Tila, jota odotit, on poistettu käytöstä: Toimipiste helsinki"
    assert "Nämä ovat sen sijaan vapaina:" in said(letter)
    assert "Toinen, " in said(letter)
    assert f"/bookings/new/?space={other.pk}" in said(letter)
    actions.retire_space(by=cast.manager, space=room)
    assert len([one for one in letters() if one["To"] == reader.email]) == 1
