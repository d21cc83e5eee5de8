"""Which organisation tries what: perspectives by organisations; an empty cell invites."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fiksummin.experiments.models import Experiment
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Organisation, Person

MOST_ROWS = 100


@dataclass(frozen=True)
class Row:
    """An organisation, and how many of its experiments have each perspective, in their order."""

    organisation: Organisation
    counts: tuple[tuple[Perspective, int], ...]


def cells(person: Person, day: date) -> list[Row]:
    """Count the experiments of her own branch and of those who take part, by perspective; two queries for any number.

    An experiment with several perspectives counts in each.
    """
    rows = Experiment.objects.visible_to(person).exclude(organisation=None)
    counted: Counter[tuple[int, str]] = Counter()
    for body, perspectives in rows.values_list("organisation", "perspectives"):
        counted.update((body or 0, name) for name in perspectives)
    wanted = Q(pk__in={body for body, _name in counted})
    own = person.organisation
    if own is not None:
        wanted |= Q(pk=own.pk) | (Q(branch=own.branch) & ~Q(branch=""))
    bodies = Organisation.objects.standing(day).filter(wanted).order_by("name_fi", "pk")[:MOST_ROWS]
    return [Row(body, tuple((name, counted[body.pk, name]) for name in Perspective)) for body in bodies]
