"""Who comes: for the host's desk, and for the visitor herself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace

from django.db.models import F, QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.core.languages import LANGUAGES, spoken
from fiksummin.core.time import day_bounds
from fiksummin.people.models import Person
from fiksummin.spaces.choices import VisitState
from fiksummin.spaces.models import Site, Visit
from fiksummin.spaces.models.visit import VisitQuerySet
from fiksummin.spaces.queries.bookings import at_hand
from fiksummin.spaces.queries.opening import Opening, openings

SOME = 5
"""How many of somebody's next visits are shown where there is more to see."""
_AT_THE_DESK = (
    "starts_at",
    "ends_at",
    "people",
    "note",
    "cancelled_at",
    "arrived_at",
    "left_at",
    "site",
    "person",
)
_NAMES = {
    "name": "person__name",
    "email": "person__email",
    "abbreviation": "person__organisation__abbreviation",
    **{f"name_{code}": f"person__organisation__name_{code}" for code in LANGUAGES},
}


@dataclass(frozen=True)
class DeskRow:
    """One visit as the host sees it; a walk-in has no name and no organisation."""

    visit: Visit
    state: VisitState
    name: str
    organisation: str


@dataclass(frozen=True)
class Desk:
    """A host's day: the visits by arrival, and how many people are expected, here and gone."""

    rows: list[DeskRow]
    expected: int
    here: int
    left: int


@dataclass(frozen=True)
class DeskDay:
    """A day of the host's week."""

    opening: Opening
    desk: Desk


def for_person(person: Person) -> VisitQuerySet:
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


def over(person: Person, at: datetime) -> QuerySet[Visit]:
    """A person's own visits that are behind or cancelled, the latest first; forgotten after some days."""
    own = Visit.objects.filter(person=person).exclude(ends_at__gt=at, cancelled_at=None)
    return own.select_related("site").order_by("-starts_at", "-id")


def expected(site: Site, day: date) -> QuerySet[Visit]:
    """The visits of a day by arrival time, cancelled ones left out."""
    return _within(site.pk, *day_bounds(day, site.zone)).select_related("person", "person__organisation")


def _within(site: int, start: datetime, end: datetime) -> QuerySet[Visit]:
    return Visit.objects.filter(site=site).standing().within(start, end).order_by("starts_at", "id")


def _with_names(visits: QuerySet[Visit]) -> QuerySet[Visit]:
    """Bring along a name and an organisation for each, and nothing else of a person: quick, and enough."""
    return visits.only(*_AT_THE_DESK).annotate(**{f"desk_{name}": F(path) for name, path in _NAMES.items()})


_DESK = Question(lambda site, start, end: _with_names(_within(site, start, end)))
_NEXT = Question(lambda person, at: mine(person, at).select_related(None)[:SOME])

_AHEAD = Question(
    lambda person, site, at: mine(person, at).filter(site=site).order_by().values_list("pk", flat=True)
)


def count_of_mine(person: Person, site: Site, at: datetime) -> int:
    """How many visits to a site a person has ahead."""
    return len(_AHEAD(person=person.pk, site=site.pk, at=at))


def next_of_mine(person: Person, at: datetime, sites: Iterable[Site]) -> list[Visit]:
    """A person's own next few visits, to sites that are at hand."""
    return at_hand(_NEXT(person=person.pk, at=at), sites)


def desk(site: Site, day: date, at: datetime) -> Desk:
    """Lay out a day for the host; one query."""
    start, end = day_bounds(day, site.zone)
    return _laid_out(site, _DESK(site=site.pk, start=start, end=end), at)


def desk_days(site: Site, first: date, last: date, at: datetime) -> list[DeskDay]:
    """Lay out the days from first to last (inclusive) for the host; three queries whatever their number."""
    days = openings(site, first, last)
    start, end = day_bounds(first, site.zone)[0], day_bounds(last, site.zone)[1]
    visits = _DESK(site=site.pk, start=start, end=end)
    return [
        DeskDay(opening, _laid_out(site, _of_day(visits, *day_bounds(day, site.zone)), at))
        for day, opening in days.items()
    ]


def _of_day(visits: list[Visit], start: datetime, end: datetime) -> list[Visit]:
    return [visit for visit in visits if visit.starts_at < end and visit.ends_at > start]


def _laid_out(site: Site, visits: Iterable[Visit], at: datetime) -> Desk:
    rows = [_row(site, visit, at) for visit in visits]
    return Desk(
        rows,
        expected=_people(rows, VisitState.EXPECTED),
        here=_people(rows, VisitState.HERE),
        left=_people(rows, VisitState.LEFT),
    )


def _row(site: Site, visit: Visit, at: datetime) -> DeskRow:
    visit.site = site  # known already: a rule may ask its clock
    seen = {name: getattr(visit, f"desk_{name}") or "" for name in _NAMES}
    organisation = seen["abbreviation"] or spoken(SimpleNamespace(**seen), "name")
    return DeskRow(visit, visit.state(at), seen["name"] or seen["email"], organisation)


def _people(rows: list[DeskRow], state: VisitState) -> int:
    return sum(row.visit.people for row in rows if row.state == state)
