"""Asking those who tried something out, and answering."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.experiments import rules
from fiksummin.experiments.actions.experiments import locked
from fiksummin.experiments.facts import QuestionAnswered, QuestionAsked
from fiksummin.experiments.models import Experiment, Question
from fiksummin.people.models import Person


def ask_team(*, by: Person, experiment: Experiment, text: str, at: datetime | None = None) -> Question:
    """Ask the team of an experiment. Raises Invalid (with its field)."""
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_field((rules.why_not_said(text), "text"))
        question = Question.objects.create(
            experiment=experiment, person=by, text=text.strip(), at=at or now()
        )
        announce(QuestionAsked(by=by.pk, question=question.pk))
    return question


def answer_question(*, by: Person, question: Question, answer: str, at: datetime | None = None) -> Question:
    """Answer a question to one's team. Raises NotAllowed, NotNow, Invalid (with its field)."""
    with transaction.atomic():
        question = Question.objects.select_for_update(no_key=True, of=("self",)).get(pk=question.pk)
        refuse_if(rules.why_not_answer_question(question, by))
        refuse_field((rules.why_not_said(answer), "answer"))
        question.answer, question.answered_at, question.answered_by = answer.strip(), at or now(), by
        question.save(update_fields=["answer", "answered_at", "answered_by"])
        announce(QuestionAnswered(by=by.pk, question=question.pk))
    return question
