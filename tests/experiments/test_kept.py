"""What is over stays as it was told, by whatever way somebody writes: an ending, a turn, an answer, a line of a log."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from fiksummin.core.time import now, today
from fiksummin.experiments import actions, queries
from fiksummin.experiments.models import Experiment, Hold, Note, Reception, Wording
from fiksummin.experiments.models.experiment import WORDS
from tests.cast import Cast
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db


def written(row: Model, column: str, value: Any) -> bool:
    """Write a column past the actions; say whether the database took it."""
    table, quote = row._meta.db_table, connection.ops.quote_name
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {quote(table)} SET {quote(column)} = %s WHERE id = %s",  # noqa: S608 -- names of the models
                [value, row.pk],
            )
    except IntegrityError:
        return False
    return True


ENDING: list[tuple[str, Any]] = [
    ("title", "Toinen"), ("why", "Toinen"), ("lesson", "Aivan toinen oppi kuin se, joka luettiin."), ("works", "no"),
    ("result", "Toinen"), ("decision", "Toinen"), ("ended_at", None), ("euros", 5), ("ends_on", today()),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value"), ENDING)
def test_an_ended_experiment_is_not_told_otherwise(cast: Cast, column: str, value: Any) -> None:
    ended, running = make.ended(cast.member), make.experiment(cast.member)
    assert not written(ended, column, value)
    if column not in {"lesson", "works", "ended_at", "ends_on", *WORDS}:
        assert written(running, column, value)


def test_who_ended_it_may_be_forgotten(cast: Cast) -> None:
    ended = make.ended(cast.member)
    Experiment.objects.filter(pk=ended.pk).update(ended_by=None)
    ended.refresh_from_db()
    assert (ended.ended_by, ended.lesson != "") == (None, True)


@pytest.mark.parametrize("column", ["passed_at", "given_at", "accepted_at"])
def test_a_turn_that_is_over_stays_so(cast: Cast, column: str) -> None:
    baton = make.baton(cast.member, cast.colleague)
    turn = Hold.objects.get(baton=baton)
    actions.pass_baton_on(by=cast.colleague, hold=turn, receiver=cast.outsider)
    turn.refresh_from_db()
    assert turn.passed_at is not None
    assert not written(turn, column, None if column == "passed_at" else now())


def test_a_turn_ends_in_one_way(cast: Cast) -> None:
    turn = Hold.objects.get(baton=make.baton(cast.member, cast.colleague))
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.filter(pk=turn.pk).update(passed_at=now(), freed_at=now())


def test_an_answer_to_a_lesson_stays(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    actions.end_experiment(by=cast.member, experiment=experiment, wish=make.ending(receiver=cast.colleague))
    row = Reception.objects.get(experiment=experiment)
    actions.answer_lesson(by=cast.colleague, reception=row, answer="Otimme sen käyttöön.")
    for column, value in (("answer", "Emme ottaneet"), ("answered_at", None)):
        assert not written(row, column, value)


def test_a_line_of_the_log_is_neither_changed_nor_removed(cast: Cast) -> None:
    experiment = make.experiment(cast.member)
    note = Note.objects.create(experiment=experiment, person=cast.member, text="Ensimmäinen päivä")
    assert not written(note, "text", "Toinen")
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.filter(pk=note.pk).delete()
    assert Note.objects.filter(pk=note.pk).update(person=None) == 1


@pytest.mark.parametrize("column", WORDS)
def test_words_are_not_changed_unless_the_log_keeps_them(cast: Cast, column: str) -> None:
    running, other = (make.experiment(cast.member, title="Kävelykokous") for _n in range(2))
    value = '["leadership"]' if column == "perspectives" else "Toinen"
    assert not written(running, column, value)
    for experiment in (other, running):
        assert not written(running, column, value)
        note = Note.objects.create(experiment=experiment, person=cast.member, text="Sanat")
        kept = Wording.objects.create(note=note, **queries.words_of(experiment))
    assert written(running, column, value)
    assert not written(running, column, value.replace("T", "t").replace("leadership", "competence"))
    assert not written(kept, column, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wording.objects.filter(pk=kept.pk).delete()
