"""Which organisation tries what: perspectives by organisations; an empty cell invites."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from fiksummin.experiments.models import Experiment
from fiksummin.ideas.choices import Perspective
from fiksummin.people.models import Organisation, Person

MOST_ROWS = 100


@dataclass(frozen=True)
class Row:
    """An organisation, and how many of its experiments have each perspective, in their order."""

    organisation: Organisation
    counts: tuple[tuple[Perspective, int], ...]
    is_own: bool
    """Whether what the reader tries out counts here."""

    @property
    def has_gap(self) -> bool:
        """Say whether there is a perspective from which it tries nothing."""
        return not all(count for _perspective, count in self.counts)


def cells(person: Person, day: date) -> list[Row]:
    """Count the experiments of each organisation by perspective, her own first, then her branch; two queries for any number.

    An experiment with several perspectives counts in each. Those of her branch and those that try something come before the others.
    """
    rows = Experiment.objects.visible_to(person).exclude(organisation=None)
    counted: Counter[tuple[int, str]] = Counter()
    for body, perspectives in rows.values_list("organisation", "perspectives"):
        counted.update((body or 0, name) for name in perspectives)
    own, trying = person.organisation, {body for body, _name in counted}
    bodies = sorted(
        Organisation.objects.standing(day).order_by("name_fi", "pk"),
        key=lambda body: (body != own, not _of_branch(body, own), body.pk not in trying),
    )
    return [
        Row(body, tuple((name, counted[body.pk, name]) for name in Perspective), is_own=body == own)
        for body in bodies[:MOST_ROWS]
    ]


def _of_branch(body: Organisation, own: Organisation | None) -> bool:
    return own is not None and body.branch == own.branch != ""
