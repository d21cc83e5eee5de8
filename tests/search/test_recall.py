"""The labelled questions: what answers one stands among the first five, in whatever form and language it is asked."""

import pytest

from fiksummin.search.words import lemmas
from tests.search.corpus import tell
from tests.search.labels import by_stage, labels

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LEAST = 0.8
APART = 0.8


def test_what_answers_a_question_is_among_the_first_five() -> None:
    member = tell()
    lemmas.warm()
    recall, missed = by_stage(member)
    assert recall["all"] >= LEAST, missed
    assert {stage: share for stage, share in recall.items() if share < LEAST} == {}, missed


def test_questions_that_were_kept_apart_are_answered_too() -> None:
    """Whole sentences, asked without knowing the words of the things: fewer of them are met than of the others."""
    member = tell()
    lemmas.warm()
    recall, missed = by_stage(member, "apart")
    assert recall["all"] >= APART, missed


def test_what_is_kept_apart_is_asked_nowhere_else() -> None:
    asked, apart = labels(), labels("apart")
    assert len(apart) >= 40
    assert {label.question for label in apart}.isdisjoint(label.question for label in asked)


def test_there_are_enough_labelled_questions_of_each_kind() -> None:
    asked = labels()
    assert len(asked) >= 60
    assert len({(label.language, label.question) for label in asked}) == len(asked)
    stages = {label.stage for label in asked}
    crossings = {f"{one} to {two}" for one in ("fi", "sv", "en") for two in ("fi", "sv", "en") if one != two}
    assert stages == crossings | {"inflection", "compound", "mistyped", "typing"}
