"""A program asks when a site is open and what is free."""

from typing import Any

import pytest
import time_machine

from fiksummin.spaces.models import SpecialDay
from tests import personas
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import spaces

MONDAY_AT_TEN = "2026-11-23T10:00+02:00"


@time_machine.travel(MONDAY_AT_TEN, tick=False)
def test_an_open_site(cast: Cast) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    body = program_of(cast.member).get("sites/helsinki").json()
    hours = [{"weekday": day, "opens": "07:00", "closes": "20:00"} for day in range(5)]
    assert body | {"url": ""} == {
        "slug": "helsinki",
        "name": "Toimipiste helsinki",
        "kind": "lab",
        "address": "Esimerkkikatu 5, 00100 Helsinki",
        "timezone": "Europe/Helsinki",
        "seats": 10,
        "open_now": True,
        "closes_at": "2026-11-23T20:00:00+02:00",
        "next_open": "2026-11-24T07:00:00+02:00",
        "closed_because": "",
        "hours": hours,
        "url": "",
    }
    assert body["url"].endswith("/en/sites/helsinki/")


@time_machine.travel("2026-12-06T10:00+02:00", tick=False)
def test_a_site_closed_for_a_feast(cast: Cast) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    body = program_of(cast.member, language="sv").get("sites/helsinki").json()
    assert body["address"] == "Esimerkkikatu 5, 00100 Helsingfors"
    assert (body["open_now"], body["closes_at"]) == (False, None)
    assert body["next_open"] == "2026-12-07T07:00:00+02:00"
    assert body["closed_because"] == "självständighetsdagen"


@time_machine.travel("2027-03-26T12:00+02:00", tick=False)
def test_offsets_follow_summer_time(cast: Cast) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    assert program_of(cast.member).get("sites/helsinki").json()["next_open"] == "2027-03-30T07:00:00+03:00"


@time_machine.travel(MONDAY_AT_TEN, tick=False)
def test_sites_in_pages_with_the_same_queries_for_one_and_for_three(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    program = program_of(cast.member)
    cast.helsinki  # noqa: B018 -- the site is there
    assert program.get("visits").status_code == 200, "that the token was used is noted once a minute"
    with django_assert_num_queries(5):
        assert program.get("sites").json()["total"] == 1
    personas.other_site()
    spaces.site(position=1)
    with django_assert_num_queries(5):
        body = program.get("sites").json()
    assert sorted(site["seats"] for site in body["items"]) == [4, 10, 10]
    pages = [program.get("sites", size=1, page=page).json()["items"] for page in (1, 2, 3, 4)]
    assert [site for page in pages for site in page] == body["items"]


@time_machine.travel(MONDAY_AT_TEN, tick=False)
def test_a_day_with_what_is_free(cast: Cast) -> None:
    spaces.visit(cast.member, cast.helsinki, day=spaces.open_day(cast.helsinki), people=4)
    body = program_of(cast.outsider).get("sites/helsinki/days/2026-11-24").json()
    assert body == {
        "site": "helsinki",
        "date": "2026-11-24",
        "state": "open",
        "reason": "",
        "opens_at": "2026-11-24T07:00:00+02:00",
        "closes_at": "2026-11-24T20:00:00+02:00",
        "seats": 10,
        "free_all_day": 6,
        "free": [
            {"start": "2026-11-24T07:00:00+02:00", "end": "2026-11-24T09:00:00+02:00", "free": 10},
            {"start": "2026-11-24T09:00:00+02:00", "end": "2026-11-24T15:00:00+02:00", "free": 6},
            {"start": "2026-11-24T15:00:00+02:00", "end": "2026-11-24T20:00:00+02:00", "free": 10},
        ],
    }


@time_machine.travel(MONDAY_AT_TEN, tick=False)
def test_states_of_a_day(cast: Cast) -> None:
    SpecialDay.objects.create(site=cast.helsinki, date="2026-11-25", reason_fi="Muutto", reason_en="Moving")
    spaces.visit(cast.member, cast.helsinki, start="7:00", end="20:00", people=10)
    program = program_of(cast.outsider)
    days = {day: program.get(f"sites/helsinki/days/2026-11-{day}").json() for day in (20, 23, 24, 25, 28)}
    assert {day: body["state"] for day, body in days.items()} == {
        20: "past", 23: "open", 24: "full", 25: "closed", 28: "closed",
    }  # fmt: skip
    assert (days[25]["reason"], days[25]["opens_at"], days[25]["free"]) == ("Moving", None, [])
    assert days[24]["free_all_day"] == 0


@pytest.mark.parametrize(
    "day",
    ["tomorrow", "2026-02-30", "20261124T09", "1999-12-31", "2200-01-01", "9999-12-31", "%00", "24.11.2026"],
)
def test_a_day_that_is_none_is_refused(cast: Cast, day: str) -> None:
    cast.helsinki  # noqa: B018 -- the site is there
    answer = program_of(cast.member).get(f"sites/helsinki/days/{day}")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["errors"][0]["field"] == "date"


def test_a_site_that_is_not_there(cast: Cast) -> None:
    program = program_of(cast.member)
    for path in (
        "sites/nowhere",
        "sites/nowhere/days/2026-11-24",
        "sites/nowhere/expected",
        "sites/%00",
        "rooms",
    ):
        answer = program.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_guest_sees_the_place_of_her_invitation(cast: Cast) -> None:
    personas.other_site()
    program = program_of(personas.guest_of(cast.helsinki.slug))
    assert [site["slug"] for site in program.get("sites").json()["items"]] == ["helsinki"]
    assert program.get("sites/vaasa").status_code == 404


@time_machine.travel(MONDAY_AT_TEN, tick=False)
def test_the_host_sees_who_is_expected(cast: Cast) -> None:
    spaces.visit(cast.member, cast.helsinki, people=3, note="Tulemme junalla")
    spaces.visit(cast.outsider, cast.helsinki, start="8:00")
    program = program_of(cast.host)
    assert program.get("sites/helsinki/expected").json()["items"] == [], "today nobody"
    body = program.get("sites/helsinki/expected", date="2026-11-24").json()
    assert [(row["name"], row["organisation"]) for row in body["items"]] == [
        ("Cilla Norrgård", "Finnish Immigration Service"),
        ("Alba Kaisla", "Ministry of Finance"),
    ]
    assert body["items"][1] | {"id": 0} == {
        "id": 0,
        "start": "2026-11-24T09:00:00+02:00",
        "end": "2026-11-24T15:00:00+02:00",
        "people": 3,
        "note": "Tulemme junalla",
        "state": "expected",
        "name": "Alba Kaisla",
        "organisation": "Ministry of Finance",
    }
    assert program.get("sites/helsinki/expected", date="2026-11-31").status_code == 422


def test_nobody_else_sees_who_is_expected(cast: Cast) -> None:
    spaces.visit(cast.member, cast.helsinki, note="Tulemme junalla")
    for person in (
        cast.member,
        cast.outsider,
        personas.other_host(),
        cast.editor,
        cast.facilitator,
        cast.guest,
    ):
        answer = program_of(person).get("sites/helsinki/expected")
        assert answer.status_code == 403
        assert answer.json()["detail"] == "Only a host of this site can do this."
    for person in (cast.host, cast.manager, cast.owner):
        assert program_of(person).get("sites/helsinki/expected").status_code == 200
