"""Spaces of a site: what shares its parts with what, what is free now, who holds what to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Prefetch, Q, QuerySet

from fiksummin.core.db.questions import Belongings, Question
from fiksummin.people.models import Person
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import Booking, Cell, Claim, Layout, Policy, Site, Space, Zone

_SEEN = Question(
    lambda spaces: Space.objects.visible_to(None).filter(pk__in=spaces).select_related("site", "policy")
)
_SPACES = Question(lambda spaces: Space.objects.filter(pk__in=spaces).select_related("policy"))
_CELLS = Belongings(
    "cells", "owner", lambda owners: Cell.objects.filter(spaces__in=owners).annotate(owner=F("spaces"))
)


@dataclass(frozen=True)
class Blocked:
    """Another space that cannot be booked meanwhile, and the parts that both share."""

    space: Space
    cells: list[Cell]


@dataclass(frozen=True)
class SpaceNow:
    """A space at a moment: who may use it until when; ``until`` is the next change today, if any."""

    space: Space
    free: bool
    until: datetime | None


@dataclass(frozen=True)
class ZoneOfSpaces:
    """The spaces of one zone (None: of none)."""

    zone: Zone | None
    rows: list[SpaceNow]


def spaces_of(person: Person | None, site: Site) -> QuerySet[Space]:
    """The spaces of a site that somebody sees, with all that a list of them shows."""
    rows = Space.objects.visible_to(person).filter(site=site).select_related("zone", "policy")
    return rows.prefetch_related("layouts", "cells")


def seen_spaces(person: Person, wanted: Iterable[int]) -> dict[int, Space]:
    """Give by id those of some spaces that somebody sees, with their site, rules and parts; two queries."""
    ids, seen = sorted(set(wanted)), Space.objects.visible_to(person)
    if Site.objects.visible_to(person).query.where:
        found = list(seen.filter(pk__in=ids).select_related("site", "policy"))
    else:
        found = _SEEN(spaces=ids)
    bring_cells(found)
    return {space.pk: space for space in found}


def spaces_anew(wanted: Iterable[int]) -> dict[int, Space]:
    """Give spaces by id as they stand now, with their rules and parts; two queries."""
    found = _SPACES(spaces=sorted(set(wanted)))
    bring_cells(found)
    return {space.pk: space for space in found}


def bring_cells(spaces: Iterable[Space]) -> None:
    """Bring their parts to spaces that do not have them at hand; one query."""
    _CELLS.bring(spaces)


def blocks(site: Site, cells: Sequence[Cell], besides: Space | None = None) -> list[Blocked]:
    """Find the other spaces in use that share cells; two queries."""
    ids = {cell.pk for cell in cells}
    rows = Space.objects.filter(site=site, retired_at=None, cells__in=ids).distinct()
    rows = rows.exclude(pk=besides.pk) if besides else rows
    return [
        Blocked(space, [cell for cell in space.cells.all() if cell.pk in ids])
        for space in rows.prefetch_related("cells")
    ]


def zones_now(
    site: Site, spaces: Sequence[Space], at: datetime, closes_at: datetime | None
) -> list[ZoneOfSpaces]:
    """Lay out spaces by zone, each with whether it is free at a moment; one query."""
    claims: dict[int, list[tuple[datetime, datetime]]] = {}
    ahead = Claim.objects.filter(cell__site=site, ends_at__gt=at, starts_at__lt=closes_at or at)
    for cell, start, end in ahead.order_by("starts_at").values_list("cell", "starts_at", "ends_at"):
        claims.setdefault(cell, []).append((start, end))
    found: dict[Zone | None, list[SpaceNow]] = {}
    for space in spaces:
        found.setdefault(space.zone, []).append(_now(space, claims, at))
    order = sorted(
        found, key=lambda zone: (zone is None, zone.position if zone else 0, zone.pk if zone else 0)
    )
    return [ZoneOfSpaces(zone, found[zone]) for zone in order]


def holding_cells(cells: Iterable[Cell], at: datetime) -> QuerySet[Booking]:
    """The coming bookings that hold any of some cells, or wait to hold them."""
    wanted = list(cells)
    return _coming(
        Q(hold__claims__cell__in=wanted, hold__claims__ends_at__gt=at)
        | Q(hold=None, places__space__cells__in=wanted),
        at,
    )


def in_layout(layouts: Iterable[Layout], at: datetime) -> QuerySet[Booking]:
    """The coming bookings for which a space is furnished in any of some layouts."""
    return _coming(Q(places__layout__in=list(layouts)), at)


def of_space(space: Space, at: datetime) -> QuerySet[Booking]:
    """The coming bookings of a space itself."""
    return _coming(Q(places__space=space), at)


def made_of(cells: Iterable[Cell]) -> QuerySet[Space]:
    """The spaces in use that are made of any of some cells."""
    return Space.objects.filter(retired_at=None, cells__in=list(cells)).distinct()


def parts_of(site: Site) -> list[tuple[Cell, list[Space]]]:
    """The parts of rooms at a site, each with the spaces in use that are made of it; two queries."""
    used = Prefetch("spaces", Space.objects.filter(retired_at=None), to_attr="used")
    rows = Cell.objects.filter(site=site, kind=CellKind.PART, retired_at=None).prefetch_related(used)
    return [(cell, getattr(cell, "used", [])) for cell in rows.order_by("position", "id")]


def cells_to_choose(site: Site) -> QuerySet[Cell]:
    """The cells of which a space can be made: the parts first, then the seats."""
    return Cell.objects.filter(site=site, retired_at=None).order_by("kind", "position", "id")


def policies_of(site: Site) -> QuerySet[Policy]:
    """The policies of a site."""
    return Policy.objects.filter(site=site).prefetch_related("spaces")


def _coming(which: Q, at: datetime) -> QuerySet[Booking]:
    """Those that stand and are not over; whoever left or did not come gave the rest back."""
    standing = Booking.objects.standing().filter(which, ends_at__gt=at, released_at=None, left_at=None)
    return standing.select_related("person").distinct().order_by("starts_at", "id")


def _now(space: Space, claims: dict[int, list[tuple[datetime, datetime]]], at: datetime) -> SpaceNow:
    held = sorted(span for cell in space.cells.all() for span in claims.get(cell.pk, []))
    here = [end for start, end in held if start <= at < end]
    if here:
        return SpaceNow(space, free=False, until=max(here))
    return SpaceNow(space, free=True, until=min((start for start, _end in held), default=None))


@dataclass(frozen=True)
class Taken:
    """A time for which a space is taken; ``title`` is "" where only that may be known."""

    start: datetime
    end: datetime
    title: str


def taken(space: Space, start: datetime, end: datetime) -> list[Taken]:
    """Tell when a space is taken within a range, its change-over included; nobody is named. Two queries."""
    rows = Claim.objects.filter(cell__in=space.cells.all(), starts_at__lt=end, ends_at__gt=start)
    spans = {
        (hold, begins, ends): title if shown else ""
        for hold, begins, ends, title, shown in rows.values_list(
            "hold", "starts_at", "ends_at", "hold__booking__title", "hold__booking__is_public"
        )
    }
    found: list[Taken] = []
    for (_hold, begins, ends), title in sorted(spans.items(), key=lambda item: item[0][1:]):
        if found and found[-1].title == (title or "") == "" and begins <= found[-1].end:
            found[-1] = Taken(found[-1].start, max(found[-1].end, ends), "")
        else:
            found.append(Taken(begins, ends, title or ""))
    return found
