"""A program announces, reads and cancels visits, by the same rules as the pages."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from fiksummin.people.choices import Scope
from fiksummin.spaces.models import Claim, Visit
from tests import personas
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import spaces


def test_a_visit_is_announced(cast: Cast, wish: dict[str, Any]) -> None:
    answer = program_of(cast.member).post("visits", wish)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert body | {"id": 0, "url": ""} == {
        "id": 0,
        "site": "helsinki",
        "start": body["start"],
        "end": body["end"],
        "people": 2,
        "note": "Tulemme junalla",
        "state": "expected",
        "sequence": 0,
        "url": "",
    }
    assert answer["Location"] == f"/api/v1/visits/{body['id']}"
    assert datetime.fromisoformat(body["start"]) == datetime.fromisoformat(wish["start"])
    assert body["start"][-6:] in {"+02:00", "+03:00"}, "the site's own clock"
    assert Claim.objects.count() == 2


def test_what_is_announced_can_be_read_again(cast: Cast, wish: dict[str, Any]) -> None:
    program = program_of(cast.member)
    made = program.post("visits", wish).json()
    assert program.get(f"visits/{made['id']}").json() == made
    assert program.get("visits").json() == {"items": [made], "page": 1, "size": 20, "total": 1}


def test_a_full_site_offers_other_times(cast: Cast, wish: dict[str, Any]) -> None:
    assert program_of(cast.colleague).post("visits", wish | {"people": 10}).status_code == 201
    answer = program_of(cast.member).post("visits", wish)
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    body = answer.json()
    assert body["detail"] == "There are no free seats for the whole of that time."
    others = body["alternatives"]
    assert others
    assert all(
        program_of(cast.member).post("visits", wish | other).status_code == 201 for other in others[:1]
    )
    assert {other["start"][-6:] for other in others} <= {"+02:00", "+03:00"}


def test_a_closed_site_offers_other_times_too(cast: Cast, wish: dict[str, Any]) -> None:
    day = spaces.open_day(cast.helsinki)
    late = {"start": spaces.at(cast.helsinki, day, "19:00"), "end": spaces.at(cast.helsinki, day, "21:00")}
    late = {name: moment.isoformat() for name, moment in late.items()}
    answer = program_of(cast.member).post("visits", wish | late)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["end"]
    others = answer.json()["alternatives"]
    assert len(others) == 3
    assert {other["start"][-6:] for other in others} <= {"+02:00", "+03:00"}
    assert program_of(cast.member).post("visits", wish | others[0]).status_code == 201
    nobody = program_of(cast.member).post("visits", wish | {"people": 0})
    assert "alternatives" not in nobody.json()


def test_cancelling_gives_the_seats_back(cast: Cast, wish: dict[str, Any]) -> None:
    program = program_of(cast.member)
    number = program.post("visits", wish).json()["id"]
    answer = program.post(f"visits/{number}/cancellation")
    assert (answer.status_code, answer.json()["state"], answer.json()["sequence"]) == (200, "cancelled", 1)
    assert not Claim.objects.exists()
    again = program.post(f"visits/{number}/cancellation")
    assert (again.status_code, again.json()["detail"]) == (409, "The visit has been cancelled already.")


def test_strangers_find_nothing(cast: Cast, wish: dict[str, Any]) -> None:
    number = program_of(cast.member).post("visits", wish).json()["id"]
    for stranger in (cast.colleague, cast.outsider, personas.other_host(), cast.editor):
        program = program_of(stranger)
        read, cancel = program.get(f"visits/{number}"), program.post(f"visits/{number}/cancellation")
        assert (read.status_code, cancel.status_code) == (404, 404)
        assert program.get("visits").json()["items"] == []
        assert b"junalla" not in read.content + cancel.content


def test_the_host_reads_and_cancels(cast: Cast, wish: dict[str, Any]) -> None:
    number = program_of(cast.member).post("visits", wish).json()["id"]
    program = program_of(cast.host)
    assert program.get(f"visits/{number}").json()["note"] == "Tulemme junalla"
    answer = program.post(f"visits/{number}/cancellation")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")


def test_the_same_key_has_one_effect_and_one_answer(cast: Cast, wish: dict[str, Any]) -> None:
    program = program_of(cast.member)
    first, second = (program.post("visits", wish, key="k-1") for _time in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert first["Location"] == second["Location"]
    assert (first.get("Idempotent-Replay"), second.get("Idempotent-Replay")) == (None, "true")
    assert Visit.objects.count() == 1
    number = first.json()["id"]
    gone = [program.post(f"visits/{number}/cancellation", key="k-2") for _time in range(2)]
    assert [answer.json()["sequence"] for answer in gone] == [1, 1]
    assert gone[1]["Idempotent-Replay"] == "true"


def test_the_same_key_for_another_wish_is_refused(cast: Cast, wish: dict[str, Any]) -> None:
    program = program_of(cast.member)
    program.post("visits", wish, key="k-1")
    answer = program.post("visits", wish | {"people": 3}, key="k-1")
    assert answer.status_code == 422
    assert answer.json()["detail"] == "This idempotency key was already used for a different request."
    assert program_of(cast.colleague).post("visits", wish, key="k-1").status_code == 201, "keys are one's own"


def test_a_refusal_may_be_tried_again_with_its_key(cast: Cast, wish: dict[str, Any]) -> None:
    program = program_of(cast.member)
    taken = program_of(cast.colleague).post("visits", wish | {"people": 10}).json()["id"]
    assert program.post("visits", wish, key="k-1").status_code == 409
    program_of(cast.colleague).post(f"visits/{taken}/cancellation")
    assert program.post("visits", wish, key="k-1").status_code == 201


def test_a_token_that_may_read_cannot_write(cast: Cast, wish: dict[str, Any]) -> None:
    reader = program_of(cast.member, scope=Scope.READ)
    answer = reader.post("visits", wish)
    assert (answer.status_code, answer.json()["detail"]) == (403, "This token may only read.")
    assert reader.get("visits").status_code == 200


def test_who_may_not_come_hears_why(cast: Cast, wish: dict[str, Any]) -> None:
    personas.other_site()
    guest = personas.guest_of(cast.helsinki.slug)
    assert program_of(guest).post("visits", wish | {"note": ""}).status_code == 201
    elsewhere = program_of(guest).post("visits", wish | {"site": "vaasa"})
    assert (elsewhere.status_code, elsewhere.json()["detail"]) == (422, "There is no such site.")
    cast.partner.organisation.agreements.update(places=["vaasa"])
    partner = program_of(cast.partner).post("visits", wish)
    assert partner.status_code == 403
    assert partner.json()["detail"] == "The agreement with your organisation does not cover this site."


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"end": None}, "end", "Give the time with its offset from UTC, as in 2026-11-24T09:00+02:00."),
        ({"start": "2026-11-24T09:00"}, "start", "Give the time with its offset"),
        ({"start": "2026-11-24"}, "start", "Give the time with its offset"),
        ({"start": 1795000000}, "start", "Give the time with its offset"),
        ({"start": "tomorrow"}, "start", "Give the time with its offset"),
        ({"start": "2026-11-24T09:00+02:00:30"}, "start", "Give the time with its offset"),
        ({"start": "2026-11-24T09:00+02:00:00.5"}, "start", "Give the time with its offset"),
        ({"start": "0001-01-01T00:00:00+23:59"}, "start", "The year must be from 2000 to 2199."),
        ({"end": "9999-12-31T23:59:59-23:59"}, "end", "The year must be from 2000 to 2199."),
        ({"start": "2020-01-07T09:00+02:00", "end": "2020-01-07T15:00+02:00"}, "start", "passed already"),
        ({"start": "2199-01-07T09:00+02:00", "end": "2199-01-07T15:00+02:00"}, "start", "60 days ahead"),
        ({"people": 0}, "people", "A visit needs at least one person."),
        ({"people": -1}, "people", "A visit needs at least one person."),
        ({"people": 10_000}, "people", "The site has 10 seats in all."),
        ({"people": 10**40}, "people", "The site has 10 seats in all."),
        ({"people": 1.5}, "people", "“people” must be a whole number."),
        ({"people": "2"}, "people", "“people” must be a whole number."),
        ({"people": True}, "people", "“people” must be a whole number."),
        ({"people": None}, "people", "“people” must be a whole number."),
        ({"note": "x" * 1001}, "note", "The word to the host is too long"),
        ({"note": "x" * 1_000_000}, "note", "The word to the host is too long"),
        ({"note": "a\x00b"}, "note", "The text has characters that cannot be kept."),
        ({"note": "\ud800"}, "note", "The text has characters that cannot be kept."),
        ({"note": 7}, "note", "“note” must be text."),
        ({"site": "nowhere"}, "site", "There is no such site."),
        ({"site": "a\x00b"}, "site", "The text has characters that cannot be kept."),
        ({"site": None}, "site", "“site” must be text."),
        ({"price": 5}, "price", "“price” is not known here."),
    ],
)
def test_a_wish_that_cannot_be_is_refused_with_its_field(
    cast: Cast, wish: dict[str, Any], change: dict[str, Any], field: str, sentence: str
) -> None:
    answer = program_of(cast.member).post("visits", wish | change)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    body = answer.json()
    assert (body["status"], body["title"]) == (422, "Unprocessable Entity")
    assert [error["field"] for error in body["errors"]] == [field]
    assert sentence in body["detail"]
    assert not Visit.objects.exists()


@pytest.mark.parametrize(
    "odd", [timedelta(seconds=30), timedelta(milliseconds=500), timedelta(microseconds=1)]
)
@pytest.mark.parametrize("field", ["start", "end"])
def test_nobody_comes_or_leaves_between_two_minutes(
    cast: Cast, wish: dict[str, Any], field: str, odd: timedelta
) -> None:
    change = {field: (datetime.fromisoformat(wish[field]) - odd).isoformat()}
    if field == "start":
        change = {field: (datetime.fromisoformat(wish[field]) + odd).isoformat()}
    answer = program_of(cast.member).post("visits", wish | change)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "detail": "Give the time in whole minutes."}]
    assert not Visit.objects.exists()
    whole = {field: datetime.fromisoformat(wish[field]).isoformat(timespec="microseconds")}
    assert program_of(cast.member).post("visits", wish | whole).status_code == 201


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"5", b"null", b'"text"', b"{", b"\xff\xfe", b"[" * 100_000, b"NaN"]
)
def test_a_body_that_is_no_wish_is_refused(cast: Cast, body: bytes) -> None:
    answer = program_of(cast.member).post("visits", body)
    assert answer.status_code in {400, 422}
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_body_beyond_measure_is_refused(cast: Cast, wish: dict[str, Any]) -> None:
    answer = program_of(cast.member).post("visits", wish | {"note": "x" * 3_000_000})
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")


def test_emoji_and_writing_from_the_right_are_kept(cast: Cast, wish: dict[str, Any]) -> None:
    note = "👩‍🚀 مرحبا \u202eabc"
    program = program_of(cast.member)
    number = program.post("visits", wish | {"note": note}).json()["id"]
    assert program.get(f"visits/{number}").json()["note"] == note


@pytest.mark.parametrize("key", ["x" * 201, "ä", "a\tb", "\x7f"])
def test_a_key_that_cannot_be_kept_is_refused(cast: Cast, wish: dict[str, Any], key: str) -> None:
    answer = program_of(cast.member).post("visits", wish, key=key)
    assert (answer.status_code, Visit.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "number", ["0", "-1", "9" * 30, "9" * 5000, "1.0", "abc", "%00", "1%00", "٣", "1/cancel", "1/"]
)
def test_odd_numbers_find_nothing(cast: Cast, number: str) -> None:
    program = program_of(cast.member)
    answer = program.get(f"visits/{number}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_only_so_many_visits_lie_ahead(cast: Cast, wish: dict[str, Any]) -> None:
    site = cast.helsinki
    site.visits_per_person = 1
    site.save()
    spaces.visit(cast.member, site, day=spaces.open_day(site, 7))
    answer = program_of(cast.member).post("visits", wish)
    assert (answer.status_code, "1 visit ahead" in answer.json()["detail"]) == (403, True)


def test_long_lists_come_in_pages(cast: Cast) -> None:
    day = spaces.open_day(cast.helsinki)
    made = [
        spaces.visit(cast.member, cast.helsinki, day=day, start=f"{hour}:00", end=f"{hour}:30").pk
        for hour in (9, 11, 13)
    ]
    program = program_of(cast.member)
    pages = [program.get("visits", page=page, size=2).json() for page in (1, 2, 3)]
    assert [[item["id"] for item in page["items"]] for page in pages] == [made[:2], made[2:], []]
    assert {page["total"] for page in pages} == {3}
    for query in ({"size": 101}, {"size": 0}, {"page": 0}, {"page": "x"}, {"page": 10**30}, {"pages": 2}):
        assert program.get("visits", **query).status_code == 422
