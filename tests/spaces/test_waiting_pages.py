"""The pages of queues and offers, and the same by the API."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Offer, Site, Space, Waiting
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day
from tests.factories.waiting import exact, offer_of, waiting, within
from tests.spaces.pages import errors_of, forms_of, main_of, queries_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
NEW = "/fi/sites/helsinki/waitings/new/"


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(cast: Cast, site: Site) -> Space:
    """Booked by the member tomorrow from nine to twelve."""
    made = spaces.space(
        site, seats=8, features=("wall",), name="Neuvottelu", layouts={"board": 8, "theatre": 20}
    )
    booking(cast.member, made)
    return made


def given(room: Space, **words: Any) -> dict[str, Any]:
    day = open_day(room.site).isoformat()
    return {
        "space": str(room.pk),
        "day": day,
        "start": "09:00",
        "end": "12:00",
        "people": "2",
        "key": "k",
    } | words


# --- Joining -----------------------------------------------------------------------------------------------


def test_the_form_is_filled_by_the_address_and_sent_once(cast: Cast, room: Space) -> None:
    client, day = signed_in(cast.colleague), open_day(room.site)
    layout = room.layouts.get(kind="theatre")
    page = client.get(
        f"{NEW}?day={day}&start=09:00&end=12:00&people=2&space={room.pk}&layout={layout.pk}&features=wall"
    )
    form = forms_of(page)[0]
    assert (form["day"], form["start"], form["end"], form["people"], form["minutes"]) == (
        day.isoformat(), "09:00", "12:00", "2", "",
    )  # fmt: skip
    assert re.search(rf'<option value="{room.pk}-{layout.pk}" selected>', page.content.decode())
    assert re.search(r'value="wall"[^>]*checked', page.content.decode())
    sent = given(room, space=f"{room.pk}-{layout.pk}", people="15", features=["wall"])
    answers = [client.post(NEW, sent) for _press in range(2)]
    row = Waiting.objects.get()
    assert [(a.status_code, a["Location"]) for a in answers] == [(303, f"/fi/waitings/{row.pk}/")] * 2
    assert (row.layout, row.minutes, row.people, row.features) == (layout, 180, 15, ["wall"])
    assert Entry.objects.filter(fact="spaces.QueueJoined").count() == 1


def test_several_mornings_by_the_wall_clock(cast: Cast, site: Site, room: Space) -> None:
    booking(cast.member, room, start="7:00", end="8:00", after=2)
    first, last = open_day(site), open_day(site, 2)
    sent = given(room, space="", last=last.isoformat(), start="8:00", end="10:00", minutes="", people="8")
    Space.objects.exclude(pk=room.pk).update(retired_at=now())
    booking(cast.member, room, start="7:00", end="9:00")
    booking(cast.member, room, start="8:00", end="10:00", after=2)
    assert signed_in(cast.outsider).post(NEW, sent).status_code == 303
    row = Waiting.objects.get()
    assert (row.window_starts_at, row.window_ends_at) == (at(site, first, "8:00"), at(site, last, "10:00"))
    assert (row.minutes, f"{row.day_from:%H:%M}", f"{row.day_until:%H:%M}") == (120, "08:00", "10:00")


def test_what_is_free_is_shown_to_be_booked(cast: Cast, room: Space) -> None:
    page = signed_in(cast.outsider).post(NEW, given(room, start="13:00", end="14:00"))
    assert (page.status_code, errors_of(page)) == (409, {"": "Sopiva paikka on vapaana. Varaa se."})
    day = open_day(room.site)
    address = f"/fi/sites/helsinki/bookings/new/?space={room.pk}&amp;day={day}&amp;start=13%3A00&amp;end=14%3A00&amp;people=2"
    assert address in page.content.decode()
    assert Waiting.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "errors"),
    [
        ({"people": "0"}, {"people": "Varauksessa on oltava vähintään yksi ihminen."}),
        ({"people": "99"}, {"people": "Toimipisteessä ei ole tilaa, johon mahtuisi näin monta ja jossa olisi kaikki toivomasi."}),
        ({"minutes": "x"}, {"minutes": "Anna minuutit numeroin, esimerkiksi 60."}),
        ({"minutes": "3"}, {"minutes": "Varaus kestää vähintään 5 minuuttia."}),
        ({"minutes": "999999999999"}, {"minutes": "Aika, jonka sisällä tulisit, on varausta lyhyempi."}),
        ({"space": "9999"}, {"space": "Tässä toimipisteessä ei ole sellaista tilaa."}),
        ({"space": "1-1-1"}, {"space": "Tässä toimipisteessä ei ole sellaista tilaa."}),
        ({"features": ["sauna"]}, {"features": "Missään tilassa ei ole tällaista ominaisuutta."}),
        ({"end": "08:00"}, {"end": "Päättymisajan on oltava alkamisajan jälkeen."}),
        ({"day": "2026-11-23"}, {"day": "Tämä aika on jo mennyt."}),
        ({"day": "0001-01-01"}, {"day": "Tarkista vuosi."}),
        ({"last": "9999-12-31"}, {"last": "Tarkista vuosi."}),
        ({"last": "2026-11-20"}, {"end": "Päättymisajan on oltava alkamisajan jälkeen."}),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_is_told_at_its_field_and_stays(
    cast: Cast, room: Space, words: dict[str, Any], errors: dict[str, str]
) -> None:
    page = signed_in(cast.colleague).post(NEW, given(room, title="Työpaja <3") | words)
    found = errors_of(page)
    assert (page.status_code, list(found)) == (422, list(errors))
    assert found == errors
    form = forms_of(page)[0]
    assert form["title"] == "Työpaja <3"
    assert {
        name: value for name, value in words.items() if name not in {"space", "features"}
    }.items() <= form.items()
    assert Waiting.objects.count() == 0


def test_a_time_that_the_clock_skips(cast: Cast, room: Space) -> None:
    sent = given(room, day="2027-03-28", start="03:30", end="05:00")
    page = signed_in(cast.colleague).post(NEW, sent)
    assert (page.status_code, list(errors_of(page))) == (422, ["start"])


# --- Standing in line, and answering -----------------------------------------------------------------------


def test_the_list_tells_where_one_stands(cast: Cast, room: Space) -> None:
    client = signed_in(cast.colleague)
    assert "Et ole jonossa" in main_of(client.get("/fi/waitings/"))
    waiting(cast.outsider, exact(room))
    row = waiting(cast.colleague, exact(room))
    assert "Paikkasi jonossa: 2" in main_of(client.get("/fi/waitings/"))
    one = queries_of(client, "/fi/waitings/")
    for hour in (9, 10):
        waiting(cast.colleague, exact(room, f"{hour}:00", f"{hour}:30"))
    assert queries_of(client, "/fi/waitings/") == one
    page = main_of(client.get(f"/fi/waitings/{row.pk}/"))
    assert "Paikkasi jonossa: 2" in page
    assert "Kun sopiva paikka vapautuu, sitä tarjotaan ensin ennen sinua oleville." in page
    answers = [client.post(f"/fi/waitings/{row.pk}/leaving/") for _press in range(2)]
    assert [answer["Location"] for answer in answers] == ["/fi/waitings/", f"/fi/waitings/{row.pk}/"]
    assert Entry.objects.filter(fact="spaces.QueueLeft").count() == 1
    assert "Poistui jonosta" in main_of(client.get("/fi/waitings/"))


def test_who_is_passed_over_reads_why(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=4, ahead_per_person=1)
    booking(cast.member, room)
    row = waiting(cast.colleague, exact(room))
    client = signed_in(cast.colleague)
    assert "Toistaiseksi" not in main_of(client.get(f"/fi/waitings/{row.pk}/"))
    booking(cast.colleague, room, start="13:00", end="14:00")
    assert "Toistaiseksi paikat menevät sinun jälkeesi tuleville:" in main_of(
        client.get(f"/fi/waitings/{row.pk}/")
    )


@pytest.fixture
def offer(cast: Cast, room: Space) -> Offer:
    """The colleague's."""
    row = waiting(cast.colleague, exact(room))
    actions.cancel_booking(by=cast.member, booking=Booking.objects.get())
    found = offer_of(row)
    assert found is not None
    return found


def test_accepted_by_one_press_however_often(cast: Cast, offer: Offer) -> None:
    client, page = signed_in(cast.colleague), f"/fi/offers/{offer.pk}/"
    assert "Vastaa viimeistään tänään klo 13.05." in main_of(client.get(page))
    assert client.get(f"/fi/bookings/{offer.booking_id}/").status_code == 404
    answers = [client.post(f"{page}acceptance/") for _press in range(2)]
    assert [(a.status_code, a["Location"]) for a in answers] == [
        (303, f"/fi/bookings/{offer.booking_id}/")
    ] * 2
    assert client.get(f"/fi/bookings/{offer.booking_id}/").status_code == 200
    assert Entry.objects.filter(fact="spaces.OfferAccepted").count() == 1
    assert "Olet jo ottanut paikan." in main_of(client.get(page))
    refused = client.post(f"{page}refusal/")
    assert refused.status_code == 409


def test_declined_by_one_press_however_often(cast: Cast, offer: Offer) -> None:
    client, page = signed_in(cast.colleague), f"/fi/offers/{offer.pk}/refusal/"
    assert "stay" not in forms_of(client.get(page))[0], "of an exact time nothing is left to wait for"
    answers = [client.post(page) for _press in range(2)]
    assert [a["Location"] for a in answers] == [f"/fi/waitings/{offer.waiting_id}/"] * 2
    assert Entry.objects.filter(fact="spaces.OfferDeclined").count() == 1
    assert "Olet jo kieltäytynyt paikasta." in main_of(client.get(f"/fi/offers/{offer.pk}/"))
    assert client.post(f"/fi/offers/{offer.pk}/acceptance/").status_code == 409


def test_too_late(cast: Cast, offer: Offer) -> None:
    with time_machine.travel(offer.answer_due_at, tick=False):
        client = signed_in(cast.colleague)
        answer = client.post(f"/fi/offers/{offer.pk}/acceptance/")
        assert (answer.status_code, "Vastausaika päättyi" in text_of(answer)) == (409, True)
    assert Offer.objects.open().count() == 1


def test_a_stranger_knows_neither(cast: Cast, offer: Offer) -> None:
    for who in (cast.outsider, cast.host, cast.owner):
        client = signed_in(who)
        for path in (
            f"waitings/{offer.waiting_id}/",
            f"waitings/{offer.waiting_id}/leaving/",
            f"offers/{offer.pk}/",
        ):
            assert client.get(f"/fi/{path}").status_code == 404
        for path in (f"offers/{offer.pk}/acceptance/", f"offers/{offer.pk}/refusal/"):
            assert client.post(f"/fi/{path}").status_code == 404
    assert Offer.objects.open().count() == 1


# --- The API -------------------------------------------------------------------------------------------------


def asked(room: Space, **words: Any) -> dict[str, Any]:
    wish = exact(room)
    return {
        "site": "helsinki", "space": room.pk, "start": wish.start.isoformat(), "end": wish.end.isoformat(),
        "minutes": wish.minutes,
    } | words  # fmt: skip


def test_joined_by_a_program_once(cast: Cast, room: Space) -> None:
    program = program_of(cast.colleague)
    answers = [program.post("waitings", asked(room, title="Sprintti"), key="k") for _again in range(2)]
    row = Waiting.objects.get()
    assert [answer.status_code for answer in answers] == [201, 201]
    body = answers[0].json()
    assert (body["id"], body["position"], body["state"], body["offer"], body["minutes"]) == (
        row.pk, 1, "waiting", None, 180,
    )  # fmt: skip
    assert body["start"] == "2026-11-25T09:00:00+02:00"
    assert program.post("waitings", asked(room)).status_code == 422, "she waits for this already"
    actions.cancel_booking(by=cast.member, booking=Booking.objects.get())
    [item] = program.get("waitings").json()["items"]
    assert (item["state"], item["offer"]["spaces"]) == ("offered", [room.pk])
    assert item["offer"]["answer_by"] == "2026-11-24T13:05:00+02:00"
    assert program_of(cast.outsider).get("waitings").json()["items"] == []


def test_what_is_free_is_a_conflict_with_the_place(cast: Cast, room: Space) -> None:
    free = within(room.site, "13:00", "14:00")
    answer = program_of(cast.colleague).post(
        "waitings", asked(room, start=free.start.isoformat(), end=free.end.isoformat(), minutes=60)
    )
    assert answer.status_code == 409
    [other] = answer.json()["alternatives"]
    assert other["start"] == "2026-11-25T13:00:00+02:00"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"site": "nowhere"}, "site"),
        ({"space": 10**30}, "space"),
        ({"space": -1}, "space"),
        ({"space": "1"}, "space"),
        ({"layout": 10**6}, "layout"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 10**12}, "minutes"),
        ({"people": -1}, "people"),
        ({"features": ["sauna"]}, "features"),
        ({"features": ["wall"] * 99}, "features"),
        ({"day_from": "25:00"}, "day_from"),
        ({"day_until": "8"}, "day_until"),
        ({"start": "2026-11-25T09:00"}, "start"),
        ({"price": 1}, "price"),
        ({"title": "\x00"}, "title"),
    ],
)
def test_a_program_hears_what_is_wrong(cast: Cast, room: Space, words: dict[str, Any], field: str) -> None:
    answer = program_of(cast.colleague).post("waitings", asked(room, **words))
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])
    assert Waiting.objects.count() == 0


def test_the_queue_asks_the_same_for_one_and_for_three(cast: Cast, room: Space) -> None:
    program = program_of(cast.colleague)
    waiting(cast.colleague, exact(room))
    counts = []
    for hour in (9, 10):
        with time_machine.travel(now() + timedelta(seconds=hour), tick=False):
            counts.append(len(program.get("waitings").json()["items"]))
            waiting(cast.colleague, exact(room, f"{hour}:00", f"{hour}:30"))
    assert counts == [1, 2]
