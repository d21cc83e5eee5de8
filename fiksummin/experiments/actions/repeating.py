"""Telling how the same went elsewhere, once it was tried there."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_field
from fiksummin.core.time import now, today
from fiksummin.experiments import rules
from fiksummin.experiments.actions.experiments import end_experiment, start_experiment
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.queries.wishes import EndingWish, ExperimentWish, RepetitionWish
from fiksummin.people.models import Person


def tell_repetition(
    *, by: Person, experiment: Experiment, wish: RepetitionWish, at: datetime | None = None
) -> Experiment:
    """Say that one tried the same, whether it works and what was learnt: an experiment that repeats the other and has ended.

    What it was about, it has from the other. Raises NotAllowed, Invalid (with its field).
    """
    at = at or now()
    day = today(at=at)
    with transaction.atomic():
        refuse_field(rules.why_not_repetition(wish, day))
        begun = ExperimentWish(
            title=experiment.title, why=experiment.why, expectation=experiment.expectation,
            measure=experiment.measure, perspectives=tuple(experiment.perspectives), place=wish.place,
            starts_on=wish.began_on or day, ends_on=day, repeats=experiment, repeats_how=wish.how,
        )  # fmt: skip
        told = start_experiment(by=by, wish=begun, at=at)
        ending = EndingWish(works=wish.works, lesson=wish.lesson, result=wish.result)
        return end_experiment(by=by, experiment=told, wish=ending, at=at)
