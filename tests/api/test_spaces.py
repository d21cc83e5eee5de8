"""A program finds spaces, what is free, and what a door says."""

from typing import Any

import pytest
import time_machine

from fiksummin.spaces.models import Booking, Site, Space
from tests import personas
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import spaces
from tests.factories.spaces import at, booking, open_day

MONDAY_AT_TEN = "2026-11-23T10:00+02:00"
TUESDAY = {"from": "2026-11-24T00:00+02:00", "to": "2026-11-25T00:00+02:00"}


@pytest.fixture
def monday() -> Any:
    with time_machine.travel(MONDAY_AT_TEN, tick=False):
        yield


@pytest.fixture
def site(monday: None, cast: Cast) -> Site:
    return cast.helsinki


def test_spaces_with_the_same_queries_for_one_and_for_three(
    cast: Cast, site: Site, django_assert_num_queries: Any
) -> None:
    program = program_of(cast.member)
    assert program.get("visits").status_code == 200, "that the token was used is noted once a minute"
    room = spaces.space(
        site,
        seats=8,
        name="Kallio",
        features=("wall",),
        layouts={"board": 8, "theatre": 20},
        approval="holds",
    )
    with django_assert_num_queries(4):
        body = program.get("spaces").json()
    assert body == {"items": [body["items"][0]], "page": 1, "size": 20, "total": 1}
    assert body["items"][0] | {"url": ""} == {
        "id": room.pk, "site": "helsinki", "kind": "room", "name": "Kallio", "description": "", "zone": None,
        "seats": 8, "features": ["wall"], "confidentiality": "open", "buffer_minutes": 0,
        "needs_approval": True, "url": "",
        "layouts": [
            {"kind": "board", "seats": 8, "furniture": "", "features": [], "usual": True},
            {"kind": "theatre", "seats": 20, "furniture": "", "features": [], "usual": False},
        ],
    }  # fmt: skip
    assert program.get(f"spaces/{room.pk}").json() == body["items"][0]
    for place in (site, personas.other_site()):
        spaces.space(place)
    with django_assert_num_queries(4):
        assert program.get("spaces").json()["total"] == 3
    assert program.get("spaces", site="vaasa").json()["total"] == 1
    assert program.get("spaces", site="nowhere").json()["total"] == 0
    Space.objects.filter(pk=room.pk).update(retired_at=at(site, open_day(site), "9:00"))
    assert program.get(f"spaces/{room.pk}").status_code == 404


def test_what_is_free_the_best_first(cast: Cast, site: Site, django_assert_num_queries: Any) -> None:
    for seats in (20, 8):
        spaces.space(site, seats=seats, name=f"{seats}")
    program = program_of(cast.member)
    asked = TUESDAY | {"people": 8, "minutes": 120}
    assert program.get("availability", **asked).status_code == 200
    with django_assert_num_queries(11):
        body = program.get("availability", **asked).json()
    assert body["first_free"] is None
    assert [item["spaces"][0]["name"] for item in body["items"]] == ["8", "20"]
    best = body["items"][0]
    assert best | {"spaces": []} == {
        "site": "helsinki", "start": "2026-11-24T07:00:00+02:00", "end": "2026-11-24T09:00:00+02:00",
        "spaces": [], "reasons": ["fits exactly"],
    }  # fmt: skip
    assert program_of(cast.member).post("bookings", _as_wish(best, people=8)).status_code == 201
    again = program.get("availability", **asked).json()["items"]
    assert [(item["spaces"][0]["name"], item["start"]) for item in again] == [
        ("8", "2026-11-24T09:00:00+02:00"), ("20", "2026-11-24T07:00:00+02:00"),
    ]  # fmt: skip


def _as_wish(answer: dict[str, Any], **words: Any) -> dict[str, Any]:
    places = [{"space": place["space"], "layout": place["layout"]} for place in answer["spaces"]]
    return {"spaces": places, "start": answer["start"], "end": answer["end"], **words}


def test_several_spaces_are_offered_and_booked_together(cast: Cast, site: Site) -> None:
    for name in "AB":
        spaces.space(site, seats=10, name=name)
    program = program_of(cast.member)
    answer = program.get("availability", **TUESDAY, people=18).json()["items"][0]
    assert [place["name"] for place in answer["spaces"]] == ["A", "B"]
    made = program.post("bookings", _as_wish(answer, people=18))
    assert made.status_code == 201, made.content
    assert [place["name"] for place in made.json()["spaces"]] == ["A", "B"]


def test_when_nothing_is_free_the_first_free_time_is_told(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    booking(cast.colleague, room, start="7:00", end="20:00")
    program = program_of(cast.member)
    body = program.get("availability", **TUESDAY).json()
    assert body["items"] == []
    assert (body["first_free"]["start"], body["first_free"]["spaces"][0]["name"]) == (
        "2026-11-25T07:00:00+02:00", "Kallio",
    )  # fmt: skip
    body = program.get("availability", **TUESDAY, people=9).json()
    assert body == {"items": [], "first_free": None}


def test_all_that_can_be_asked_for(cast: Cast, site: Site) -> None:
    spaces.space(site, seats=8, name="Kallio", features=("wall", "screen"), layouts={"board": 8, "circle": 6})
    spaces.space(site, seats=8, name="Meri", kind="booth")
    program = program_of(cast.member)

    def names(**asked: Any) -> set[str]:
        answer = program.get("availability", **TUESDAY, **asked)
        assert answer.status_code == 200, answer.content
        return {item["spaces"][0]["name"] for item in answer.json()["items"]}

    assert names() == {"Kallio", "Meri"}
    assert names(features=["wall", "screen"]) == names(layout="circle") == {"Kallio"}
    assert names(kind="booth") == {"Meri"}
    assert names(site=["helsinki"]) == {"Kallio", "Meri"}
    assert names(space=10**9) == names(earliest="19:30") == names(latest="07:30") == set()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"from": "2026-11-24"}, "from"),
        ({"to": "2026-11-24T00:00+02:00"}, ""),
        ({"to": "2027-11-24T00:00+02:00"}, ""),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 10**30}, "minutes"),
        ({"people": 0}, "people"),
        ({"site": "nowhere"}, "site"),
        ({"features": "sauna"}, "0"),
        ({"layout": "sauna"}, "layout"),
        ({"earliest": "25:00"}, "earliest"),
        ({"earliest": "9"}, "earliest"),
        ({"latest": "09:00+02:00"}, "latest"),
        ({"rooms": 2}, "rooms"),
    ],
)
def test_a_question_that_cannot_be_is_refused(cast: Cast, site: Site, asked: Any, field: str) -> None:
    answer = program_of(cast.member).get("availability", **(TUESDAY | asked))
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_who_may_not_use_it_is_not_offered_it(cast: Cast, site: Site) -> None:
    spaces.space(site, seats=8, name="Virka", for_partners=False, for_guests=False)
    spaces.space(site, seats=8, name="Kaikki", for_guests=True)
    spaces.space(personas.other_site(), seats=8, name="Muualla", for_guests=True)

    def names(person: Any) -> set[str]:
        items = program_of(person).get("availability", **TUESDAY).json()["items"]
        return {item["spaces"][0]["name"] for item in items}

    assert names(cast.member) == {"Virka", "Kaikki", "Muualla"}
    assert names(cast.partner) == {"Kaikki", "Muualla"}
    cast.partner.organisation.agreements.update(places=["vaasa"])
    assert names(cast.partner) == {"Muualla"}
    assert names(personas.guest_of("helsinki")) == {"Kaikki"}


def test_a_timeline_tells_nothing_of_anybody(cast: Cast, site: Site) -> None:
    hall = spaces.hall(site)
    booking(cast.colleague, hall["A"], start="9:00", end="10:00", title="Salainen", note="kanaria")
    made = booking(cast.colleague, hall["BC"], start="11:00", end="12:00", title="Avoin aamu")
    Booking.objects.filter(pk=made.pk).update(is_public=True)
    program = program_of(cast.outsider)
    answer = program.get(f"spaces/{hall['ABC'].pk}/timeline", **TUESDAY)
    assert answer.json() == {
        "space": hall["ABC"].pk,
        "name": "Sali",
        "taken": [
            {"start": "2026-11-24T09:00:00+02:00", "end": "2026-11-24T10:00:00+02:00", "title": ""},
            {"start": "2026-11-24T11:00:00+02:00", "end": "2026-11-24T12:00:00+02:00", "title": "Avoin aamu"},
        ],
    }
    every = program.get("sites/helsinki/timeline", **TUESDAY)
    by_name = {item["name"]: len(item["taken"]) for item in every.json()["items"]}
    assert by_name == {"Sali": 2, "Sali A": 1, "Sali B": 1, "Sali C": 1, "Sali AB": 2, "Sali BC": 1}
    for private in ("Salainen", "kanaria", str(cast.colleague), str(cast.colleague.email)):
        assert private.encode() not in answer.content + every.content
    assert program.get("spaces/999999/timeline", **TUESDAY).status_code == 404
    assert program.get("sites/helsinki/timeline").status_code == 200


def test_what_the_doors_say(cast: Cast, site: Site) -> None:
    room = spaces.space(site, seats=8, name="Kallio")
    spaces.space(site, seats=8, name="Meri")
    day = open_day(site, 0)
    for start, end, title in (
        ("9:30", "11:00", "Salainen"),
        ("11:00", "12:00", ""),
        ("14:00", "15:00", "Avoin"),
    ):
        made = booking(cast.colleague, room, after=0, start=start, end=end, title=title)
        Booking.objects.filter(pk=made.pk, title="Avoin").update(is_public=True)
    answer = program_of(cast.outsider).get("sites/helsinki/sign")
    body = answer.json()
    assert (body["site"], body["at"]) == (
        "helsinki",
        at(site, day, "10:00").astimezone(site.zone).isoformat(),
    )
    assert [{**item, "space": 0} for item in body["items"]] == [
        {
            "space": 0, "name": "Kallio", "state": "taken", "until": "2026-11-23T12:00:00+02:00", "title": "",
            "next_start": "2026-11-23T11:00:00+02:00", "next_title": "",
        },
        {
            "space": 0, "name": "Meri", "state": "free", "until": "2026-11-23T20:00:00+02:00", "title": "",
            "next_start": None, "next_title": "",
        },
    ]  # fmt: skip
    assert b"Salainen" not in answer.content
    with time_machine.travel("2026-11-23T12:00+02:00", tick=False):
        kallio = program_of(cast.outsider).get("sites/helsinki/sign").json()["items"][0]
    assert (kallio["state"], kallio["until"], kallio["next_title"]) == (
        "free", "2026-11-23T14:00:00+02:00", "Avoin",
    )  # fmt: skip
    with time_machine.travel("2026-11-28T12:00+02:00", tick=False):
        kallio = program_of(cast.outsider).get("sites/helsinki/sign").json()["items"][0]
    assert (kallio["state"], kallio["until"]) == ("free", None), "closed on Saturday"
