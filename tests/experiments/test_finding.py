"""Finding experiments: the list, its table and the API narrow alike."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.core.time import now, today
from fiksummin.experiments.choices import STANDINGS
from fiksummin.experiments.models import Experiment
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Person
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def each(cast: Cast) -> dict[str, Experiment]:
    """An experiment of each standing."""
    begun = now() - timedelta(days=30)
    return {
        "ahead": make.experiment(cast.member, starts_on=today() + timedelta(days=3)),
        "on": make.experiment(cast.member),
        "overdue": make.experiment(cast.member, moment=begun),
        "works": make.ended(cast.member),
        "partly": make.ended(cast.member, "partly"),
        "no": make.ended(cast.member, "no"),
    }


def shown(person: Person, query: str) -> list[int]:
    """Give the experiments of the list, when the table has the same."""
    page = signed_in(person).get(f"/en/experiments/{query}")
    table = signed_in(person).get(f"/en/experiments.csv{query}")
    assert page.status_code == 200
    numbers = [row.pk for row in page.context["page"]]
    lines = b"".join(table.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]  # it streams
    assert [int(line.split(";")[0]) for line in lines[1:]] == numbers
    return numbers


@pytest.mark.parametrize("standing", [value for value, _label in STANDINGS])
def test_by_where_it_stands(cast: Cast, each: dict[str, Experiment], standing: str) -> None:
    assert shown(cast.colleague, f"?standing={standing}") == [each[standing].pk]
    told = program_of(cast.colleague).get(f"experiments?standing={standing}").json()
    assert ([row["id"] for row in told["items"]], told["total"]) == ([each[standing].pk], 1)
    one = each[standing]
    assert standing in (one.state(today()), one.works)


def test_by_perspective_and_organisation_together(cast: Cast) -> None:
    both = (Perspective.LEADERSHIP, Perspective.ICT)
    here = make.experiment(cast.member, perspectives=both)
    make.experiment(cast.member)
    there = make.experiment(cast.outsider, perspectives=both)
    home = cast.member.organisation_id
    assert shown(cast.colleague, f"?perspective={Perspective.ICT}") == [there.pk, here.pk]
    query = f"?perspective={Perspective.ICT}&organisation={home}"
    assert shown(cast.colleague, query) == [here.pk]
    told = program_of(cast.colleague).get(f"experiments{query}").json()
    assert [(row["id"], row["perspectives"]) for row in told["items"]] == [(here.pk, list(both))]


def test_the_list_leads_to_the_table_of_the_same(cast: Cast, each: dict[str, Experiment]) -> None:
    page = signed_in(cast.colleague).get("/en/experiments/?standing=no").content.decode()
    assert 'href="/en/experiments.csv?standing=no"' in page
    assert "1 such experiment" in page


@pytest.mark.parametrize(
    "query", ["standing=ended-well", "perspective=%00", "organisation=x", "organisation=9" + "9" * 30]
)
def test_what_cannot_be_asked_is_told_at_its_field(cast: Cast, query: str) -> None:
    make.experiment(cast.member)
    page = signed_in(cast.colleague).get(f"/en/experiments/?{query}")
    assert page.status_code == 422
    assert "aria-invalid" in page.content.decode()
    assert program_of(cast.colleague).get(f"experiments?{query}").status_code == 422


def test_a_guest_finds_her_own_alone(cast: Cast, each: dict[str, Experiment]) -> None:
    hers = make.experiment(cast.member, team=(cast.guest,))
    assert shown(cast.guest, "?standing=on") == [hers.pk]


def test_many_are_told_in_as_many_questions_as_few(cast: Cast) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            program_of(cast.colleague).get("experiments")
        return len(asked)

    first = make.ended(cast.member)
    cost()
    few = cost()
    for _n in range(4):
        make.experiment(cast.outsider)
    make.experiment(cast.outsider, repeats=first, repeats_how="same")
    assert cost() == few


def told(person: Person) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = program_of(person).get("experiments").json()["items"]
    return rows


def test_the_api_counts_each_family_apart(cast: Cast) -> None:
    first = make.ended(cast.member)
    again = make.experiment(cast.outsider, repeats=first, repeats_how="same")
    alone = make.experiment(cast.member)
    counts = {row["id"]: (row["tried"], row["agencies"], row["worked"]) for row in told(cast.member)}
    assert counts == {first.pk: (2, 2, 1), again.pk: (2, 2, 1), alone.pk: (1, 1, 0)}
