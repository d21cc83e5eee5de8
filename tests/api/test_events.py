"""A program finds, plans, changes and cancels events, by the same rules as the pages."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from fiksummin.core.time import HELSINKI, now
from fiksummin.events import actions
from fiksummin.events.models import Event
from fiksummin.events.queries.details import Part, Speaks, Thing
from fiksummin.events.rules.details import MOST_ROWS
from fiksummin.people.choices import Scope
from fiksummin.spaces.actions import close_place, reopen_place
from fiksummin.spaces.models import Booking, Site, Space
from fiksummin.spaces.queries import Closing
from tests.api.conftest import Program, program_of
from tests.cast import Cast
from tests.factories import events, people, spaces
from tests.factories.spaces import at, open_day


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, seats=8, name="Kallio", layouts={"board": 8, "theatre": 20})


@pytest.fixture
def asked(site: Site, room: Space) -> dict[str, Any]:
    """A workshop for twenty in the room, and ten online, on the next open day."""
    day = open_day(site)
    times = {name: at(site, day, clock).isoformat() for name, clock in (("start", "9:00"), ("end", "11:00"))}
    return {
        "title": "Palvelumuotoilun paja", "kind": "workshop", "site": "helsinki", "space": room.pk,
        "layout": "theatre", "places": 20, "virtual_places": 10, "publish": True, **times,
    }  # fmt: skip


def change(program: Program, number: int, body: dict[str, Any]) -> Any:
    return program.patch(f"events/{number}", body)


def test_an_event_is_planned_with_its_space_in_one_act(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    question = {"text": "Mitä syöt?", "why": "Tilaamme lounaan", "sensitivity": "diet", "required": True}
    answer = program.post(
        "events", asked | {"questions": [question], "online_link": "https://video.example/1"}
    )
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert answer["Location"] == f"/api/v1/events/{body['id']}"
    assert (body["spaces"], body["state"], body["mine"], body["closed_because"]) == (
        ["Kallio"], "coming", None, "",
    )  # fmt: skip
    assert body["places"] == [
        {"mode": "on_site", "capacity": 20, "taken": 0, "free": 20, "queue": 0},
        {"mode": "virtual", "capacity": 10, "taken": 0, "free": 10, "queue": 0},
    ]
    assert body["start"][-6:] in {"+02:00", "+03:00"}, "the site's own clock"
    assert body["questions"][0]["why"] == "Tilaamme lounaan"
    assert Booking.objects.get().places.get().layout is not None
    assert program.get(f"events/{body['id']}").json() == body
    seen = program_of(cast.colleague).get(f"events/{body['id']}").json()
    assert (body["online_link"], seen["online_link"]) == ("https://video.example/1", "")
    assert program_of(cast.guest).get(f"events/{body['id']}").status_code == 404


def test_hosts_organisers_and_quotas_come_in_the_same_act(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    body = cast.member.organisation
    assert body is not None
    wish = asked | {
        "organisers": [cast.outsider.email.upper()], "hosts": [cast.colleague.email],
        "quotas": [{"organisation": body.pk, "most": 3}, {"role": "facilitator", "most": 2}],
    }  # fmt: skip
    made = program.post("events", wish)
    assert made.status_code == 201, made.content
    event = Event.objects.get()
    assert {(row.person, row.part) for row in event.people.all()} == {
        (cast.member, "organiser"), (cast.outsider, "organiser"), (cast.colleague, "host"),
    }  # fmt: skip
    assert {(row.organisation, row.role, row.most) for row in event.quotas.all()} == {
        (body, "", 3), (None, "facilitator", 2),
    }  # fmt: skip
    read = made.json()
    assert {one["name"] for one in read["organisers"]} == {str(cast.member), str(cast.outsider)}
    assert [(one["organisation"], one["role"], one["most"], one["taken"]) for one in read["quotas"]] == [
        (body.pk, None, 3, 0), (None, "facilitator", 2, 0),
    ]  # fmt: skip
    for words, field in (
        ({"organisers": ["kukaan@muualla.example"]}, "organisers"),
        ({"hosts": [""]}, "hosts"),
        ({"quotas": [{"most": 3}]}, "quotas"),
        ({"quotas": [{"organisation": body.pk, "role": "host", "most": 3}]}, "quotas"),
        ({"quotas": [{"organisation": 2**40, "most": 3}]}, "quotas"),
        ({"quotas": [{"role": "host", "most": -1}]}, "quotas"),
        ({"quotas": [{"role": "host", "most": 3_000_000_000}]}, "quotas"),
        ({"quotas": [{"role": "host", "most": 10**30}]}, "quotas"),
    ):
        refused = program.post("events", wish | words)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    guest = program_of(cast.guest).post("events", wish | {"hosts": ["kukaan@muualla.example"]})
    assert (guest.status_code, "muualla" in guest.json()["detail"]) == (403, False)
    assert Event.objects.count() == 1


def test_as_many_questions_as_on_the_page_are_asked_and_answered(cast: Cast, asked: dict[str, Any]) -> None:
    questions = [{"text": f"Kysymys {number}?", "required": True} for number in range(MOST_ROWS)]
    made = program_of(cast.member).post("events", asked | {"questions": questions})
    assert made.status_code == 201, made.content
    body = {"answers": {str(row["id"]): "Vastaus" for row in made.json()["questions"]}, "mode": "virtual"}
    address = f"events/{made.json()['id']}/registrations"
    assert program_of(cast.colleague).post(address, body).status_code == 201
    one_more = program_of(cast.member).post("events", asked | {"questions": [*questions, {"text": "Vielä?"}]})
    assert one_more.status_code == 422


def test_what_can_be_written_can_be_read(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    made = program.post(
        "events", asked | {"keep_answers_days": 5, "audience": "role", "audience_role": "leader"}
    )
    assert made.status_code == 201, made.content
    read = made.json()
    assert (read["layout"], read["keep_answers_days"]) == (asked["layout"], 5)
    assert (read["audience_role"], read["audience_organisation"]) == ("leader", None)


def test_programme_speakers_materials_and_reasons_are_told(cast: Cast) -> None:
    event = events.event(cast.member)
    begins = event.starts_at
    actions.set_programme(by=cast.member, event=event, parts=[Part(begins, "Avaus")])
    speakers = [Speaks("Sari", topic="Aihe", consents=True), Speaks("Hiljainen")]
    actions.set_speakers(by=cast.member, event=event, speakers=speakers)
    materials = [Thing("Kalvot", "https://esimerkki.example/kalvot", is_before=False)]
    actions.set_materials(by=cast.member, event=event, things=materials)
    later = {
        "start": (begins + timedelta(hours=1)).isoformat(),
        "end": (event.ends_at + timedelta(hours=1)).isoformat(),
    }
    moved = program_of(cast.member).patch(f"events/{event.pk}", later | {"reason": "Puhuja myöhästyy"})
    assert moved.status_code == 200, moved.content
    read = program_of(cast.colleague).get(f"events/{event.pk}").json()
    assert [(datetime.fromisoformat(one["start"]), one["title"]) for one in read["programme"]] == [
        (begins + timedelta(hours=1), "Avaus")
    ]
    assert read["speakers"] == [{"name": "Sari", "organisation": "", "topic": "Aihe"}]
    assert read["materials"] == [
        {"title": "Kalvot", "link": "https://esimerkki.example/kalvot", "before": False}
    ]
    assert (read["changed_because"], read["quotas"]) == ("Puhuja myöhästyy", None)


def test_a_list_is_asked_for_by_dimension(cast: Cast) -> None:
    events.event(cast.member, dimensions=("social", "mental"))
    program = program_of(cast.colleague)
    totals = [
        program.get("events", dimension=asked).json()["total"]
        for asked in ("social", "mental", "virtual", "")
    ]
    assert totals == [1, 1, 0, 1]
    assert program.get("events", dimension="odd").status_code == 422


def test_nothing_is_planned_when_the_space_is_taken(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    assert program.post("events", asked, key="a").status_code == 201
    again = program.post("events", asked, key="a")
    assert (again.status_code, again["Idempotent-Replay"]) == (201, "true")
    taken = program.post("events", asked, key="b")
    assert (taken.status_code, len(taken.json()["alternatives"]) > 0) == (409, True)
    assert (Event.objects.count(), Booking.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"kind": "party"}, "kind"),
        ({"site": "nowhere"}, "site"),
        ({"space": 2**40}, "space"),
        ({"layout": "boat"}, "layout"),
        ({"layout": "islands"}, "layout"),
        ({"places": 21}, "places"),
        ({"places": -1}, "places"),
        ({"places": 10**30}, "places"),
        ({"title": " "}, "title"),
        ({"opens_at": "2199-01-01T00:00Z"}, "opens_at"),
        ({"closes_at": "2020-01-01T00:00Z"}, "opens_at"),
        ({"closes_at": "2199-01-01T00:00Z"}, "closes_at"),
        ({"online_link": "javascript:alert(1)"}, "online_link"),
        ({"outside_link": f"https://a.example/{'a' * 500}"}, "outside_link"),
        ({"end": "2020-01-01T00:00Z"}, "end"),
        ({"audience": "organisation", "audience_organisation": 2**40}, "audience_organisation"),
        ({"theme": "none"}, "theme"),
        ({"offer_hours": 10**6}, "offer_hours"),
        ({"surprise": 1}, "surprise"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(
    cast: Cast, asked: dict[str, Any], words: dict[str, Any], field: str
) -> None:
    answer = program_of(cast.member).post("events", asked | words)
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])
    assert not Event.objects.exists()


def test_a_guest_plans_nothing_and_a_reader_neither(cast: Cast, asked: dict[str, Any]) -> None:
    assert program_of(cast.guest).post("events", asked).status_code == 403
    assert program_of(cast.member, scope=Scope.READ).post("events", asked).status_code == 403


def test_what_is_not_named_stays(cast: Cast, site: Site, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    made = program.post("events", asked).json()
    later = {
        "start": at(site, open_day(site), "12:00").isoformat(),
        "end": at(site, open_day(site), "14:00").isoformat(),
    }
    moved = change(program, made["id"], later | {"closes_at": None})
    assert moved.status_code == 200, moved.content
    same = {"start", "end", "sequence", "closes_at"}
    assert {k: v for k, v in moved.json().items() if k not in same} == {
        k: v for k, v in made.items() if k not in same
    }
    assert Booking.objects.get(cancelled_at=None).starts_at.isoformat() == later["start"].replace(
        "Z", "+00:00"
    )
    assert change(program_of(cast.colleague), made["id"], {"title": "Oma"}).status_code == 403
    fewer = change(program, made["id"], {"space": None, "layout": None, "site": None, "place": "Tori 1"})
    assert (fewer.status_code, fewer.json()["spaces"], fewer.json()["site"]) == (200, [], None)
    assert not Booking.objects.filter(cancelled_at=None).exists()


def test_a_beginning_and_an_end_alone_move_the_event_both_ways(
    cast: Cast, site: Site, asked: dict[str, Any]
) -> None:
    program = program_of(cast.member)
    made = program.post("events", asked).json()
    for clocks in (("12:00", "14:00"), ("9:00", "10:00")):
        start, end = (at(site, open_day(site), clock).isoformat() for clock in clocks)
        moved = change(program, made["id"], {"start": start, "end": end})
        assert moved.status_code == 200, moved.content
        assert moved.json()["closes_at"] == moved.json()["start"]


def test_places_below_what_is_taken_are_refused(cast: Cast) -> None:
    event = events.event(cast.member, places=3)
    for _one in range(2):
        events.registration(people.person(), event)
    answer = change(program_of(cast.member), event.pk, {"places": 1})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "places")
    assert change(program_of(cast.member), event.pk, {"places": 2}).status_code == 200


def test_how_places_are_given_stays_once_somebody_has_registered(cast: Cast) -> None:
    event = events.event(cast.member, places=3)
    events.registration(people.person(), event)
    answer = change(program_of(cast.member), event.pk, {"allocation": "lottery"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "allocation")
    assert change(program_of(cast.member), event.pk, {"allocation": "queue"}).status_code == 200


def test_cancelling_needs_a_reason_and_frees_the_space(cast: Cast, asked: dict[str, Any]) -> None:
    program = program_of(cast.member)
    made = program.post("events", asked).json()["id"]
    assert program.post(f"events/{made}/cancellation", {}).status_code == 422
    answer = program.post(f"events/{made}/cancellation", {"reason": "Puhuja sairastui"})
    assert (answer.status_code, answer.json()["state"], answer.json()["reason"]) == (
        200, "cancelled", "Puhuja sairastui",
    )  # fmt: skip
    assert program.post(f"events/{made}/cancellation", {"reason": "Uudestaan"}).status_code == 409
    assert not Booking.objects.filter(cancelled_at=None).exists()


def test_a_program_reads_no_place_that_was_lost(cast: Cast, site: Site) -> None:
    program = program_of(cast.colleague)
    event = events.event(cast.member, site=site, place="Aula")

    def read() -> list[tuple[str | None, str, bool]]:
        found = [*program.get("events").json()["items"], program.get(f"events/{event.pk}").json()]
        assert [row["id"] for row in program.get("events", site="helsinki").json()["items"]] == [
            row["id"] for row in found[:1] if row["site"]
        ]
        return [(row["site"], row["place"], row["place_later"]) for row in found]

    assert read() == [("helsinki", "Aula", False)] * 2
    closing = Closing(None, event.starts_at, event.ends_at, {"fi": "Vesivahinko"})
    closure = close_place(by=cast.manager, site=site, closing=closing)
    assert read() == [(None, "", True)] * 2
    reopen_place(by=cast.manager, closure=closure)
    assert read() == [("helsinki", "Aula", False)] * 2


def test_a_list_is_narrowed_as_asked(cast: Cast, site: Site, room: Space) -> None:
    program = program_of(cast.colleague)
    full = events.event(cast.member, places=1)
    events.registration(people.person(), full)
    here = events.event(cast.member, space=room, after=14)
    lunch = events.event(cast.member, kind="theme-lunch", opens_at=now() + timedelta(days=2))
    events.event(cast.member, publish=False)

    def found(**query: Any) -> list[int]:
        answer = program.get("events", **query)
        assert answer.status_code == 200, answer.content
        return [row["id"] for row in answer.json()["items"]]

    assert found() == [full.pk, lunch.pk, here.pk]
    assert found(site="helsinki") == [here.pk]
    assert found(kind="theme-lunch") == [lunch.pk]
    assert found(free="true") == [here.pk]
    assert found(to=(now() + timedelta(days=8)).isoformat()) == [full.pk, lunch.pk]
    assert found(**{"from": (now() + timedelta(days=10)).isoformat()}) == [here.pk]
    assert found(size=1, page=2) == [lunch.pk]
    backwards = {"from": now().isoformat(), "to": (now() - timedelta(days=1)).isoformat()}
    assert program.get("events", **backwards).status_code == 422
    assert program.get("events", kinds="workshop").status_code == 422, "a word that means nothing here"


def test_lists_cost_the_same_for_one_and_for_three(cast: Cast, django_assert_num_queries: Any) -> None:
    program = program_of(cast.colleague)
    assert program.get("events").status_code == 200, "that the token was used is noted once a minute"
    for number in range(3):
        event = events.event(cast.member, places=1, after=7 + number)
        events.registration(people.person(), event)
        events.registration(cast.colleague, event)
        if number in {0, 2}:
            with django_assert_num_queries(9):
                assert program.get("events").json()["total"] == number + 1
            with django_assert_num_queries(4):
                rows = program.get("registrations").json()["items"]
            assert [row["position"] for row in rows] == [1] * (number + 1)


def test_a_list_is_asked_for_by_days_and_what_is_empty_is_not_asked(cast: Cast) -> None:
    event = events.event(cast.member, audience="public")
    program, day = program_of(cast.colleague), event.starts_at.astimezone(HELSINKI).date()
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    for first, last, found in ((day, day, 1), (before, before, 0), (after, after, 0), (before, after, 1)):
        told = program.get(f"events?from={first}&to={last}&kind=&site=&free=&language=")
        assert told.status_code == 200, told.json()
        assert told.json()["total"] == found, (first, last)
    for wrong in ("from=2026-13-01", "to=1999-01-01", "from=tomorrow", f"from={after}&to={before}"):
        assert program.get(f"events?{wrong}").status_code == 422, wrong


def test_a_draft_is_published(cast: Cast) -> None:
    draft = events.event(cast.member, publish=False)
    program, path = program_of(cast.member), f"events/{draft.pk}/publication"
    assert program_of(cast.colleague).post(path).status_code == 404
    first, again = (program.post(path, key="k") for _n in range(2))
    assert (first.status_code, again["Idempotent-Replay"]) == (200, "true")
    assert program_of(cast.colleague).get(f"events/{draft.pk}").status_code == 200
    assert program.post(path).status_code == 409
