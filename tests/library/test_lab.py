"""The lab's own way of working changes because of something; what it learns stands in a list."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import translation

from fiksummin.core.errors import Invalid, NotAllowed, NotNow
from fiksummin.core.time import today
from fiksummin.library import actions, queries
from fiksummin.library.models import LabVersion
from tests.cast import Cast
from tests.factories import library as make


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.activate("en")


def test_each_version_says_because_of_what(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="Owners and editors"):
        actions.change_lab_model(by=cast.member, wish=make.lab_wish())
    actions.change_lab_model(by=cast.editor, wish=make.lab_wish())
    with pytest.raises(Invalid) as refusal:
        actions.change_lab_model(by=cast.editor, wish=make.lab_wish(1, because=" "))
    assert refusal.value.field == "because_fi"
    with pytest.raises(NotNow, match="meanwhile"):
        actions.change_lab_model(by=cast.editor, wish=make.lab_wish(0))
    actions.change_lab_model(by=cast.owner, wish=make.lab_wish(1, text="Talo on auki myös lauantaisin."))
    assert [row.number for row in queries.lab_versions()] == [2, 1]
    assert queries.lab_model() == LabVersion.objects.get(number=2)


def test_versions_of_the_lab_stay(cast: Cast) -> None:
    actions.change_lab_model(by=cast.owner, wish=make.lab_wish())
    for statement in ("UPDATE library_labversion SET text_fi = 'muu'", "DELETE FROM library_labversion"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        LabVersion.objects.create(number=2, text_fi="Ilman syytä")


def test_a_lesson_of_the_lab_has_its_day_and_its_side(cast: Cast) -> None:
    text = {"fi": "Hiljainen huone puuttui.", "sv": "", "en": ""}
    given = {"text": text, "learnt_on": today(), "dimension": "physical"}
    with pytest.raises(NotAllowed):
        actions.tell_lab_lesson(by=cast.host, **given)  # type: ignore[arg-type]  # a row of words
    for wrong, field in (
        ({"learnt_on": today() + timedelta(days=1)}, "learnt_on"),
        ({"dimension": "sour"}, "dimension"),
        ({"text": {"fi": " "}}, "text_fi"),
    ):
        with pytest.raises(Invalid) as refusal:
            actions.tell_lab_lesson(by=cast.owner, **(given | wrong))  # type: ignore[arg-type]  # as above
        assert refusal.value.field == field
    lesson = actions.tell_lab_lesson(by=cast.owner, **given)  # type: ignore[arg-type]  # as above
    assert list(queries.lab_lessons()) == [lesson]
    actions.withdraw_lab_lesson(by=cast.editor, lesson=lesson)
    assert not queries.lab_lessons().exists()
