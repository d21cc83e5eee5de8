"""Asking those who tried it: whoever sees an experiment asks, one of the team answers, once."""

import pytest

from fiksummin.core import worker
from fiksummin.core.errors import NotAllowed, NotNow
from fiksummin.experiments import actions
from fiksummin.notifications.models import Notice
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import experiments as make

pytestmark = pytest.mark.django_db


def test_the_team_hears_the_question_and_whoever_asked_the_answer(cast: Cast) -> None:
    tried = make.ended(cast.member, "no", title="Avokonttorin hiljainen tunti")
    page = f"/fi/experiments/{tried.pk}/"
    asked = signed_in(cast.colleague).post(f"{page}questions/", {"text": "Mitä tekisitte toisin?"})
    question = tried.questions.get()
    assert (asked.status_code, asked["Location"]) == (303, f"{page}#question-{question.pk}")
    worker.drain()
    assert Notice.objects.filter(person=cast.member, what="question.asked").count() == 1
    text = {f"reply-{question.pk}-text": "Aloittaisimme aamusta."}
    answered = signed_in(cast.member).post(f"/fi/questions/{question.pk}/answer/", text)
    assert answered.status_code == 303
    worker.drain()
    assert Notice.objects.filter(person=cast.colleague, what="question.answered").count() == 1
    said = signed_in(cast.outsider).get(page).text
    assert "Mitä tekisitte toisin?" in said
    assert "Aloittaisimme aamusta." in said


def test_only_the_team_answers_and_only_once(cast: Cast) -> None:
    question = actions.ask_team(
        by=cast.colleague, experiment=make.experiment(cast.member), text="Miten meni?"
    )
    with pytest.raises(NotAllowed):
        actions.answer_question(by=cast.colleague, question=question, answer="Hyvin.")
    actions.answer_question(by=cast.member, question=question, answer="Hyvin.")
    with pytest.raises(NotNow):
        actions.answer_question(by=cast.member, question=question, answer="Huonosti.")


def test_an_empty_question_is_none(cast: Cast) -> None:
    tried = make.experiment(cast.member)
    answer = signed_in(cast.colleague).post(f"/fi/experiments/{tried.pk}/questions/", {"text": " "})
    assert answer.status_code == 422
    assert not tried.questions.exists()
