"""Experiments as a table: every cell is text, each reader gets what her list shows, and many are read in parts."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.experiments import actions, exports
from fiksummin.people.models import Person
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db
TRAPS = ('=cmd|"/c calc"!A1', "+1+1", "-2+3", "@SUM(A1)", " =1+1", "\uff1d1+1")


def table(person: Person, language: str = "en") -> list[list[str]]:
    answer = signed_in(person).get(f"/{language}/experiments.csv")
    assert (answer.status_code, answer.streaming) == (200, True)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="experiments-')
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # it streams
    return list(csv.reader(StringIO(text), delimiter=";"))


@pytest.mark.parametrize("trap", TRAPS)
def test_no_cell_is_a_formula(cast: Cast, trap: str) -> None:
    make.experiment(cast.member, title=trap, why=trap, place=trap)
    _head, row = table(cast.colleague)
    assert sum(trap.strip() in cell for cell in row) == 3
    assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+-@\t\uff1d")]


def test_it_says_what_the_pages_say_the_newest_first_and_in_the_language(cast: Cast) -> None:
    one = make.experiment(cast.member, title="Kävelykokous")
    two = make.experiment(cast.colleague, title="Etäviikko")
    actions.end_experiment(by=cast.member, experiment=one, wish=make.ending())
    head, *rows = table(cast.outsider)
    assert [int(row[0]) for row in rows] == [two.pk, one.pk]
    told = dict(zip(head, rows[1], strict=True))
    one.refresh_from_db()
    assert (told["State"], told["Lesson"]) == (str(one.state(one.ends_on).label), one.lesson)
    assert told["Who carries it out"] == str(cast.member)
    assert told["Page"].endswith(f"/en/experiments/{one.pk}/")
    assert table(cast.outsider, "fi")[0][0] == "Numero"


def test_a_guest_gets_her_own_alone(cast: Cast) -> None:
    hers = make.experiment(cast.member, team=(cast.guest,))
    make.experiment(cast.member)
    _head, *rows = table(cast.guest)
    assert [int(row[0]) for row in rows] == [hers.pk]


def test_many_are_read_in_parts(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for _n in range(5):
        make.experiment(cast.member)
    table(cast.member)
    with CaptureQueriesContext(connection) as few:
        assert len(table(cast.member)) == 6
    monkeypatch.setattr(exports, "AT_ONCE", 2)
    with CaptureQueriesContext(connection) as parted:
        assert len(table(cast.member)) == 6
    assert len(parted) == len(few) + 4, "the teams of each part, and the people in them"
