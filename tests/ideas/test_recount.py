"""The result is counted again from its file, by a program that shares no code with the service."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fiksummin.core.sealed import seal
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import PhaseKind, Weighing
from fiksummin.ideas.models import Campaign
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people
from tests.factories.ideas import reason, weighed

SCRIPT = Path(__file__).parents[2] / "bin" / "recount.py"


def recount(file: dict[str, Any], folder: Path) -> tuple[int, str]:
    path = folder / "file.json"
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(path)], capture_output=True, text=True, check=False, env={}
    )
    return ran.returncode, ran.stdout


def voted(cast: Cast, weighing: str) -> Campaign:
    """A campaign of two rounds, with an idea joined to another and somebody who was forgotten."""
    asked = weighed(cast.facilitator, weighing=weighing, ideas=9, voters=7, over=False)
    one, two, *_rest = asked.ideas.order_by("pk")
    actions.ask_to_merge(by=cast.facilitator, idea=one, into=two, reason=reason())
    second = asked.phases.get(kind=PhaseKind.DECIDE).starts_at
    asked.phases.filter(kind=PhaseKind.DECIDE).update(starts_at=second.replace(year=second.year + 1))
    asked.phases.create(kind=PhaseKind.WEIGH_AGAIN, starts_at=second)
    asked = Campaign.objects.get(pk=asked.pk)
    for number in range(5):
        voter = people.person()
        shown = actions.show_next(by=voter, campaign=asked, at=second)
        wish: dict[int, int | None] = {idea: (place + number) % 2 for place, idea in enumerate(shown)}
        actions.cast_ballot(by=voter, campaign=asked, wish=wish, by_turn=shown, at=second)
    one.support.filter(pk__in=one.support.values("pk")[:1]).update(person=None)
    return asked


@pytest.mark.parametrize("weighing", Weighing.values)
def test_counted_again_the_result_is_the_same(cast: Cast, tmp_path: Path, weighing: str) -> None:
    asked = voted(cast, weighing)
    file = queries.recount_of(asked)
    status, said = recount(file, tmp_path)
    assert (status, said.splitlines()[-1]) == (0, "EQUAL: counted again, the result is the same."), said
    titles = dict(asked.ideas.values_list("pk", "title"))
    ranking = [titles[row.idea] for row in queries.result_of(asked)]
    assert [line.split("  ")[-1] for line in said.splitlines()[:-1]] == ranking
    assert len(ranking) == 8


def _another_vote(file: dict[str, Any]) -> None:
    vote = next(vote for ballot in file["ballots"] for vote in ballot["votes"] if vote["value"] == 1)
    vote["value"] = 0


def _fewer_looks(file: dict[str, Any]) -> None:
    file["ideas"][4]["shown"][0] -= 1


def _another_place(file: dict[str, Any]) -> None:
    file["ranking"][0]["idea"], file["ranking"][1]["idea"] = (row["idea"] for row in file["ranking"][1::-1])


def _voted_twice(file: dict[str, Any]) -> None:
    votes = file["ballots"][0]["votes"]
    votes.append(votes[0])


def _another_title(file: dict[str, Any]) -> None:
    file["ideas"][0]["title"] = "Toinen"


@pytest.mark.parametrize(
    "tamper", [_another_vote, _fewer_looks, _another_place, _voted_twice, _another_title]
)
def test_a_file_that_was_changed_is_found_out(
    cast: Cast, tmp_path: Path, tamper: Callable[[dict[str, Any]], None]
) -> None:
    file = queries.recount_of(voted(cast, Weighing.SUPPORT))
    assert recount(file, tmp_path)[0] == 0
    tamper(file)
    status, said = recount(file, tmp_path)
    assert (status, "digest is another" in said) == (1, True)
    file["digest"] = seal(file)
    status, said = recount(file, tmp_path)
    assert status == (0 if tamper is _another_title else 1), said


def test_the_file_names_nobody(cast: Cast) -> None:
    asked = voted(cast, Weighing.SUPPORT)
    asked.phases.filter(kind=PhaseKind.DECIDE).update(starts_at=asked.made_at)
    asked.phases.exclude(kind=PhaseKind.DECIDE).delete()
    answer = signed_in(cast.member).get(f"/fi/campaigns/{asked.slug}/recount.json")
    assert answer.status_code == 200, answer.content
    file, again = json.loads(answer.content), queries.recount_of(asked)
    assert (
        recount_keys(file["ballots"])
        == {"voter", "round", "votes", "idea", "value", "by_turn"}
        == recount_keys(again["ballots"])
    )
    assert sorted(ballot["voter"] for ballot in file["ballots"]) == list(range(1, len(file["ballots"]) + 1))
    assert [ballot["votes"] for ballot in file["ballots"]] != [ballot["votes"] for ballot in again["ballots"]]
    assert program_of(cast.member).get(f"campaigns/{asked.pk}/recount").json()["ranking"] == file["ranking"]


def recount_keys(ballots: list[dict[str, Any]]) -> set[str]:
    return {key for ballot in ballots for part in (ballot, *ballot["votes"]) for key in part}


def test_no_file_while_ideas_are_weighed_or_of_a_few(cast: Cast) -> None:
    going_on = weighed(cast.facilitator, over=False)
    few = weighed(cast.facilitator, voters=4)
    for asked, sentence in ((going_on, "follows the crowd"), (few, "Fewer than five")):
        answer = program_of(cast.member, language="en").get(f"campaigns/{asked.pk}/recount")
        assert answer.status_code == 409
        assert sentence in answer.content.decode()
