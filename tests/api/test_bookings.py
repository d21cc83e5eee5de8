"""A program books, reads, changes and cancels, by the same rules as the pages."""

import json
from typing import Any

import pytest

from fiksummin.people.choices import Scope
from fiksummin.spaces.models import Booking, Claim, Site, Space
from tests import personas
from tests.api.conftest import Program, program_of
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, name="Kallio", layouts={"board": 8, "theatre": 20})


@pytest.fixture
def asked(site: Site, room: Space) -> dict[str, Any]:
    """A booking of the room on the next open day from nine to eleven."""
    day = open_day(site)
    times = {name: at(site, day, clock).isoformat() for name, clock in (("start", "9:00"), ("end", "11:00"))}
    return {"space": room.pk, "people": 4, "title": "Tiimipäivä", "note": "kanaria", **times}


def change(program: Program, number: int, body: dict[str, Any], key: str = "") -> Any:
    headers = {"idempotency-key": key} if key else {}
    return program._client.patch(
        f"/api/v1/bookings/{number}", json.dumps(body), content_type="application/json", headers=headers
    )


def test_a_booking_is_made_and_read_again(cast: Cast, room: Space, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    answer = program.post("bookings", asked | {"layout": "theatre", "visibility": "public"})
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert body | {"id": 0, "url": "", "start": "", "end": ""} == {
        "id": 0, "site": "helsinki", "start": "", "end": "", "extra_seats": 0, "people": 4,
        "spaces": [{"space": room.pk, "name": "Kallio", "layout": "theatre", "changeover_minutes": 30}],
        "title": "Tiimipäivä", "visibility": "public", "note": "kanaria", "state": "booked",
        "answer_due_at": None, "sequence": 0, "url": "",
    }  # fmt: skip
    assert body["start"][-6:] in {"+02:00", "+03:00"}, "the site's own clock"
    assert answer["Location"] == f"/api/v1/bookings/{body['id']}"
    assert program.get(f"bookings/{body['id']}").json() == body
    assert program.get("bookings").json() == {"items": [body], "page": 1, "size": 20, "total": 1}


def test_lists_cost_the_same_for_one_and_for_three(
    cast: Cast, room: Space, django_assert_num_queries: Any
) -> None:
    program = program_of(cast.member)
    assert program.get("visits").status_code == 200, "that the token was used is noted once a minute"
    for number in range(3):
        booking(cast.member, room, start=f"{9 + 2 * number}:00", end=f"{10 + 2 * number}:00")
        if number in {0, 2}:
            with django_assert_num_queries(5):
                assert program.get("bookings").json()["total"] == number + 1


def test_who_is_slower_is_offered_what_else_is_free(
    cast: Cast, site: Site, room: Space, asked: dict[str, Any]
) -> None:
    spaces.space(site, seats=9, name="Meri")
    spaces.space(personas.other_site(), seats=8, name="Ranta")
    assert program_of(cast.colleague).post("bookings", asked).status_code == 201
    program = program_of(cast.member)
    answer = program.post("bookings", asked)
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    others = answer.json()["alternatives"]
    assert [(other["site"], other["spaces"][0]["name"]) for other in others] == [
        ("helsinki", "Kallio"), ("helsinki", "Meri"), ("vaasa", "Ranta"),
    ]  # fmt: skip
    assert all(other["reasons"] for other in others)
    for other in others:
        places = [{"space": place["space"], "layout": place["layout"]} for place in other["spaces"]]
        wish = {"spaces": places, "start": other["start"], "end": other["end"]}
        assert program.post("bookings", wish).status_code == 201
    cast.partner.organisation.agreements.update(places=["helsinki"])
    offered = program_of(cast.partner).post("bookings", asked).json()["alternatives"]
    assert {other["site"] for other in offered} == {"helsinki"}, "only what she may book"


def test_a_preview_books_nothing(cast: Cast, room: Space, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    answer = program.post("bookings/preview", asked | {"layout": "theatre"})
    assert (answer.status_code, answer.json()["spaces"][0]["changeover_minutes"]) == (200, 30), answer.content
    assert (Booking.objects.count(), Claim.objects.count()) == (0, 0)
    booking(cast.colleague, room)
    refused = program.post("bookings/preview", asked)
    assert (refused.status_code, len(refused.json()["alternatives"])) == (409, 3)
    assert program.post("bookings/preview", asked | {"people": 99}).status_code == 422


def test_what_is_not_named_stays(cast: Cast, site: Site, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    made = program.post("bookings", asked).json()
    later = at(site, open_day(site), "12:00").astimezone(site.zone).isoformat()
    answer = change(program, made["id"], {"end": later, "visibility": "public"})
    assert (answer.status_code, answer.json()) == (
        200, made | {"end": later, "visibility": "public", "sequence": 1},
    )  # fmt: skip
    assert change(program, made["id"], {}).status_code == 200
    assert change(program, made["id"], {"layout": "theatre"}).status_code == 422, "of which space?"
    moved = change(program, made["id"], {"space": asked["space"], "layout": "theatre"})
    assert moved.json()["spaces"][0]["layout"] == "theatre"
    booking(cast.colleague, Space.objects.get(), start="14:00", end="15:00")
    refused = change(program, made["id"], {"end": at(site, open_day(site), "14:30").isoformat()})
    assert refused.status_code == 409
    assert program.get(f"bookings/{made['id']}").json() == moved.json()


def test_cancelling_gives_the_space_back(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    number = program.post("bookings", asked).json()["id"]
    answer = program.post(f"bookings/{number}/cancellation", {"reason": "Siirtyi"})
    assert (answer.status_code, answer.json()["state"], answer.json()["sequence"]) == (200, "cancelled", 1)
    assert (Booking.objects.get().reason, Claim.objects.count()) == ("Siirtyi", 0)
    again = program.post(f"bookings/{number}/cancellation")
    assert (again.status_code, again.json()["detail"]) == (409, "The booking has been cancelled already.")


def test_the_same_key_has_one_effect_and_one_answer(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    first, second = (program.post("bookings", asked, key="k-1") for _time in range(2))
    assert (first.status_code, second.status_code, first.json()) == (201, 201, second.json())
    assert (second["Idempotent-Replay"], second["Location"]) == ("true", first["Location"])
    assert program.post("bookings", asked | {"people": 5}, key="k-1").status_code == 422
    number = first.json()["id"]
    changed = [change(program, number, {"people": 6}, key="k-2").json()["sequence"] for _time in range(2)]
    gone = [program.post(f"bookings/{number}/cancellation", key="k-3").json()["sequence"] for _t in range(2)]
    assert (changed, gone, Booking.objects.count()) == ([1, 1], [2, 2], 1)


def test_strangers_find_nothing(cast: Cast, asked: dict[str, Any]) -> None:
    number = program_of(cast.member).post("bookings", asked).json()["id"]
    for stranger in (cast.colleague, cast.outsider, personas.other_host(), cast.editor):
        program = program_of(stranger)
        answers = [
            program.get(f"bookings/{number}"),
            change(program, number, {"people": 2}),
            program.post(f"bookings/{number}/cancellation"),
            program.get("bookings"),
        ]
        assert [answer.status_code for answer in answers] == [404, 404, 404, 200]
        assert b"kanaria" not in b"".join(answer.content for answer in answers)
    assert program_of(cast.host).get(f"bookings/{number}").json()["note"] == "kanaria"
    reader = program_of(cast.member, scope=Scope.READ)
    for refused in (
        reader.post("bookings", asked),
        reader.post("bookings/preview", asked),
        change(reader, number, {"people": 2}),
        reader.post(f"bookings/{number}/cancellation"),
    ):
        assert (refused.status_code, refused.json()["detail"]) == (403, "This token may only read.")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"space": None}, "space"),
        ({"space": 10**9}, "space"),
        ({"space": 10**40}, "space"),
        ({"space": -1}, "space"),
        ({"space": "1"}, "space"),
        ({"spaces": [{"space": 1}]}, ""),
        ({"layout": "lounge"}, "layout"),
        ({"layout": "sauna"}, "layout"),
        ({"people": 9}, "people"),
        ({"people": 0}, "people"),
        ({"people": 10**40}, "people"),
        ({"people": 1.5}, "people"),
        ({"title": "x" * 121}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"note": "x" * 1001}, "note"),
        ({"visibility": "secret"}, "visibility"),
        ({"extra_seats": -1}, "extra_seats"),
        ({"start": "2026-11-24T09:00"}, "start"),
        ({"end": "2020-01-07T09:00+02:00"}, "end"),
        ({"start": "2199-01-07T09:00+02:00", "end": "2199-01-07T10:00+02:00"}, "start"),
        ({"price": 5}, "price"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_with_its_field(
    cast: Cast, asked: dict[str, Any], words: dict[str, Any], field: str
) -> None:
    answer = program_of(cast.member).post("bookings", asked | words)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json"), answer.content
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert not Booking.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff\xfe"])
def test_a_body_that_is_no_wish_is_refused(cast: Cast, body: bytes) -> None:
    for path in ("bookings", "bookings/preview"):
        answer = program_of(cast.member).post(path, body)
        assert (answer.status_code in {400, 422}, answer["Content-Type"]) == (
            True,
            "application/problem+json",
        )


def test_who_may_not_book_hears_why(cast: Cast, site: Site, asked: dict[str, Any]) -> None:
    cast.partner.organisation.agreements.update(places=["vaasa"])
    partner = program_of(cast.partner).post("bookings", asked)
    assert (partner.status_code, "does not cover this site" in partner.json()["detail"]) == (403, True)
    guest = program_of(personas.guest_of("helsinki")).post("bookings", asked)
    assert (guest.status_code, "not for those who come as you do" in guest.json()["detail"]) == (403, True)
