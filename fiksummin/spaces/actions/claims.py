"""The kernel's writers: claim cells together or not at all, give them back.

The database refuses overlaps. The locks taken here only bring rivals into one
order, so that they hear a clear answer instead of a deadlock. Everything runs
inside the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from fiksummin.core.db.questions import Question
from fiksummin.people.models import Person
from fiksummin.spaces.models import Cell, Claim, Hold, Site

_TURN = Question(
    lambda pk: (
        Site.objects.select_for_update(no_key=True).filter(pk=pk).order_by().values_list("pk", flat=True)
    )
)

_ALONE = "SELECT pg_advisory_xact_lock(hashtext('fiksummin.site'), %s::int)"
_TOGETHER = "SELECT pg_advisory_xact_lock_shared(hashtext('fiksummin.site'), %s::int)"
_CELLS = """
SELECT pg_advisory_xact_lock(hashtext('fiksummin.cell'), id)
FROM unnest(%s::int[]) WITH ORDINALITY AS wanted(id, place) ORDER BY place"""
_TURNS = """
SELECT pg_advisory_xact_lock(hashtext(kind), id::int) FROM (
  SELECT 'fiksummin.cell' AS kind, near.cell_id AS id
  FROM spaces_space_cells AS own JOIN spaces_space_cells AS near ON near.space_id = own.space_id
  WHERE own.cell_id = ANY(%s)
  UNION SELECT 'fiksummin.organisation', %s::bigint
  UNION SELECT 'fiksummin.person', %s::bigint
  ORDER BY 1, 2
) AS wanted"""


class Taken(Exception):
    """A cell is claimed by somebody else in that range."""


type Range = tuple[int, datetime, datetime]
"""A cell (by id) and a half-open range of it."""


def claim(cells: Sequence[int], start: datetime, end: datetime, *, hold: Hold | None = None) -> Hold:
    """Claim every cell (by id) for the half-open range, all or none; raises Taken.

    With ``hold`` what it claimed before is exchanged for this, in one step.
    """
    return claim_ranges([(cell, start, end) for cell in cells], hold=hold)


def claim_ranges(ranges: Sequence[Range], *, hold: Hold | None = None) -> Hold:
    """Claim each cell for a range of its own, all or none; raises Taken. ``hold`` as in ``claim``."""
    in_order(cell for cell, _start, _end in ranges)
    try:
        with transaction.atomic():
            kept = hold or Hold.objects.create()
            if hold:
                kept.claims.all().delete()
            Claim.objects.bulk_create(
                Claim(hold=kept, cell_id=cell, starts_at=start, ends_at=end)
                for cell, start, end in sorted(ranges)
            )
    except IntegrityError as refusal:
        raise Taken from refusal
    return kept


def claim_apart(acts: Sequence[Sequence[Range]]) -> list[Hold]:
    """Claim ranges for several holds at once, all or none; raises Taken."""
    in_order(cell for ranges in acts for cell, _start, _end in ranges)
    try:
        with transaction.atomic():
            holds = Hold.objects.bulk_create(Hold() for _act in acts)
            Claim.objects.bulk_create(
                Claim(hold=hold, cell_id=cell, starts_at=start, ends_at=end)
                for hold, ranges in zip(holds, acts, strict=True)
                for cell, start, end in sorted(ranges)
            )
    except IntegrityError as refusal:
        raise Taken from refusal
    return holds


def begin_at(hold: Hold, cells: Iterable[int], start: datetime) -> None:
    """Let a hold's claims on cells begin at another moment, all or none; raises Taken."""
    try:
        with transaction.atomic():
            hold.claims.filter(cell__in=list(cells)).update(starts_at=start)
    except IntegrityError as refusal:
        raise Taken from refusal


def release(hold: Hold | None, *, at: datetime | None = None) -> None:
    """Give cells back: all of them, or from ``at`` on what remains of their time."""
    if hold is None:
        return
    if at is not None:
        hold.claims.filter(starts_at__lt=at, ends_at__gt=at).update(ends_at=at)
        hold.claims.filter(starts_at__gte=at).delete()
    else:
        hold.claims.all().delete()


def end_past(cells: Sequence[int], start: datetime, at: datetime) -> None:
    """Let bookings that are over at a moment keep cells no longer than until ``start``: not for their buffer either."""
    over = Q(hold__booking__ends_at__lte=at) | Q(hold__booking__left_at__lte=at)
    Claim.objects.filter(over, cell__in=cells, starts_at__lt=start, ends_at__gt=start).update(ends_at=start)


def in_order(cells: Iterable[int]) -> None:
    """Bring rivals for the same cells into one order, until the end of the transaction."""
    ids = sorted(set(cells))
    if ids:
        _wait(_CELLS, [ids])


def choose_in_order(site: Site) -> None:
    """Let nobody else choose, book or change anything at a site until the end of the transaction."""
    _wait(_ALONE, [site.pk])
    if not _TURN(pk=site.pk):
        raise Site.DoesNotExist


def book_in_order(site: Site) -> None:
    """Let nobody choose seats or change anything at a site meanwhile; others may book other spaces of it.

    Who books then waits for her turn with ``take_turns`` once she has read what the spaces are made of.
    """
    _wait(_TOGETHER, [site.pk])


def take_turns(cells: Iterable[int], person: Person) -> None:
    """Bring into one order those who book the same cells or around them, and those who share a quota.

    What is booked next may need another change-over, on all cells of its space: so cells of spaces
    that share one of these wait, too. One statement in one order, so that no two wait for each other.
    """
    _wait(_TURNS, [sorted(set(cells)), person.organisation_id, person.pk])


def _wait(statement: str, values: list[Any]) -> None:
    """Wait for a lock of PostgreSQL's; on SQLite there is one writer at a time already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement, values)


def tightest(free: Iterable[Cell], wanted: int) -> list[int]:
    """Choose seats from the first on, so that groups sit together and whole seats stay free."""
    return [cell.pk for cell in free][:wanted]
