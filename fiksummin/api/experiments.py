"""Experiments: start, repeat, end. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from fiksummin.api.answers import page_together
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.experiment_inputs import (
    EndingWish,
    ExperimentsAsked,
    ExperimentWish,
    Giving,
    LastDayWish,
    RepetitionWish,
    WordsWish,
)
from fiksummin.api.inviting import Companion, companion
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Invalid
from fiksummin.core.time import HELSINKI, today
from fiksummin.experiments import actions, models, queries
from fiksummin.experiments.choices import ExperimentState, GivenTo, Repeats, Works
from fiksummin.ideas.choices import Perspective
from fiksummin.ideas.models import Idea
from fiksummin.people.models import Organisation, Person

router = Router(tags=["Experiments"])
REFUSALS = (400, 404, 409, 413, 422)


class Experiment(Schema):
    """An experiment, and in the end its lesson."""

    id: int
    title: str
    why: str
    expectation: str
    where: str
    measure: str = Field(description="How one will know")
    euros: int
    owner: str | None = Field(description="Who answers for its end; null when it has ended")
    team: list[Companion]
    state: ExperimentState
    works: Works | None = Field(description="null until it has ended")
    lesson: str
    result: str
    decision: str
    receiver: str | None = Field(
        description="Who is to tell what becomes of the lesson: her name, an organisation, or null"
    )
    answer: str = Field(description="What became of the lesson; empty until that is told")
    organisation: str | None
    perspectives: list[Perspective]
    starts_on: date
    ends_on: date
    idea: int | None
    repeats: int | None
    repeats_how: Repeats | None
    tried: int = Field(description="How often it was tried, with all that repeat it or that it repeats")
    agencies: int
    worked: int = Field(description="In how many of the agencies it worked")
    made_at: datetime
    url: str


class Experiments(Schema):
    """A page of experiments."""

    items: list[Experiment]
    page: int
    size: int
    total: int


@router.get("experiments", auth=READ, response=responses(Experiments, 422), url_name="experiments")
def list_experiments(request: Asked, asking: Query[ExperimentsAsked]) -> dict[str, object]:
    """Experiments that you may see, narrowed by where they stand, perspective and organisation, the newest first."""
    wish = queries.Finding(asking.standing or "", asking.perspective or "", asking.organisation)
    rows = queries.find_experiments(request.auth.person, wish, today())
    return page_together(rows, asking, _experiments)


@router.post(
    "experiments", auth=WRITE, response=responses({201: Experiment}, *REFUSALS), url_name="experiments"
)
def start(request: Asked, wish: ExperimentWish, key: IdempotencyKey) -> HttpResponse:
    """Start an experiment: new, from an idea, or as a repetition of another."""
    person = request.auth.person
    mark = ["experiments", wish.model_dump(mode="json")]
    return _once(
        person,
        key,
        mark,
        lambda: actions.start_experiment(by=person, wish=wish_of(person, wish)).pk,
        status=201,
    )


@router.get(
    "experiments/{int:experiment}", auth=READ, response=responses(Experiment, 404), url_name="experiment"
)
def read_experiment(request: Asked, experiment: int) -> Experiment:
    """One experiment."""
    return described_experiment(seen_experiment(request.auth.person, experiment))


@router.patch(
    "experiments/{int:experiment}", auth=WRITE, response=responses(Experiment, *REFUSALS),
    url_name="experiment",
)  # fmt: skip
def reword(request: Asked, experiment: int, wish: WordsWish, key: IdempotencyKey) -> HttpResponse:
    """For the team, until it has ended: correct its words; what is not named stays, and its log keeps what it said before."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    words = queries.WordsWish(
        title=wish.title, why=wish.why, expectation=wish.expectation, place=wish.where, measure=wish.measure,
        perspectives=tuple(wish.perspectives) if wish.perspectives else None,
    )  # fmt: skip
    mark = ["experiment words", experiment, wish.model_dump(mode="json")]
    return _once(
        person, key, mark, lambda: actions.reword_experiment(by=person, experiment=row, wish=words).pk
    )


@router.post(
    "experiments/{int:experiment}/ending", auth=WRITE, response=responses(Experiment, *REFUSALS),
    url_name="experiment_ending",
)  # fmt: skip
def end(request: Asked, experiment: int, wish: EndingWish, key: IdempotencyKey) -> HttpResponse:
    """Say whether it works and what was learnt: 422 without a lesson."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    mark = ["ending", experiment, wish.model_dump(mode="json")]

    def act() -> int:
        words = queries.EndingWish(
            works=wish.works, lesson=wish.lesson, result=wish.result, decision=wish.decision,
            receiver=receiver_of(wish),
        )  # fmt: skip
        return actions.end_experiment(by=person, experiment=row, wish=words).pk

    return _once(person, key, mark, act)


@router.post(
    "experiments/{int:experiment}/last-day", auth=WRITE, response=responses(Experiment, *REFUSALS),
    url_name="experiment_last_day",
)  # fmt: skip
def prolong(request: Asked, experiment: int, wish: LastDayWish, key: IdempotencyKey) -> HttpResponse:
    """For the team, until it has ended: give it another last day, with the reason, which stands in its log."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    mark = ["last-day", experiment, wish.model_dump(mode="json")]
    return _once(
        person, key, mark,
        lambda: actions.prolong_experiment(
            by=person, experiment=row, ends_on=wish.ends_on, reason=wish.reason
        ).pk,
    )  # fmt: skip


@router.post(
    "experiments/{int:experiment}/repetitions", auth=WRITE,
    response=responses({201: Experiment}, *REFUSALS), url_name="experiment_repetitions",
)  # fmt: skip
def repeat(request: Asked, experiment: int, wish: RepetitionWish, key: IdempotencyKey) -> HttpResponse:
    """Tell that you tried the same, in the same way or adapted, and whether it works: it has ended, and is linked to the first."""
    person, row = request.auth.person, seen_experiment(request.auth.person, experiment)
    words = queries.RepetitionWish(
        how=wish.how, works=wish.works, place=wish.where, lesson=wish.lesson, result=wish.result,
        began_on=wish.began_on,
    )  # fmt: skip
    mark = ["repetitions", experiment, wish.model_dump(mode="json")]
    return _once(
        person, key, mark,
        lambda: actions.tell_repetition(by=person, experiment=row, wish=words).pk, status=201,
    )  # fmt: skip


def wish_of(person: Person, wish: ExperimentWish) -> queries.ExperimentWish:
    """Give an experiment as the action takes it. Raises Invalid for what she may not see."""
    return queries.ExperimentWish(
        title=wish.title, why=wish.why, expectation=wish.expectation, place=wish.where, ends_on=wish.ends_on,
        measure=wish.measure, perspectives=tuple(wish.perspectives), euros=wish.euros,
        idea=found(Idea.objects.visible_to(person), wish.idea, "idea"),
        repeats=found(models.Experiment.objects.visible_to(person), wish.repeats, "repeats"),
        repeats_how=wish.repeats_how or "", starts_on=wish.starts_on,
        invited=tuple(address.strip().lower() for address in wish.team),
    )  # fmt: skip


def found[M: Model](rows: "QuerySet[M]", number: int | None, field: str) -> M | None:
    """Find what a wish names by its number; None when it names nothing. Raises Invalid when she may not see it."""
    if number is None:
        return None
    row = rows.filter(pk=number).first()
    if row is None:
        raise Invalid(_("There is nothing of that number that you may see."), field)
    return row


def receiver_of(wish: EndingWish | Giving) -> queries.Receiver | None:
    """Give to whom it goes. An address is not looked up: it gets a letter."""
    if wish.receiver and wish.organisation is not None:
        raise Invalid(_("Choose one of the two: an address or an organisation."), "organisation")
    if wish.organisation is None:
        return wish.receiver.strip().lower() or None
    return found(Organisation.objects.standing(today()), wish.organisation, "organisation")


def seen_experiment(person: Person, number: int) -> models.Experiment:
    """Give an experiment that somebody may see."""
    return get_object_or_404(queries.experiments_for(person), pk=number)


def described_experiment(row: models.Experiment) -> Experiment:
    """Give an experiment as programs read it."""
    return _experiments([row])[0]


def _experiments(rows: Sequence[models.Experiment]) -> list[Experiment]:
    tried = queries.tried_each(rows)
    brought = ("team__person__organisation", "reception__person", "reception__organisation")
    prefetch_related_objects(list(rows), *brought)
    return [_described(row, tried[row.pk]) for row in rows]


def _receiver(row: models.Experiment) -> str | None:
    """Say who is to tell what becomes of a lesson; an address is not told."""
    reception = getattr(row, "reception", None)
    if reception is None or (reception.is_open and reception.given_to == GivenTo.LETTER):
        return None
    named = reception.person or reception.organisation
    return str(named.name if isinstance(named, Organisation) else named) if named else None


def _described(row: models.Experiment, tried: queries.Tried) -> Experiment:
    reception = getattr(row, "reception", None)
    return Experiment(
        id=row.pk, title=row.title, why=row.why, expectation=row.expectation, where=row.place, measure=row.measure,
        euros=row.euros, owner=None if row.ended_at or row.node.owner is None else str(row.node.owner),
        team=[companion(member) for member in row.team.all()], decision=row.decision,
        repeats_how=Repeats(row.repeats_how) if row.repeats_how else None, state=row.state(today()), works=Works(row.works) if row.works else None,
        lesson=row.lesson, result=row.result, receiver=_receiver(row), answer=reception.answer if reception else "",
        organisation=row.organisation.name if row.organisation else None,
        perspectives=row.perspectives, starts_on=row.starts_on, ends_on=row.ends_on, idea=row.idea_id, repeats=row.repeats_id,
        tried=tried.times, agencies=tried.agencies, worked=tried.worked, made_at=row.made_at.astimezone(HELSINKI),
        url=settings.BASE_URL + reverse("experiments:experiment", args=[row.pk]),
    )  # fmt: skip


def _once(
    person: Person, key: str, mark: Sequence[object], act: Callable[[], int], *, status: int = 200
) -> HttpResponse:
    """Act once for a key, and answer with the experiment."""

    def describe() -> tuple[int, Any]:
        return status, described_experiment(seen_experiment(person, act())).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="experiment" if status == 201 else "")
