"""Received at the door: by name, by code, unannounced; presses of several phones add up to one truth."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import translation

from fiksummin.core.errors import Conflict, Invalid, NotNow
from fiksummin.core.time import now
from fiksummin.events import actions, queries
from fiksummin.events.models import Press, Registration
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


MINUTE = timedelta(minutes=1)
SOON = 0.25
"""In days: by then people are received."""


def test_presses_add_up_whatever_their_order(cast: Cast) -> None:
    event = make.event(cast.owner, places=5)
    row = make.registration(cast.member, event, people=2)
    start = event.starts_at
    presses = [
        ("receive", (0,), start + MINUTE, "a"),
        ("receive", (0, 1), start + 2 * MINUTE, "b"),
        ("undo_receive", (0,), start + 3 * MINUTE, "c"),
        ("receive", (0,), start + 4 * MINUTE, "d"),
    ]
    for order in itertools.permutations(presses):
        Press.objects.all().delete()
        for name, seats, at, key in (*order, *order[::-1]):
            getattr(actions, name)(by=cast.owner, registration=row, seats=seats, at=at, key=key)
        row.refresh_from_db()
        assert (row.arrived, row.arrived_at, Press.objects.count()) == (2, start + 2 * MINUTE, 4)
        assert {seat.number: seat.arrived_at for seat in queries.door_row(row).seats} == {
            0: start + 4 * MINUTE,
            1: start + 2 * MINUTE,
        }


def test_a_press_is_about_people_who_are_in_the_registration(cast: Cast) -> None:
    row = make.registration(cast.member, make.event(cast.owner))
    for seats in ((1,), (-1,), ()):
        with pytest.raises(Invalid):
            actions.receive(by=cast.owner, registration=row, seats=seats)
    with pytest.raises(Invalid, match="moment"):
        actions.receive(by=cast.owner, registration=row, at=now() - timedelta(days=400))


def test_nobody_is_received_once_the_list_was_put_away_but_what_was_pressed_before_counts(cast: Cast) -> None:
    event = make.event(cast.owner, places=2)
    late, kept = (make.registration(person, event) for person in (cast.member, cast.colleague))
    shut = event.ends_at + timedelta(hours=12)
    with time_machine.travel(shut + timedelta(days=14), tick=False):
        for act in (actions.receive, actions.undo_receive):
            with pytest.raises(Invalid, match="put away"):
                act(by=cast.owner, registration=late)
        program = program_of(cast.owner)
        assert program.post(f"registrations/{late.pk}/check-in").status_code == 422
        brought = program.post(f"registrations/{kept.pk}/check-in", {"at": event.starts_at.isoformat()})
        assert brought.status_code == 200
    for row in (late, kept):
        row.refresh_from_db()
    assert (late.arrived, kept.arrived) == (0, 1)


def test_nobody_is_received_long_before_it_begins_by_whatever_way(cast: Cast) -> None:
    event = make.event(cast.owner, places=2)
    row, address = make.registration(cast.member, event), f"/en/events/{event.pk}/door/"
    first, said = event.starts_at - timedelta(hours=12), "twelve hours before the event begins"
    client, press = signed_in(cast.owner), {"press": f"received {row.pk} 0"}
    assert said in client.get(address).content.decode()
    refused = client.post(address, press)
    assert (refused.status_code, said in refused.content.decode()) == (400, True)
    told = program_of(cast.owner).post(f"registrations/{row.pk}/check-in")
    assert (told.status_code, said in told.json()["detail"]) == (422, True)
    early = {
        "key": "k" * 20,
        "kind": "received",
        "registration": row.pk,
        "seats": [0],
        "at": now().isoformat(),
    }
    brought = client.post(f"{address}presses/", {"presses": [early]}, content_type="application/json")
    [outcome] = brought.json()["outcomes"]
    assert (outcome["done"], said in outcome["reason"]) == (False, True)
    with pytest.raises(Invalid, match=said):
        actions.receive(by=cast.owner, registration=row, at=first - MINUTE)
    assert Press.objects.count() == 0
    actions.receive(by=cast.owner, registration=row, at=first)
    actions.undo_receive(by=cast.owner, registration=row)
    kept = client.get(f"{address}offline/")
    assert (kept.status_code, said in kept.content.decode()) == (200, False), "a phone reads it at the event"
    with time_machine.travel(first, tick=False):
        client = signed_in(cast.owner)
        assert said not in client.get(address).content.decode()
        assert client.post(address, press).status_code == 303


def test_a_walk_in_brought_twice_is_one_and_taken_back_gives_the_place(cast: Cast) -> None:
    event = make.event(cast.owner, places=1)
    at = event.starts_at - timedelta(hours=1)
    rows = {
        actions.walk_in(by=cast.owner, event=event, name="Ohi Kulkija", key="k", at=at).pk for _twice in "ab"
    }
    assert len(rows) == 1
    row = Registration.objects.get(pk=rows.pop())
    for _twice in "ab":
        actions.undo_receive(by=cast.owner, registration=row, key="u", at=at + MINUTE)
    row.refresh_from_db()
    assert (row.end, event.pools.get().taken) == ("removed", 0)
    again = actions.walk_in(by=cast.owner, event=event, name="Ohi Kulkija", key="k", at=at)
    assert (again.pk, event.pools.get().taken) == (row.pk, 0)


def test_nobody_walks_in_before_the_lots_are_drawn(cast: Cast) -> None:
    event = make.event(cast.owner, places=1, allocation="lottery")
    make.registration(cast.member, event)
    at = event.starts_at - timedelta(hours=1)
    with pytest.raises(NotNow):
        actions.walk_in(by=cast.owner, event=event, name="Ohi Kulkija", at=at)
    assert event.pools.get().taken == 0
    actions.draw_due_lots(at=event.closes_at)
    assert Registration.objects.get().holds == "on_site"


def test_without_a_key_a_walk_in_brought_twice_would_be_two(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    for _twice in "ab":
        actions.walk_in(by=cast.owner, event=event, at=event.starts_at)
    assert event.pools.get().taken == 2


def test_a_letter_of_a_phone_is_read_strictly(cast: Cast) -> None:
    event = make.event(cast.owner, places=2, after=SOON)
    row = make.registration(cast.member, event)
    other = make.registration(cast.member, make.event(cast.owner))
    client, address = signed_in(cast.owner), f"/en/events/{event.pk}/door/presses/"
    good: dict[str, Any] = {
        "key": "k" * 20, "kind": "received", "registration": row.pk, "seats": [0], "at": now().isoformat()
    }  # fmt: skip

    def sent(*presses: object) -> Any:
        return client.post(address, {"presses": presses}, content_type="application/json")

    for bad in (
        {"key": "k"}, {"key": 7}, {"key": "k" * 65}, {"kind": "gone"}, {"registration": "1"}, {"at": "2026-11-26"},
        {"at": None}, {"seats": [True]}, {"seats": [0] * 51}, {"seats": 0}, {"name": "x" * 151}, {"name": "\ud800"},
        {"people": -1}, {"registration": 10**13},
    ):  # fmt: skip
        assert sent({**good, **bad}).status_code == 422, bad
    for body in (b"", b"[]", b"{", b'{"presses": 1}', b"[" * 100_000):
        assert client.post(address, body, content_type="application/json").status_code == 422
    assert sent(*[good] * 501).status_code == 422
    outcomes = sent(
        {**good, "key": "a" * 20, "registration": other.pk}, {**good, "key": "b" * 20, "seats": [4]},
        {**good, "key": "c" * 20, "at": "1990-01-01T00:00:00+00:00"}, good, good,
        {**good, "key": "d" * 20, "kind": "walk_in", "people": 60},
    ).json()["outcomes"]  # fmt: skip
    assert [outcome["done"] for outcome in outcomes] == [False, False, False, True, True, False]
    assert all(outcome.get("reason") for outcome in outcomes if not outcome["done"])
    row.refresh_from_db()
    assert (row.arrived, Press.objects.count()) == (1, 1)
    assert signed_in(cast.member).post(address, b"{}", content_type="application/json").status_code == 404
    assert client.get(f"/en/events/{event.pk}/door/")["Permissions-Policy"].startswith("camera=(self),")
    assert client.get(f"/en/events/{event.pk}/")["Permissions-Policy"].startswith("camera=(),")


def test_a_walk_in_of_a_name_on_the_list_is_asked_about(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    row = make.registration(cast.member, event)
    name = f" {str(cast.member).upper()} "
    with pytest.raises(Conflict, match="on the list") as refused:
        actions.walk_in(by=cast.owner, event=event, name=name, at=event.starts_at)
    assert refused.value.alternatives == [row.pk]
    actions.walk_in(by=cast.owner, event=event, name=name, is_another=True, at=event.starts_at)
    assert event.pools.get().taken == 2


def test_nobody_walks_in_days_before(cast: Cast) -> None:
    event = make.event(cast.owner, places=3)
    with pytest.raises(NotNow, match="door opens"):
        actions.walk_in(by=cast.owner, event=event)
    with pytest.raises(NotNow):
        actions.walk_in(by=cast.owner, event=event, at=event.ends_at + MINUTE)


def test_by_name_without_javascript(cast: Cast) -> None:
    event = make.event(cast.owner, places=5, after=SOON)
    row = make.registration(cast.member, event, people=2, companions=("Kumppani",))
    make.registration(cast.colleague, event)
    client, address = signed_in(cast.owner), f"/fi/events/{event.pk}/door/"
    page = client.get(address, {"q": "kumpp"}).content.decode()
    assert f'value="received {row.pk} 1"' in page
    assert str(cast.colleague) not in page
    answer = client.post(address, {"press": f"received {row.pk} 0,1", "q": "kumpp"})
    assert (answer.status_code, answer["Location"]) == (303, f"{address}?q=kumpp#row-{row.pk}")
    assert [seat.arrived_at is not None for seat in queries.door_list(event).rows[0].seats].count(True) in {
        0,
        2,
    }
    assert (queries.door_list(event).here, queries.door_list(event).expected) == (2, 3)
    client.post(address, {"press": f"undone {row.pk} 1"})
    assert queries.door_list(event).here == 1
    assert client.post(address, {"press": "received 99999999 0"}).status_code == 404
    assert client.post(address, {"press": f"received {row.pk} 7"}).status_code == 400
    assert client.post(address, {"press": "nonsense"}).status_code == 422


def test_unannounced_without_javascript(cast: Cast) -> None:
    event = make.event(cast.owner, places=2)
    address = f"/fi/events/{event.pk}/door/walk-in/"
    with time_machine.travel(event.starts_at, tick=False):
        client = signed_in(cast.owner)
        for _twice in "ab":
            assert client.post(address, {"name": "Ohi", "key": "k1"}).status_code == 303
        answer = client.post(address, {"name": "ohi", "key": "k2"})
        assert (answer.status_code, b"is_another" in answer.content) == (409, True)
        answer = client.post(address, {"name": "ohi", "key": "k2", "is_another": "on"})
        assert answer.status_code == 303
        assert client.post(address, {"name": "", "key": "k3"}).status_code == 409
    assert event.pools.get().taken == 2


def test_codes(cast: Cast) -> None:
    event, other = make.event(cast.owner, places=5), make.event(cast.owner, places=5)
    row = make.registration(cast.member, event)
    code, address = queries.code_of(row), f"/en/events/{event.pk}/door/"

    def shown(text: str, where: str = address) -> str:
        return signed_in(cast.owner).get(where, {"q": text}).content.decode()

    assert "The door opens" in shown(code)
    with time_machine.travel(event.starts_at, tick=False):
        for text in (code, code.lower().replace("-", " "), queries.code_address(row), f" {code} "):
            assert "The code is valid<" in shown(text), text
        forged = code[:-1] + ("0" if code[-1] != "0" else "1")
        for text in (forged, f"99999{code[code.index('-') :]}"):
            assert "is not valid" in shown(text), text
        assert "for another event: " in shown(code, f"/en/events/{other.pk}/door/")
        assert "Nobody on the list" in shown("https://evil.example/places/" + code)
        actions.receive(by=cast.owner, registration=row)
        assert "already used" in shown(code)
        actions.transfer_registration(by=cast.member, registration=row, to=cast.colleague)
        assert "is not valid" in shown(code)
        row.refresh_from_db()
        mine = queries.code_of(row)
        assert "already used" in shown(mine)
        actions.cancel_registration(by=cast.colleague, registration=row)
        assert "has ended" in shown(mine)


def test_a_code_leads_its_holder_home_and_a_host_to_the_door(cast: Cast) -> None:
    event = make.event(cast.owner, places=5)
    row = make.registration(cast.member, event)
    address = queries.code_address(row).replace("http://localhost:8000", "/fi")
    assert signed_in(cast.member).get(address)["Location"] == f"/fi/registrations/{row.pk}/"
    assert (
        signed_in(cast.owner).get(address)["Location"]
        == f"/fi/events/{event.pk}/door/?q={queries.code_of(row)}"
    )
    assert signed_in(cast.colleague).get(address).status_code == 404
    page = signed_in(cast.member).get(f"/fi/registrations/{row.pk}/").content.decode()
    assert queries.code_of(row) in page
