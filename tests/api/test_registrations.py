"""A program registers, waits, switches, accepts and checks in, by the same rules as the pages."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from fiksummin.core.models import Entry
from fiksummin.core.time import now
from fiksummin.events import actions
from fiksummin.events.models import Registration
from fiksummin.events.queries.wishes import Asked
from fiksummin.people.models import Person
from tests.api.conftest import Program, program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import events, people, spaces


def register(program: Program, event: Any, body: dict[str, Any] | None = None, key: str = "") -> Any:
    return program.post(f"events/{event.pk}/registrations", body or {}, key=key)


def test_a_place_then_the_queue_then_the_place(cast: Cast) -> None:
    event = events.event(cast.member, places=1)
    first, second = program_of(cast.colleague), program_of(people.person())
    held, waits = register(first, event), register(second, event)
    assert (held.status_code, waits.status_code) == (201, 202)
    body = held.json()
    assert (body["state"], body["holds"], body["position"]) == ("confirmed", "on_site", None)
    assert held["Location"] == f"/api/v1/registrations/{body['id']}"
    assert (waits.json()["state"], waits.json()["position"], waits.json()["holds"]) == ("queued", 1, None)
    told = second.get(f"events/{event.pk}").json()
    assert (told["mine"], told["places"][0]["queue"]) == (waits.json(), 1)
    gone = first.post(f"registrations/{body['id']}/cancellation", {"reason": "Sairastuin"})
    assert (gone.status_code, gone.json()["state"], gone.json()["end"]) == (200, "ended", "cancelled")
    assert second.get("registrations").json()["items"][0]["state"] == "confirmed"
    assert first.get("registrations").json()["items"] == []


def test_the_same_key_registers_once(cast: Cast) -> None:
    event, program = events.event(cast.member, places=2), program_of(cast.colleague)
    answers = [register(program, event, {"people": 2}, key="k") for _time in range(2)]
    assert [answer.json() for answer in answers] == [answers[0].json()] * 2
    assert (answers[1].status_code, answers[1]["Idempotent-Replay"]) == (201, "true")
    assert register(program, event, {"people": 1}, key="k").status_code == 422
    again = register(program, event, {"people": 2}, key="other")
    assert (again.status_code, again.json()["detail"]) == (409, "You have registered already.")
    assert Registration.objects.count() == 1


def test_why_not_is_said_as_on_the_page(cast: Cast) -> None:
    program = program_of(cast.colleague)
    draft = events.event(cast.member, publish=False)
    early = events.event(cast.member, opens_at=now() + timedelta(hours=1))
    late = events.event(cast.member, closes_at=now() + timedelta(hours=1), opens_at=now() - timedelta(days=1))
    type(late).objects.filter(pk=late.pk).update(closes_at=now() - timedelta(minutes=1))
    off = events.event(cast.member)
    actions.cancel_event(by=cast.member, event=off, reason="Puhuja sairastui")
    assert register(program, draft).status_code == 404
    for event, words in (
        (early, "Registration opens"),
        (late, "Registration closed"),
        (off, "has been cancelled"),
    ):
        answer = register(program, event)
        assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
        assert words in answer.json()["detail"]
        said = program.get(f"events/{event.pk}").json()["closed_because"]
        assert said == answer.json()["detail"]
    assert register(program_of(cast.member), draft).status_code == 409, "she sees it, and it is not published"
    finnish = program_of(cast.colleague, language="fi")
    assert register(finnish, off).json()["detail"] != register(program, off).json()["detail"]


def test_who_may_not_see_an_event_hears_nothing_of_it(cast: Cast) -> None:
    event = events.event(cast.member, audience="organisation", audience_organisation=people.organisation())
    assert register(program_of(cast.colleague), event).status_code == 404


def test_who_may_see_an_event_that_is_not_for_her_hears_so(cast: Cast) -> None:
    """The host of its site sees it, and so does who was of its people once; neither belongs to them."""
    body = people.organisation()
    event = events.event(
        cast.member, space=spaces.space(cast.helsinki), audience="organisation", audience_organisation=body
    )
    mover = people.person(organisation=body)
    held = register(program_of(mover), event).json()["id"]
    assert program_of(mover).post(f"registrations/{held}/cancellation").status_code == 200
    Person.objects.get_queryset().filter(pk=mover.pk).update(organisation=cast.member.organisation)
    for person in (cast.host, mover, cast.owner):
        told = program_of(person).get(f"events/{event.pk}")
        assert told.status_code == 200
        assert "not for those who come as you do" in told.json()["closed_because"]
        [row] = program_of(person).get("events").json()["items"]
        assert "not for those who come as you do" in row["closed_because"]
        assert program_of(person).get("events", free="true").json()["items"] == []
        answer = register(program_of(person), event)
        assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
        assert "not for those who come as you do" in answer.json()["detail"]
        page = signed_in(person).get(f"/en/events/{event.pk}/").content.decode()
        assert "not for those who come as you do" in page
        assert ">Register<" not in page
        typed = signed_in(person).post(f"/en/events/{event.pk}/registration/", {"mode": "on_site"})
        assert typed.status_code == 409
    assert Registration.objects.standing().count() == 0


def test_who_holds_an_event_may_take_part(cast: Cast) -> None:
    event = events.event(cast.member, audience="organisation", audience_organisation=people.organisation())
    program = program_of(cast.member)
    assert [row["closed_because"] for row in program.get("events", free="true").json()["items"]] == [""]
    assert register(program, event).status_code == 201


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 10_000}, "people"),
        ({"people": 4}, "people"),
        ({"mode": "hologram"}, "mode"),
        ({"mode": "virtual"}, "mode"),
        ({"companions": ["Aino"]}, "companions"),
        ({"people": 2, "companions": ["A" * 151]}, "companions"),
        ({"answers": {"999": "ei"}}, "answers"),
        ({"answers": {"x": "ei"}}, "answers"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(cast: Cast, body: dict[str, Any], field: str) -> None:
    event = events.event(cast.member, places=3)
    answer = register(program_of(cast.colleague), event, body)
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])


def test_answers_go_with_the_registration(cast: Cast) -> None:
    event = events.event(cast.member, questions=(Asked("Mitä syöt?", is_required=True),))
    question, program = str(event.questions.get().pk), program_of(cast.colleague)
    missing = register(program, event)
    assert (missing.status_code, missing.json()["errors"][0]["field"]) == (422, f"question-{question}")
    assert register(program, event, {"answers": {question: "Vegaani"}}).status_code == 201
    assert Registration.objects.get().answers.get().value == "Vegaani"


def test_in_both_ways_one_says_which(cast: Cast) -> None:
    event, program = events.event(cast.member, places=1, virtual_places=1), program_of(cast.colleague)
    assert register(program, event).status_code == 422
    mine = register(program, event, {"mode": "on_site"}).json()["id"]
    online = events.registration(people.person(), event, mode="virtual")
    kept = program.post(f"registrations/{mine}/mode", {"mode": "virtual"})
    assert (kept.status_code, kept.json()["holds"], kept.json()["mode"], kept.json()["position"]) == (
        200, "on_site", "virtual", 1,
    )  # fmt: skip
    actions.cancel_registration(by=online.person, registration=online)
    assert program.get(f"registrations/{mine}").json()["holds"] == "virtual"
    assert program.post(f"registrations/{mine}/mode", {"mode": "virtual"}).status_code == 409


def test_an_offered_place_is_accepted_or_refused(cast: Cast) -> None:
    event = events.event(cast.member, places=1, offer_hours=24)
    holder = events.registration(people.person(), event)
    first, second = program_of(cast.colleague), program_of(people.person())
    mine, next_one = (register(program, event).json()["id"] for program in (first, second))
    actions.cancel_registration(by=holder.person, registration=holder)
    offered = first.get(f"registrations/{mine}").json()
    assert (offered["state"], offered["answer_by"] is not None) == ("offered", True)
    assert second.post(f"registrations/{next_one}/acceptance").status_code == 409
    assert second.post(f"registrations/{mine}/acceptance").status_code == 404
    assert first.post(f"registrations/{mine}/refusal").json()["end"] == "declined"
    taken = [second.post(f"registrations/{next_one}/acceptance", key="once") for _time in range(2)]
    assert [answer.status_code for answer in taken] == [200, 200]
    assert taken[1].json()["state"] == "confirmed"
    assert Entry.objects.filter(fact="events.PlaceConfirmed", data__registration=next_one).count() == 1


def test_whoever_declines_keeps_her_turn_in_the_other_queue(cast: Cast) -> None:
    event = events.event(cast.member, places=1, virtual_places=1, offer_hours=24)
    holder = events.registration(people.person(), event)
    events.registration(people.person(), event, mode="virtual")
    program = program_of(cast.colleague)
    mine = register(program, event, {"mode": "on_site"}).json()["id"]
    actions.cancel_registration(by=holder.person, registration=holder)
    program.post(f"registrations/{mine}/mode", {"mode": "virtual"})
    declined = program.post(f"registrations/{mine}/refusal").json()
    assert [declined[name] for name in ("state", "mode", "holds", "position", "end")] == [
        "queued", "virtual", None, 1, None,
    ]  # fmt: skip
    assert program.post(f"registrations/{mine}/refusal").status_code == 409


def test_no_place_in_line_before_the_draw(cast: Cast) -> None:
    event = events.event(cast.member, places=1, allocation="lottery")
    answer = register(program_of(cast.colleague), event)
    assert (answer.status_code, answer.json()["state"], answer.json()["position"]) == (202, "drawing", None)


def test_the_door_notes_who_came(cast: Cast) -> None:
    room = spaces.space(cast.helsinki, seats=8)
    event = events.event(cast.member, space=room, places=3)
    row = events.registration(cast.colleague, event, people=3)
    assert program_of(cast.colleague).post(f"registrations/{row.pk}/check-in").status_code == 403
    assert program_of(cast.outsider).post(f"registrations/{row.pk}/check-in").status_code == 404
    with time_machine.travel(event.starts_at, tick=False):
        host = program_of(cast.host)
        answers = [host.post(f"registrations/{row.pk}/check-in", {"people": 2}) for _time in "ab"]
        assert [(answer.status_code, answer.json()["arrived"]) for answer in answers] == [(200, 2)] * 2
        assert host.post(f"registrations/{row.pk}/check-in", {"people": 0}).status_code == 422


def test_the_earliest_of_late_check_ins_counts(cast: Cast) -> None:
    event = events.event(cast.member, places=3, hosts=(cast.host,), after=0.25)
    row = events.registration(cast.colleague, event)
    host, began = program_of(cast.host), now()
    for after in (30, 10, 20, 10):
        at = (began + timedelta(milliseconds=after)).isoformat()
        answer = host.post(f"registrations/{row.pk}/check-in", {"at": at})
        assert answer.status_code == 200, answer.content
    row.refresh_from_db()
    assert row.arrived_at is not None
    assert row.arrived_at <= began + timedelta(milliseconds=10)
    later = host.post(f"registrations/{row.pk}/check-in", {"at": (began + timedelta(days=9)).isoformat()})
    assert later.status_code == 200
    assert not row.presses.filter(pressed_at__gt=now()).exists()
    early = host.post(f"registrations/{row.pk}/check-in", {"at": (began - timedelta(days=9)).isoformat()})
    assert early.status_code == 422


def test_an_organiser_sees_and_removes_those_who_registered(cast: Cast) -> None:
    event = events.event(cast.member)
    row = events.registration(cast.colleague, event)
    program = program_of(cast.member)
    assert program.get(f"registrations/{row.pk}").json()["name"] == str(cast.colleague)
    long = program.post(f"registrations/{row.pk}/cancellation", {"reason": "a" * 301})
    assert (long.status_code, long.json()["errors"][0]["field"]) == (422, "reason")
    gone = program.post(f"registrations/{row.pk}/cancellation", {"reason": "Väärä tapahtuma"})
    assert gone.json()["end"] == "removed"
    assert program.post(f"registrations/{row.pk}/cancellation").status_code == 409


def test_who_did_not_come_is_told_of_nobody_once_it_is_over(cast: Cast) -> None:
    event = events.event(cast.member)
    row = events.registration(cast.colleague, event)
    program = program_of(cast.member)
    assert program.get(f"registrations/{row.pk}").json()["arrived"] == 0
    with time_machine.travel(event.ends_at + timedelta(minutes=1)):
        assert program.get(f"registrations/{row.pk}").json()["arrived"] is None
