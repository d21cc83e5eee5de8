"""Series over the API: tried, booked whole or in part, once for a key."""

from typing import Any

import pytest
from django.test import Client

from fiksummin.spaces.models import Booking, Series, Site, Space
from tests.cast import Cast
from tests.factories import people, spaces

ADDRESS = "/api/v1/bookings/series"


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site)


def wish(room: Space, **words: Any) -> dict[str, Any]:
    day = spaces.open_day(room.site)
    times = {"start": spaces.at(room.site, day, "9:00"), "end": spaces.at(room.site, day, "10:00")}
    rule = {"space": room.pk, "title": "Viikkopalaveri", "frequency": "weekly", "count": 4}
    return rule | {name: at.isoformat() for name, at in times.items()} | words


def post(cast: Cast, address: str, given: dict[str, Any], key: str = "") -> Any:
    token = people.token(cast.member)
    headers = {"Authorization": f"Bearer {token}"} | ({"Idempotency-Key": key} if key else {})
    return Client().post(address, given, content_type="application/json", headers=headers)


def test_every_date_is_told_before(cast: Cast, room: Space) -> None:
    taken = spaces.booking(cast.colleague, room)
    told = post(cast, f"{ADDRESS}/preview", wish(room)).json()["occurrences"]
    assert [each["possible"] for each in told] == [False, *[True] * (len(told) - 1)]
    assert told[0]["alternative"]["spaces"][0]["space"]
    assert list(Booking.objects.all()) == [taken]


def test_all_or_those_chosen_and_once_for_a_key(cast: Cast, room: Space) -> None:
    spaces.booking(cast.colleague, room)
    refused = post(cast, ADDRESS, wish(room))
    assert (refused.status_code, Series.objects.count()) == (409, 0)
    assert refused.json()["alternatives"]
    told = post(cast, f"{ADDRESS}/preview", wish(room)).json()["occurrences"]
    chosen = [each["date"] for each in told if each["possible"]]
    made = [post(cast, ADDRESS, wish(room, dates=chosen), key="once") for _try in range(2)]
    assert [answer.status_code for answer in made] == [201, 201]
    assert made[0].json() == made[1].json()
    assert len(made[0].json()["bookings"]) == len(chosen)
    assert Series.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": 0},
        {"count": 10_000},
        {"count": None},
        {"frequency": "hourly"},
        {"interval": 0},
        {"weekdays": [9]},
        {"until": "1999-01-01"},
        {"space": 999_999},
        {"end": "2027-01-13T10:00+02:00"},
        {"colour": "red"},
    ],
    ids=str,
)
def test_what_cannot_be(cast: Cast, room: Space, wrong: dict[str, Any]) -> None:
    answer = post(cast, ADDRESS, wish(room, **wrong))
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert Series.objects.count() == 0
