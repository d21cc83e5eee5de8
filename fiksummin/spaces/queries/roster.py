"""Who hosts when, and where nobody does: gaps are seen before the day comes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet

from fiksummin.core.db.questions import Question
from fiksummin.core.time import MIDNIGHT, day_bounds
from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person
from fiksummin.people.queries import standing_roles
from fiksummin.spaces.models import Hours, Shift, Site
from fiksummin.spaces.models.visit import hosted_by
from fiksummin.spaces.queries.opening import Opening, bring_hours, openings

DAYS_AHEAD = 14
"""How many days ahead the desk looks for gaps, today included."""
WEEK = timedelta(days=7)
_SHIFTS = Question(
    lambda sites, start, end: (
        Shift.objects.filter(site__in=sites, starts_at__lt=end, ends_at__gt=start)
        .select_related("person")
        .order_by("starts_at", "ends_at", "id")
    )
)
type Range = tuple[datetime, datetime]


@dataclass(frozen=True)
class Gap:
    """Staffed opening hours without a host: a half-open range in UTC."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class RosterDay:
    """A day of the roster: when the door is open, who hosts, where nobody does."""

    opening: Opening
    shifts: list[Shift]
    gaps: list[Gap]
    staffed: Range | None


@dataclass(frozen=True)
class Watch:
    """Who hosts at a moment, and who comes next (all who begin at the same time)."""

    now: list[Shift]
    next: list[Shift]


@dataclass(frozen=True)
class Head:
    """What the desk says of the roster: who hosts now and next, and the gaps of the coming days."""

    watch: Watch
    gaps: list[Gap]


def shifts_for(person: Person) -> QuerySet[Shift]:
    """The shifts a person may see: those at the places where she receives people."""
    hosted = Site.objects.visible_to(person).filter(hosted_by(person))
    return Shift.objects.filter(site__in=hosted).select_related("site", "person")


def hosts_of(site: Site, day: date) -> dict[int, Person]:
    """Give those who hold, or will hold, a host's role at a site on a day or later, by id, in order of name."""
    roles = standing_roles(day).filter(kind=RoleKind.HOST, place__in=["", site.slug], person__erased_at=None)
    found = sorted({role.person for role in roles}, key=lambda host: (str(host).casefold(), host.pk))
    return {host.pk: host for host in found}


def now_and_next(site: Site, at: datetime) -> Watch:
    """Say who hosts at a moment and next, within a week; one query."""
    return _watch(_within([site], at, at + WEEK), at)


def clash_of(shift: Shift) -> Shift | None:
    """Find another shift of the same host that shares a moment with one, at whatever site."""
    others = Shift.objects.filter(
        person=shift.person, starts_at__lt=shift.ends_at, ends_at__gt=shift.starts_at
    )
    return others.exclude(pk=shift.pk).select_related("site", "person").first()


def week_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week(site: Site, monday: date, at: datetime) -> list[RosterDay]:
    """Lay out seven days; three queries (one when the hours are prefetched). Gaps are those still to come."""
    bring_hours([site])
    days, weekly = openings(site, monday, monday + timedelta(days=6)), _weekly(site)
    start, end = day_bounds(monday, site.zone)[0], day_bounds(monday + timedelta(days=6), site.zone)[1]
    shifts = _within([site], start, end)
    return [_day(site, opening, weekly, shifts, at) for opening in days.values()]


def head(site: Site, at: datetime) -> Head:
    """Say what stands at the head of the desk; three queries (one when the hours are prefetched)."""
    bring_hours([site])
    shifts = _within([site], at, _until(site, at))
    return Head(_watch(shifts, at), list(_gaps(site, shifts, at)))


def gaps_of(sites: Sequence[Site], at: datetime) -> dict[int, list[Gap]]:
    """Find the gaps of the coming days by site; one query (hours prefetched)."""
    until = max((_until(site, at) for site in sites), default=at)
    shifts: dict[int, list[Shift]] = {site.pk: [] for site in sites}
    for shift in _within(sites, at, until):
        shifts[shift.site_id].append(shift)
    return {site.pk: list(_gaps(site, shifts[site.pk], at)) for site in sites}


def staffed(site: Site, opening: Opening, weekly: Mapping[int, Hours]) -> Range | None:
    """Say from when until when a host is expected on a day; None when nobody is.

    On a day with hours of exception the weekly hosting hours hold as far as the door is open.
    """
    if opening.opens_at is None or opening.closes_at is None:
        return None
    hours = weekly.get(opening.date.weekday())
    if hours is None:
        return opening.opens_at, opening.closes_at
    if not hours.is_staffed:
        return None
    start = max(opening.opens_at, _wall(site, opening.date, hours.staffed_from) or opening.opens_at)
    end = min(opening.closes_at, _end_wall(site, opening.date, hours.staffed_until) or opening.closes_at)
    return (start, end) if start < end else None


def _within(sites: Sequence[Site], start: datetime, end: datetime) -> list[Shift]:
    return _SHIFTS(sites=[site.pk for site in sites], start=start, end=end)


def _until(site: Site, at: datetime) -> datetime:
    last = at.astimezone(site.zone).date() + timedelta(days=DAYS_AHEAD - 1)
    return day_bounds(last, site.zone)[1]


def _weekly(site: Site) -> dict[int, Hours]:
    return {hours.weekday: hours for hours in site.hours.all()}


def _watch(shifts: Sequence[Shift], at: datetime) -> Watch:
    later = [shift for shift in shifts if shift.starts_at > at]
    first = later[0].starts_at if later else None
    return Watch(
        [shift for shift in shifts if shift.starts_at <= at < shift.ends_at],
        [shift for shift in later if shift.starts_at == first],
    )


def _gaps(site: Site, shifts: Sequence[Shift], at: datetime) -> Iterator[Gap]:
    first, weekly = at.astimezone(site.zone).date(), _weekly(site)
    for opening in openings(site, first, first + timedelta(days=DAYS_AHEAD - 1)).values():
        yield from _day(site, opening, weekly, shifts, at).gaps


def _day(
    site: Site, opening: Opening, weekly: Mapping[int, Hours], shifts: Sequence[Shift], at: datetime
) -> RosterDay:
    start, end = day_bounds(opening.date, site.zone)
    todays = [shift for shift in shifts if shift.starts_at < end and shift.ends_at > start]
    expected = staffed(site, opening, weekly)
    gaps = list(_uncovered(max(expected[0], at), expected[1], todays)) if expected else []
    return RosterDay(opening, todays, gaps, expected)


def _uncovered(start: datetime, end: datetime, shifts: Iterable[Shift]) -> Iterator[Gap]:
    """Give what no shift covers of a range; the shifts come by their beginning."""
    for shift in shifts:
        if start < min(shift.starts_at, end):
            yield Gap(start, min(shift.starts_at, end))
        start = max(start, shift.ends_at)
    if start < end:
        yield Gap(start, end)


def _wall(site: Site, day: date, clock: time | None) -> datetime | None:
    return datetime.combine(day, clock, tzinfo=site.zone).astimezone(UTC) if clock is not None else None


def _end_wall(site: Site, day: date, clock: time | None) -> datetime | None:
    return _wall(site, day + timedelta(days=1) if clock == MIDNIGHT else day, clock)
