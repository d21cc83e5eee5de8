"""An experiment that has ended becomes a model that others can take into use."""

from datetime import datetime

from django.db import transaction

from fiksummin.core.errors import refuse_if
from fiksummin.experiments import rules
from fiksummin.experiments.actions.experiments import locked
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.queries.models import words_for_model
from fiksummin.library import actions as library
from fiksummin.library.choices import Kind
from fiksummin.library.models import Item
from fiksummin.people.models import Person
from fiksummin.trail.choices import LinkKind


def make_model(*, by: Person, experiment: Experiment, at: datetime | None = None) -> Item:
    """Begin a model in the library with the words of an experiment, its team as those who keep it up. Raises NotAllowed, NotNow."""
    with transaction.atomic():
        experiment = locked(experiment)
        refuse_if(rules.why_not_model(experiment, by))
        team = [member.person for member in experiment.team.select_related("person").order_by("pk")]
        return library.draft_item(
            by=by, kind=Kind.MODEL, wish=words_for_model(experiment), source=experiment.node,
            source_kind=LinkKind.MODELLED, keepers=[person for person in team if person], at=at,
        )  # fmt: skip
