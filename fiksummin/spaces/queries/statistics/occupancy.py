"""How much of the time that spaces are open they are booked: by hour, weekday, zone or layout."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fiksummin.core.time import day_bounds
from fiksummin.spaces.choices import LayoutKind, Weekday
from fiksummin.spaces.models import BookedSpace, Booking, Site, Space, Visit, Zone
from fiksummin.spaces.queries.opening import Opening, openings
from fiksummin.spaces.queries.statistics.hiding import SMALLEST, Counted, hide_small

KINDS = ("hour", "weekday", "zone", "layout")
"""By what the occupancy can be told."""

type Pieces = dict[str, float]
"""Hours by the key of their group."""


@dataclass(frozen=True)
class Line:
    """One group: its name, and the share of its open hours that was booked (0 to 1), or None when it is hidden."""

    name: str
    share: float | None


@dataclass(frozen=True)
class Occupancy:
    """The occupancy of a site over days, both included; ``bookings`` is None when there are too few to tell."""

    first: date
    last: date
    by: str
    lines: list[Line]
    share: float | None
    bookings: int | None

    @property
    def busiest(self) -> Line | None:
        """The line with the greatest share that is shown."""
        shown = [line for line in self.lines if line.share]
        return max(shown, key=lambda line: line.share or 0, default=None)


@dataclass(frozen=True)
class Agencies:
    """On how many of the open days people of several organisations had something booked or announced."""

    together: int | None
    days: int


@dataclass(frozen=True)
class _Stay:
    booking: int
    start: datetime
    end: datetime
    zone: str
    layout: str


def occupancy(site: Site, first: date, last: date, by: str) -> Occupancy:
    """Tell how much of the open hours of a site's spaces was booked; five queries.

    A booking counts for the time it held its spaces: one that nobody came to
    until it was released, one that was left early until then.
    """
    opened = openings(site, first, last)
    spaces = list(Space.objects.filter(site=site, retired_at=None).select_related("zone"))
    stays = list(_stays(site, first, last))
    key, names = _grouping(site, by)
    used: Pieces = defaultdict(float)
    makers: dict[str, set[int]] = defaultdict(set)
    for stay in stays:
        for start, hours in _hours(stay.start, stay.end, site):
            name = key(stay, start)
            used[name] += hours
            makers[name].add(stay.booking)
    capacity = _capacity(opened.values(), spaces, site, by)
    groups = {name: Counted(_share(used[name], capacity, name), len(makers[name])) for name in names}
    shown = hide_small(groups)
    count = len({stay.booking for stay in stays})
    every = sum(_open_hours(opening) for opening in opened.values()) * len(spaces)
    known = count == 0 or count >= SMALLEST
    return Occupancy(
        first, last, by,
        [Line(named, group.value if (group := shown[name]) else None) for name, named in names.items()],
        (min(1.0, sum(used.values()) / every) if every else 0.0) if known else None,
        count if known else None,
    )  # fmt: skip


def agencies_together(site: Site, first: date, last: date) -> Agencies:
    """Count the open days with people of at least two organisations; hidden when nearly none has any."""
    start, end = day_bounds(first, site.zone)[0], day_bounds(last, site.zone)[1]
    present: dict[date, set[int]] = defaultdict(set)
    bookings = Booking.objects.filter(site=site).standing().within(start, end)
    visits = Visit.objects.filter(site=site).standing().within(start, end)
    for moment, body in (
        *bookings.exclude(organisation=None).values_list("starts_at", "organisation"),
        *visits.exclude(person__organisation=None).values_list("starts_at", "person__organisation"),
    ):
        present[moment.astimezone(site.zone).date()].add(body)
    days = sum(opening.is_open for opening in openings(site, first, last).values())
    together = sum(len(bodies) > 1 for bodies in present.values())
    return Agencies(together if len(present) >= SMALLEST or not present else None, days)


def _stays(site: Site, first: date, last: date) -> Iterator[_Stay]:
    start, end = day_bounds(first, site.zone)[0], day_bounds(last, site.zone)[1]
    held = Booking.objects.filter(site=site).standing().within(start, end)
    rows = BookedSpace.objects.filter(booking__in=held).values_list(
        "booking", "booking__starts_at", "booking__ends_at", "booking__released_at", "booking__left_at",
        "space__zone", "layout__kind",
    )  # fmt: skip
    for booking, begins, ends, released, left, zone, layout in rows:
        until = min(moment for moment in (ends, released, left, end) if moment)
        if until > max(begins, start):
            yield _Stay(booking, max(begins, start), until, str(zone or ""), layout or "")


def _hours(start: datetime, end: datetime, site: Site) -> Iterator[tuple[datetime, float]]:
    """Cut a range at the full hours of the wall clock; each piece with its length in hours."""
    at = start.astimezone(site.zone)
    while at < end:
        past = timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
        after = min(at.astimezone(UTC) - past + timedelta(hours=1), end)
        yield at, (after - at.astimezone(UTC)).total_seconds() / 3600
        at = after.astimezone(site.zone)


def _grouping(site: Site, by: str) -> tuple[Callable[[_Stay, datetime], str], dict[str, str]]:
    """Give how a piece finds its group, and the groups with their names, in order."""
    if by == "hour":
        return (lambda _stay, at: f"{at.hour:02}"), {f"{h:02}": f"{h}–{h + 1}" for h in _open_clock(site)}
    if by == "weekday":
        return (lambda _stay, at: str(at.weekday())), {str(day.value): str(day.label) for day in Weekday}
    if by == "zone":
        zones = {str(zone.pk): zone.name for zone in Zone.objects.filter(site=site)}
        return (lambda stay, _at: stay.zone), zones
    kinds = Space.objects.filter(site=site).values_list("layouts__kind", flat=True).distinct()
    return (lambda stay, _at: stay.layout), {str(kind): str(LayoutKind(kind).label) for kind in kinds if kind}


def _open_clock(site: Site) -> range:
    rows = list(site.hours.all())
    if not rows:
        return range(0)
    last = max(row.closes.hour + bool(row.closes.minute) or 24 for row in rows)
    return range(min(row.opens for row in rows).hour, last)


def _capacity(days: Iterable[Opening], spaces: list[Space], site: Site, by: str) -> Pieces:
    """Sum the hours for which spaces could have been booked, by group; "" is all of them."""
    found: Pieces = defaultdict(float)
    for opening in days:
        if opening.opens_at is None or opening.closes_at is None:
            continue
        for start, hours in _hours(opening.opens_at, opening.closes_at, site):
            group = {"hour": f"{start.hour:02}", "weekday": str(start.weekday())}.get(by, "")
            found[group] += hours * len(spaces)
    if by == "zone":
        each = found.pop("", 0.0) / max(len(spaces), 1)
        for space in spaces:
            found[str(space.zone_id or "-")] += each
    return found


def _share(used: float, capacity: Pieces, name: str) -> float:
    whole = capacity.get(name) or capacity.get("", 0.0)
    return min(1.0, used / whole) if whole else 0.0


def _open_hours(opening: Opening) -> float:
    if opening.opens_at is None or opening.closes_at is None:
        return 0.0
    return (opening.closes_at - opening.opens_at).total_seconds() / 3600
