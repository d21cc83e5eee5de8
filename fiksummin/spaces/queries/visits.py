"""Who comes: for the host's desk, and for the visitor herself."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from fiksummin.core.time import day_bounds
from fiksummin.people.models import Person
from fiksummin.spaces.choices import VisitState
from fiksummin.spaces.models import Site, Visit


@dataclass(frozen=True)
class DeskRow:
    """One visit as the host sees it."""

    visit: Visit
    state: VisitState


@dataclass(frozen=True)
class Desk:
    """A host's day: the visits by arrival, and how many people are expected, here and gone."""

    rows: list[DeskRow]
    expected: int
    here: int
    left: int


def for_person(person: Person) -> QuerySet[Visit]:
    """The visits a person may see, with their site."""
    return Visit.objects.visible_to(person).select_related("site", "person", "person__organisation")


def mine(person: Person, at: datetime) -> QuerySet[Visit]:
    """A person's own coming visits, the next one first."""
    return (
        Visit.objects.filter(person=person, ends_at__gt=at)
        .standing()
        .select_related("site")
        .order_by("starts_at", "id")
    )


def expected(site: Site, day: date) -> QuerySet[Visit]:
    """The visits of a day by arrival time, cancelled ones left out."""
    start, end = day_bounds(day, site.zone)
    return (
        Visit.objects.filter(site=site)
        .standing()
        .within(start, end)
        .select_related("person", "person__organisation")
        .order_by("starts_at", "id")
    )


def desk(site: Site, day: date, at: datetime) -> Desk:
    """Lay out a day for the host; one query."""
    rows = [DeskRow(visit, visit.state(at)) for visit in expected(site, day)]
    return Desk(
        rows,
        expected=_people(rows, VisitState.EXPECTED),
        here=_people(rows, VisitState.HERE),
        left=_people(rows, VisitState.LEFT),
    )


def _people(rows: list[DeskRow], state: VisitState) -> int:
    return sum(row.visit.people for row in rows if row.state == state)
