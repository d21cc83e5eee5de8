"""Which trainings reached which organisations, by theme; small groups are hidden."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from fiksummin.core.time import today
from fiksummin.events.choices import Purpose
from fiksummin.events.models import Event, Theme, TrainingNote
from fiksummin.people.choices import OrganisationKind
from fiksummin.people.models import Organisation, Person
from fiksummin.spaces.queries.statistics import SMALLEST


@dataclass(frozen=True)
class Cell:
    """How many of an organisation noted trainings of a theme."""

    is_gap: bool
    """Nobody did."""
    at_least: int
    """In whole fives; 0 for fewer than five."""


@dataclass(frozen=True)
class Reached:
    """An organisation, and what reached it of each theme."""

    organisation: Organisation
    cells: tuple[Cell, ...]

    @property
    def gaps(self) -> int:
        """How many themes reached nobody in it."""
        return sum(cell.is_gap for cell in self.cells)


@dataclass(frozen=True)
class Training:
    """The themes of the trainings that were held, None for those without, and each organisation; most gaps first."""

    themes: tuple[Theme | None, ...]
    rows: tuple[Reached, ...]


def training_reached(reader: Person, at: datetime) -> Training:
    """Count who noted trainings that a reader may see; each person once for a theme. Four queries."""
    held = Event.objects.visible_to(reader).standing()
    held = held.filter(kind__purpose=Purpose.TRAINING, starts_at__lte=at)
    of = set(held.order_by().values_list("theme", flat=True).distinct())
    themes: list[Theme | None] = [*Theme.objects.filter(pk__in=of - {None})]
    if None in of:
        themes.append(None)
    counted = (
        TrainingNote.objects.filter(event__in=held.values("pk"), organisation__isnull=False)
        .order_by()
        .values_list("organisation", "event__theme")
        .annotate(people=Count("person", distinct=True), forgotten=Count("pk", filter=Q(person=None)))
    )
    found = {(body, theme): people + forgotten for body, theme, people, forgotten in counted}
    bodies = Organisation.objects.standing(today(at=at)).filter(kind=OrganisationKind.STATE)
    rows = [
        Reached(body, tuple(_cell(found.get((body.pk, theme.pk if theme else None), 0)) for theme in themes))
        for body in bodies
    ]
    return Training(tuple(themes), tuple(sorted(rows, key=lambda row: -row.gaps)))


def has_noted(event: Event, person: Person) -> bool:
    """Say whether somebody noted that she took part."""
    return TrainingNote.objects.filter(event=event, person=person).exists()


def _cell(count: int) -> Cell:
    return Cell(is_gap=count == 0, at_least=count - count % SMALLEST)
