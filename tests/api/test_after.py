"""A program tells what was taken away and invites the lab, by the same rules as the pages."""

from datetime import timedelta
from typing import Any

import time_machine

from fiksummin.core.time import today
from fiksummin.core.workdays import working_day_after
from fiksummin.events.models import Event, Invitation, Takeaway
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import events

ASKED: dict[str, Any] = {"topic": "Yhteiset tilat", "dates": "tammikuussa", "people": 30}


def after(event: Event) -> Any:
    return time_machine.travel(event.ends_at + timedelta(hours=1), tick=False)


def test_what_was_taken_away_is_told_once_and_then_otherwise(cast: Cast) -> None:
    event = events.event(cast.owner, places=1)
    events.registration(cast.member, event)
    address, told = f"events/{event.pk}/takeaways", {"text": "Kysy ensin"}
    early = program_of(cast.member).post(address, told)
    assert (early.status_code, "has begun" in early.json()["detail"]) == (409, True)
    with after(event):
        program = program_of(cast.member)
        first = [program.post(address, told, key="k") for _twice in range(2)]
        assert [answer.status_code for answer in first] == [201, 201]
        assert first[0].json() == first[1].json()
        assert first[1]["Idempotent-Replay"] == "true"
        again = program.post(address, {"text": "Päätä sitten", "named": True})
        assert (again.status_code, again.json()["id"], again.json()["named"]) == (
            200,
            first[0].json()["id"],
            True,
        )
        assert program.post(address, {"link": "javascript:alert(1)"}).status_code == 422
        assert program.post(address, {"text": "x" * 2001}).status_code == 422
        assert program.post(address, {}).status_code == 422
        stranger = program_of(cast.colleague).post(address, told)
        assert (stranger.status_code, "took part" in stranger.json()["detail"]) == (409, True)
        assert Takeaway.objects.get().text == "Päätä sitten"


def test_a_draft_or_a_foreign_event_is_not_there(cast: Cast) -> None:
    event = events.event(cast.owner, places=1, publish=False)
    assert program_of(cast.member).post(f"events/{event.pk}/takeaways", {"text": "x"}).status_code == 404


def test_an_agency_invites_the_lab(cast: Cast) -> None:
    program = program_of(cast.outsider)
    answers = [program.post("invitations", ASKED, key="k") for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    body, row = answers[0].json(), Invitation.objects.get()
    due = working_day_after(today(), 10)
    assert (body["id"], body["state"], body["answer_by"]) == (row.pk, "waiting", due.isoformat())
    assert program.post("invitations", {**ASKED, "topic": " "}).status_code == 422
    assert program.post("invitations", {**ASKED, "people": 0}).status_code == 422
    partner = program_of(cast.partner).post("invitations", ASKED)
    assert (partner.status_code, "state administration" in partner.json()["detail"]) == (403, True)
    assert Invitation.objects.count() == 1
