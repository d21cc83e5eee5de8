"""A program answers for the authors of an idea, undoes a joining, and throws batons, by the same rules as the pages."""

from typing import Any

import pytest

from fiksummin.core.models import Letter
from fiksummin.experiments import actions as trying
from fiksummin.experiments import queries
from fiksummin.experiments.models import Baton, Experiment
from fiksummin.ideas import actions
from fiksummin.ideas.models import Campaign, Idea, Merge
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import experiments, ideas, people


@pytest.fixture
def asked(cast: Cast) -> Campaign:
    return ideas.campaign(cast.facilitator)


@pytest.fixture
def merge(cast: Cast, asked: Campaign) -> Merge:
    """The facilitator asks whether the member's idea may be joined to the colleague's."""
    one, two = ideas.idea(cast.member, asked), ideas.idea(cast.colleague, asked)
    return actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=ideas.reason())


def test_the_authors_read_what_waits_and_agree_once(cast: Cast, merge: Merge) -> None:
    program = program_of(cast.member)
    waiting = program.get("merges").json()["items"]
    assert [(one["idea"], one["into"], one["agreed_at"]) for one in waiting] == [
        (merge.idea_id, merge.into_id, None)
    ]
    assert program_of(cast.colleague).get("merges").json()["items"] == []
    said = {"agrees": True}
    refused = program_of(cast.colleague).post(f"ideas/{merge.idea_id}/merge/answer", said)
    assert refused.status_code == 403
    first, again = (program.post(f"ideas/{merge.idea_id}/merge/answer", said, key="k") for _n in range(2))
    assert (first.status_code, first.json()["state"]) == (200, "merged")
    assert again["Idempotent-Replay"] == "true"
    assert program.post(f"ideas/{merge.idea_id}/merge/answer", said).status_code == 404
    assert program.get(f"ideas/{merge.idea_id}/merge").json()["agreed_at"] is not None
    undone = program.post(f"ideas/{merge.idea_id}/merge/undoing", {"words": "Se on sittenkin eri asia."})
    assert (undone.status_code, undone.json()["state"]) == (200, "open")
    assert program.get(f"ideas/{merge.idea_id}/merge").status_code == 404


def test_a_refusal_has_a_word_to_whoever_asked(cast: Cast, merge: Merge) -> None:
    program = program_of(cast.member)
    silent = program.post(f"ideas/{merge.idea_id}/merge/answer", {"agrees": False})
    assert (silent.status_code, silent.json()["errors"][0]["field"]) == (422, "words")
    assert silent["Content-Type"] == "application/problem+json"
    said = program.post(f"ideas/{merge.idea_id}/merge/answer", {"agrees": False, "words": "Eri asia."})
    assert (said.status_code, Idea.objects.get(pk=merge.idea_id).state) == (200, "open")


BATON = {"title": "Kokeile jotain uutta", "receivers": ["yksi@virasto.example", "Kaksi@virasto.example "]}


def test_many_batons_are_thrown_at_once_all_or_none(cast: Cast, asked: Campaign) -> None:
    program, unit = program_of(cast.facilitator), people.organisation()
    wish: dict[str, Any] = BATON | {"organisations": [unit.pk, unit.pk], "hold_days": 7}
    first, again = (program.post(f"campaigns/{asked.pk}/batons", wish, key="k") for _n in range(2))
    assert first.status_code == 201, first.content
    assert (len(first.json()["items"]), Baton.objects.count(), Letter.objects.count()) == (3, 3, 2)
    assert again["Idempotent-Replay"] == "true"
    assert [one["id"] for one in program.get(f"campaigns/{asked.pk}/batons").json()["items"]] == [
        one["id"] for one in reversed(first.json()["items"])
    ]
    for bad, status in (
        ({"receivers": ["yksi@virasto.example", "ei osoite"]}, 422),
        ({"receivers": [str(cast.facilitator.email)]}, 422),
        ({"receivers": []}, 403),
        ({"organisations": [10**9]}, 422),
        ({"title": " "}, 422),
        ({"hold_days": 0}, 422),
    ):
        answer = program.post(f"campaigns/{asked.pk}/batons", BATON | bad)
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), bad
    assert Baton.objects.count() == 3
    assert program_of(cast.member).post(f"campaigns/{asked.pk}/batons", BATON).status_code == 403
    assert program_of(cast.guest).post(f"campaigns/{asked.pk}/batons", BATON).status_code == 404


def test_a_baton_branches_after_a_try_only(cast: Cast, asked: Campaign) -> None:
    baton, program = experiments.baton(cast.facilitator, cast.member), program_of(cast.member)
    wish = {"receiver": "a@virasto.example", "more": ["b@virasto.example", "c@virasto.example"]}
    assert program.post(f"batons/{baton.pk}/hand-over", wish).status_code == 409
    hold = queries.holder(baton)
    assert hold is not None
    tried = trying.try_with_baton(by=cast.member, hold=hold, wish=experiments.wish())
    trying.end_experiment(by=cast.member, experiment=tried, wish=experiments.ending())
    assert program.post(f"batons/{baton.pk}/hand-over", wish).status_code == 200
    assert program.get("batons").json()["total"] == 3


def test_a_program_tells_that_the_same_did_not_work_elsewhere(cast: Cast) -> None:
    first = experiments.ended(cast.member)
    wish = {"how": "same", "works": "no", "where": "Neuvonta", "lesson": "Aika oli väärä: kukaan ei ehtinyt."}
    program = program_of(cast.outsider)
    answers = [program.post(f"experiments/{first.pk}/repetitions", wish, key="k") for _n in range(2)]
    body = answers[0].json()
    assert [answer.status_code for answer in answers] == [201, 201]
    assert (body["repeats"], body["works"], body["tried"], body["agencies"], body["worked"]) == (
        first.pk,
        "no",
        2,
        2,
        1,
    )
    assert Experiment.objects.count() == 2
    copied = program.post(f"experiments/{first.pk}/repetitions", wish | {"lesson": first.lesson})
    assert (copied.status_code, copied.json()["errors"][0]["field"]) == (422, "lesson")
