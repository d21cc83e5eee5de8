"""A program reads campaigns, proposes, supports, answers and joins ideas, by the same rules as the pages."""

from datetime import datetime
from typing import Any

import pytest

from fiksummin.ideas.choices import Weighing
from fiksummin.ideas.models import Campaign, Idea, IdeaStep, Turn
from fiksummin.trail import queries
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import ideas

WISH = {
    "title": "Kävelykokoukset",
    "body": "Kahden hengen kokoukset kävellen.",
    "perspective": "ways_of_working",
}


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return ideas.campaign(cast.facilitator)


def propose(cast: Cast, asked: Campaign) -> Any:
    return program_of(cast.member).post(f"campaigns/{asked.pk}/ideas", WISH).json()


def test_an_idea_is_proposed_and_somebody_answers_for_it(cast: Cast, asked: Campaign) -> None:
    program = program_of(cast.member)
    answer = program.post(f"campaigns/{asked.pk}/ideas", WISH)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert answer["Location"] == f"/api/v1/ideas/{body['id']}"
    assert (body["state"], body["owner"], body["supporters"]) == ("open", str(cast.facilitator), None)
    assert [step["kind"] for step in body["trail"]] == ["campaign", "idea"]
    assert program.get("campaigns").json()["items"][0]["ideas"] == 1
    assert [one["id"] for one in program.get(f"campaigns/{asked.pk}/ideas").json()["items"]] == [body["id"]]


def test_no_decision_without_a_reason(cast: Cast, asked: Campaign) -> None:
    number, program = propose(cast, asked)["id"], program_of(cast.facilitator)
    refused = program.post(f"ideas/{number}/decisions", {"state": "declined", "reason": "ei"})
    assert (refused.status_code, IdeaStep.objects.count()) == (422, 1)
    said = ideas.reason()
    answer = program.post(f"ideas/{number}/decisions", {"state": "declined", "reason": said})
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert (body["state"], body["reason"], body["owner"]) == ("declined", said, None)
    assert [step["state"] for step in body["history"]] == ["open", "declined"]
    assert [step["kind"] for step in body["trail"]] == ["campaign", "idea", "decision"]
    again = program.post(f"ideas/{number}/decisions", {"state": "carried_out", "reason": ideas.reason()})
    assert again.status_code == 409
    other = program_of(cast.colleague).post(
        f"ideas/{number}/decisions", {"state": "considered", "due_on": "2030-01-02", "next_step": "x"}
    )
    assert other.status_code == 403


def test_who_answers_for_the_next_step_is_named_by_address(cast: Cast, asked: Campaign) -> None:
    number, program = propose(cast, asked)["id"], program_of(cast.facilitator)
    step = {"state": "considered", "due_on": ideas.in_days(9).isoformat(), "next_step": "Kysytään"}
    said = set()
    for address in (str(cast.outsider.email), "nobody@nowhere.example"):
        refused = program.post(f"ideas/{number}/decisions", step | {"owner": address})
        said.add((refused.status_code, refused.json()["detail"]))
    assert len(said) == 1, "the same for a member elsewhere and for nobody"
    assert said.pop()[0] == 422
    body = program.post(f"ideas/{number}/decisions", step | {"owner": str(cast.host.email)}).json()
    assert body["owner"] == body["history"][-1]["owner"] == str(cast.host)
    assert body["history"][0]["owner"] == str(cast.facilitator)


def test_the_ideas_of_a_campaign_are_narrowed_and_stand_as_on_the_page(cast: Cast, asked: Campaign) -> None:
    """While ideas are weighed the least shown come first; what cannot be read gets a sentence."""
    one = ideas.idea(cast.member, asked, language="sv")
    two = ideas.idea(cast.member, asked, perspective="leadership")
    Turn.objects.filter(idea=two).update(shown=3)
    program = program_of(cast.member)

    def found(query: str = "") -> list[int]:
        return [row["id"] for row in program.get(f"campaigns/{asked.pk}/ideas{query}").json()["items"]]

    assert found() == [one.pk, two.pk], "a channel is always weighed"
    assert found("?language=sv") == [one.pk]
    assert found("?perspective=leadership&state=open") == [two.pk]
    assert found("?state=declined") == []
    assert program.get(f"campaigns/{asked.pk}/ideas?state=merged").status_code == 422


def test_support_counts_once_and_shows_after_ones_own(cast: Cast, asked: Campaign) -> None:
    number = propose(cast, asked)["id"]
    for _time in range(2):
        body = program_of(cast.colleague).post(f"ideas/{number}/support", {}).json()
    assert (body["supporters"], body["mine"]) == (1, True)
    assert program_of(cast.member).get(f"ideas/{number}").json()["supporters"] is None
    taken_back = program_of(cast.colleague).post(f"ideas/{number}/support", {"value": 0}).json()
    assert (taken_back["supporters"], taken_back["mine"]) == (None, False)


def test_a_program_votes_reads_its_ballot_and_takes_a_grade_of_0_back(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator, weighing=Weighing.SCALE)
    number, program = propose(cast, asked)["id"], program_of(cast.colleague)
    graded = program.post(f"ideas/{number}/support", {"value": 0})
    assert (graded.status_code, graded.json()["mine"], graded.json()["supporters"]) == (200, False, None)
    expected = {
        "weighing": "scale",
        "round": 1,
        "most": None,
        "left": None,
        "votes": [{"idea": number, "value": 0}],
    }
    assert program.get(f"campaigns/{asked.pk}/ballot").json() == expected
    for _time in range(2):
        assert program.delete(f"ideas/{number}/support").status_code == 200
    assert program.get(f"campaigns/{asked.pk}/ballot").json()["votes"] == []
    assert program_of(cast.member).get(f"campaigns/{asked.pk}/ballot").json()["votes"] == []


def test_a_program_hears_that_it_has_no_approval_left(cast: Cast) -> None:
    asked = ideas.campaign(cast.facilitator, weighing=Weighing.APPROVE, approve_most=1)
    one, two = (propose(cast, asked)["id"] for _one in range(2))
    program = program_of(cast.colleague)
    assert program.post(f"ideas/{one}/support", {}).status_code == 200
    refused = program.post(f"ideas/{two}/support", {})
    assert (refused.status_code, "Take one back first" in refused.content.decode()) == (409, True)
    assert program.get(f"campaigns/{asked.pk}/ballot").json()["left"] == 0


def test_ones_own_idea_is_joined_at_once(cast: Cast, asked: Campaign) -> None:
    one, two = propose(cast, asked)["id"], ideas.idea(cast.colleague, asked)
    answer = program_of(cast.member).post(f"ideas/{one}/merge", {"into": two.pk, "reason": ideas.reason()})
    assert answer.json()["state"] == "merged", answer.content
    assert Idea.objects.get(pk=one).state == "merged"
    trail = program_of(cast.member).get(f"trail/idea/{two.pk}").json()
    assert [link["kind"] for step in trail["steps"] for link in step["comes_of"]].count("merged") == 1


def test_a_long_trail_is_read_in_parts(cast: Cast, asked: Campaign, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "A_PART", 3)
    numbers = [propose(cast, asked)["id"] for _one in range(4)]
    program, path = program_of(cast.member), f"trail/campaign/{asked.pk}"
    first = program.get(path).json()
    assert [step["kind"] for step in first["steps"]] == ["campaign", "idea", "idea"]
    rest = program.get(f"{path}?after={first['next']}").json()
    assert ([step["kind"] for step in rest["steps"]], rest["next"]) == (["idea", "idea"], None)
    told = [step["url"] for step in first["steps"][1:] + rest["steps"]]
    assert [int(url.rstrip("/").rsplit("/")[-1]) for url in told] == numbers
    for wrong in ("-1", "x", str(2**63)):
        assert program.get(f"{path}?after={wrong}").status_code == 422, wrong


def test_strangers_find_nothing(cast: Cast, asked: Campaign) -> None:
    number = propose(cast, asked)["id"]
    for address in (
        f"ideas/{number}",
        f"trail/idea/{number}",
        f"trail/nothing/{number}",
        f"campaigns/{asked.pk}/ideas",
    ):
        assert program_of(cast.guest).get(address).status_code == 404, address


def test_a_campaign_tells_when_its_phases_begin(cast: Cast) -> None:
    asked = ideas.weighed(cast.facilitator, ideas=1, voters=0)
    told = next(
        one for one in program_of(cast.member).get("campaigns").json()["items"] if one["id"] == asked.pk
    )
    assert [one["kind"] for one in told["phases"]] == ["collect", "weigh", "decide"]
    starts = [datetime.fromisoformat(one["starts_at"]).replace(microsecond=0) for one in told["phases"]]
    assert starts == [phase.starts_at.replace(microsecond=0) for phase in asked.phases.all()]
