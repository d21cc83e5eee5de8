"""What somebody looks for among the experiments."""

from dataclasses import dataclass
from datetime import date

from fiksummin.experiments.choices import Works
from fiksummin.experiments.models import Experiment
from fiksummin.experiments.models.experiment import ExperimentQuerySet
from fiksummin.experiments.queries.experiments import experiments_for
from fiksummin.people.models import Organisation, Person


@dataclass(frozen=True)
class Finding:
    """Where it stands (a state, or whether it works), from which perspective, in which organisation; empty is any."""

    standing: str = ""
    perspective: str = ""
    organisation: int | None = None


def find_experiments(reader: Person | None, wish: Finding, day: date) -> ExperimentQuerySet:
    """Give the experiments that a reader may see, narrowed by what is looked for, the newest first."""
    rows = experiments_for(reader)
    if wish.standing in Works.values:
        rows = rows.filter(works=wish.standing)
    elif wish.standing:
        rows = rows.standing(wish.standing, day)
    if wish.perspective:
        rows = rows.of_perspective(wish.perspective)
    if wish.organisation is not None:
        rows = rows.filter(organisation=wish.organisation)
    return rows


def trying(reader: Person | None) -> list[Organisation]:
    """Give the organisations whose experiments a reader may see, by their names in her language."""
    numbers = Experiment.objects.visible_to(reader).order_by().values("organisation")
    return sorted(Organisation.objects.filter(pk__in=numbers), key=lambda one: one.name.casefold())
