"""The log of an experiment, and what became of its lesson. The same actions as on the pages."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from fiksummin.api.answers import page_of
from fiksummin.api.batons import needed_receiver
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.experiment_inputs import Giving, LessonAnswer, NoteWish
from fiksummin.api.experiments import REFUSALS, Experiment, described_experiment, seen_experiment
from fiksummin.api.inputs import PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import refuse_if
from fiksummin.core.time import HELSINKI, today
from fiksummin.experiments import actions, models, queries, rules
from fiksummin.ideas.choices import Perspective

router = Router(tags=["Experiments"])


class ExperimentWords(Schema):
    """What an experiment said of itself."""

    title: str
    why: str
    expectation: str
    where: str
    measure: str
    perspectives: list[Perspective]


class Note(Schema):
    """A line of a log."""

    id: int
    text: str
    person: str | None
    at: datetime
    before: ExperimentWords | None = Field(
        description="Where the line tells that the words of the experiment were changed: what it said until then"
    )


class Notes(Schema):
    """A page of a log."""

    items: list[Note]
    page: int
    size: int
    total: int


class LessonTold(Schema):
    """What became of a lesson."""

    experiment: int
    answer: str
    answered_at: datetime


@router.get(
    "experiments/{int:experiment}/notes", auth=READ, response=responses(Notes, 404, 422),
    url_name="experiment_notes",
)  # fmt: skip
def list_notes(request: Asked, experiment: int, page: PageQuery) -> dict[str, object]:
    """The log of an experiment, line by line."""
    rows = queries.log_of(seen_experiment(request.auth.person, experiment))
    return page_of(rows, page, _note)


@router.post(
    "experiments/{int:experiment}/notes", auth=WRITE, response=responses({201: Note}, *REFUSALS),
    url_name="experiment_notes",
)  # fmt: skip
def write_note(request: Asked, experiment: int, wish: NoteWish, key: IdempotencyKey) -> HttpResponse:
    """For the team, while the experiment goes on: write a line into its log."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)

    def act() -> tuple[int, Any]:
        note = actions.note_experiment(by=person, experiment=row, text=wish.text)
        return 201, _note(note).model_dump(mode="json")

    return answered_once(person, key, ["note", experiment, wish.model_dump(mode="json")], act)


@router.post(
    "experiments/{int:experiment}/lesson/answer", auth=WRITE, response=responses(LessonTold, *REFUSALS),
    url_name="lesson_answer",
)  # fmt: skip
def answer_lesson(request: Asked, experiment: int, wish: LessonAnswer, key: IdempotencyKey) -> HttpResponse:
    """Say what you, or your organisation, did with the lesson that you were to receive; 404 for others."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    reception = get_object_or_404(queries.receptions_of(person), experiment=row)

    def act() -> tuple[int, Any]:
        told = actions.answer_lesson(by=person, reception=reception, answer=wish.answer)
        assert told.answered_at is not None  # noqa: S101 -- it was answered this moment
        at = told.answered_at.astimezone(HELSINKI)
        return 200, LessonTold(experiment=row.pk, answer=told.answer, answered_at=at).model_dump(mode="json")

    return answered_once(person, key, ["lesson", experiment, wish.model_dump(mode="json")], act)


@router.post(
    "experiments/{int:experiment}/lesson/receiver", auth=WRITE, response=responses(Experiment, *REFUSALS),
    url_name="lesson_receiver",
)  # fmt: skip
def leave_lesson_anew(request: Asked, experiment: int, wish: Giving, key: IdempotencyKey) -> HttpResponse:
    """For whoever answers for a lesson that has no answer, and past its day for hosts: leave it to somebody else."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    reception = get_object_or_404(models.Reception.objects.select_related("node"), experiment=row)

    def act() -> tuple[int, Any]:
        refuse_if(rules.why_not_leave_anew(reception, person, today()))
        actions.leave_lesson_anew(by=person, reception=reception, receiver=needed_receiver(wish))
        found = described_experiment(seen_experiment(person, experiment))
        return 200, found.model_dump(mode="json")

    return answered_once(person, key, ["lesson-anew", experiment, wish.model_dump(mode="json")], act)


def _note(row: models.Note) -> Note:
    name = str(row.person) if row.person else None
    before: models.Wording | None = getattr(row, "before", None)
    words = queries.words_of(before) if before else None
    return Note(
        id=row.pk, text=row.text, person=name, at=row.at.astimezone(HELSINKI),
        before=ExperimentWords(where=words.pop("place"), **words) if words else None,
    )  # fmt: skip
