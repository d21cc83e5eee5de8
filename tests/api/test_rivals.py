"""Rivals over HTTP, against the real service in several processes: one seat, one winner, every time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import requests

from fiksummin.spaces.models import Claim, Site, Visit
from tests import races
from tests.factories import people, spaces
from tests.serving import Server

RIVALS = 32
ROUNDS = 4


@pytest.fixture
def site(transactional_db: None) -> Site:
    return spaces.site("ahdas", seats=1)


def wish(site: Site, after: int) -> dict[str, Any]:
    day = spaces.open_day(site, after)
    times = {"start": spaces.at(site, day, "9:00"), "end": spaces.at(site, day, "15:00")}
    return {"site": site.slug} | {name: moment.isoformat() for name, moment in times.items()}


def send_at_once(server: Server, requests_to_send: list[dict[str, Any]]) -> list[requests.Response]:
    """Send all at the same moment, each by a thread of its own."""
    start = Barrier(len(requests_to_send))

    def send(request: dict[str, Any]) -> requests.Response:
        start.wait()
        return requests.post(f"{server.url}/api/v1/visits", timeout=60, **request)

    with ThreadPoolExecutor(len(requests_to_send)) as pool:
        return list(pool.map(send, requests_to_send))


def test_of_32_rivals_for_the_last_seat_exactly_one_wins(real_server: Server, site: Site) -> None:
    bearers = [{"Authorization": f"Bearer {people.token(people.person())}"} for _rival in range(RIVALS)]
    for number in range(ROUNDS):
        wanted = wish(site, 1 + 5 * number)
        answers = send_at_once(real_server, [{"headers": bearer, "json": wanted} for bearer in bearers])
        statuses = sorted(answer.status_code for answer in answers)
        assert statuses == [201] + [409] * (RIVALS - 1)
        full = next(answer for answer in answers if answer.status_code == 409)
        assert full.headers["Content-Type"] == "application/problem+json"
        assert full.json()["alternatives"]
    assert (Visit.objects.count(), Claim.objects.count(), races.overlaps()) == (ROUNDS, ROUNDS, 0)


def test_groups_are_seated_whole_and_never_beyond_the_seats(
    real_server: Server, transactional_db: None
) -> None:
    site = spaces.site("lavea", seats=10)
    wanted = wish(site, 1)
    groups = [
        {
            "headers": {"Authorization": f"Bearer {people.token(people.person())}"},
            "json": wanted | {"people": 1 + number % 4},
        }
        for number in range(RIVALS)
    ]
    answers = send_at_once(real_server, groups)
    assert {answer.status_code for answer in answers} == {201, 409}
    seated = sum(answer.json()["people"] for answer in answers if answer.status_code == 201)
    assert seated == Claim.objects.count() == sum(Visit.objects.values_list("people", flat=True)) == 10
    assert races.overlaps() == 0


def test_the_same_key_sent_eight_times_at_once_has_one_effect(real_server: Server, site: Site) -> None:
    headers = {"Authorization": f"Bearer {people.token(people.person())}", "Idempotency-Key": "once"}
    answers = send_at_once(real_server, [{"headers": headers, "json": wish(site, 1)}] * 8)
    assert [answer.status_code for answer in answers] == [201] * 8
    assert len({answer.text for answer in answers}) == 1
    assert sum("Idempotent-Replay" in answer.headers for answer in answers) == 7
    assert Visit.objects.count() == 1


def test_one_person_in_many_windows_keeps_to_the_quota(real_server: Server, site: Site) -> None:
    Site.objects.update(visits_per_person=2)
    headers = {"Authorization": f"Bearer {people.token(people.person())}"}
    days = [{"headers": headers, "json": wish(site, 1 + 5 * number)} for number in range(6)]
    answers = send_at_once(real_server, days)
    assert sorted(answer.status_code for answer in answers) == [201, 201, 403, 403, 403, 403]
    assert Visit.objects.count() == 2


def test_head_is_get_without_its_body(real_server: Server, site: Site) -> None:
    headers = {"Authorization": f"Bearer {people.token(people.person())}"}
    head = requests.head(f"{real_server.url}/api/v1/sites/{site.slug}", headers=headers, timeout=30)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"] == "application/json; charset=utf-8"
