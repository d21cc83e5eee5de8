"""Correcting the words of an experiment; its log keeps what it said before."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from fiksummin.core.errors import refuse_field, refuse_if
from fiksummin.core.facts import announce
from fiksummin.core.time import now
from fiksummin.experiments import rules
from fiksummin.experiments.actions.experiments import locked
from fiksummin.experiments.facts import ExperimentReworded
from fiksummin.experiments.models import Experiment, Note, Wording
from fiksummin.experiments.models.experiment import WORDS
from fiksummin.experiments.queries.wishes import WordsWish, words_of
from fiksummin.people.models import Person


def reword_experiment(
    *, by: Person, experiment: Experiment, wish: WordsWish, at: datetime | None = None
) -> Experiment:
    """Say an experiment otherwise; a line of its log keeps what it said before. The same words again change nothing.

    Raises NotAllowed, NotNow, Invalid (with its field).
    """
    at = at or now()
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_reword(experiment, by))
        before = {name: getattr(experiment, name) for name in WORDS}
        words = before | words_of(wish)
        refuse_field(rules.why_not_words(words))
        if words == before:
            return experiment
        refuse_if(rules.why_not_upon(experiment, wish.upon))
        note = Note.objects.create(experiment=experiment, person=by, text=_("The words were changed."), at=at)
        Wording.objects.create(note=note, **before)
        for name, value in words.items():
            setattr(experiment, name, value)
        experiment.save(update_fields=list(words))
        announce(ExperimentReworded(by=by.pk, note=note.pk))
    return experiment
