"""The kernel's writers: claim cells together or not at all, give them back.

The database refuses overlaps. The locks taken here only bring rivals into one
order, so that they hear a clear answer instead of a deadlock. Everything runs
inside the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from fiksummin.core.db.questions import Question
from fiksummin.spaces.models import Cell, Claim, Hold, Site

_TURN = Question(
    lambda pk: (
        Site.objects.select_for_update(no_key=True).filter(pk=pk).order_by().values_list("pk", flat=True)
    )
)


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


def in_order(cells: Iterable[int]) -> None:
    """Bring rivals for the same cells into one order, until the end of the transaction."""
    ids = sorted(set(cells))
    if connection.vendor == "postgresql" and ids:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext('fiksummin.cell'), id)"
                " FROM unnest(%s::int[]) WITH ORDINALITY AS wanted(id, place) ORDER BY place",
                [ids],
            )


def choose_in_order(site: Site) -> None:
    """Bring those who choose any free seats of a site into one order."""
    if not _TURN(pk=site.pk):
        raise Site.DoesNotExist


def tightest(free: Iterable[Cell], wanted: int) -> list[int]:
    """Choose seats from the first on, so that groups sit together and whole seats stay free."""
    return [cell.pk for cell in free][:wanted]
