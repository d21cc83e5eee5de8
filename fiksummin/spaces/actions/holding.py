"""A booking's cells, with the change-over before it and the buffer after it inside the claimed range.

What is booked next on the same cells may need another change-over than before;
its claim grows or shrinks with it. Everything runs inside the caller's
transaction, after ``claims.choose_in_order``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fiksummin.core.errors import Invalid
from fiksummin.spaces import queries
from fiksummin.spaces.actions import claims
from fiksummin.spaces.choices import CellKind
from fiksummin.spaces.models import BookedSpace, Booking, Cell, Claim, Hold, Layout, Site
from fiksummin.spaces.queries.wishes import BookingWish, Place


class Taken(Exception):
    """Something stands in the way; ``reason`` is the sentence."""

    def __init__(self, reason: str) -> None:
        """Keep the sentence."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Held:
    """What was claimed: the hold (None for a booking that holds nothing yet), and each space as it is furnished."""

    hold: Hold | None
    places: list[BookedSpace]


def read_anew(wish: BookingWish) -> BookingWish:
    """Give a wish with its spaces as they stand now that nobody else can change them: parts, rules, furnishings.

    A page may have read them before somebody changed them. Raises Invalid for a furnishing that is gone.
    """
    now = queries.spaces_anew(place.space.pk for place in wish.places)
    wanted = {place.layout.pk for place in wish.places if place.layout}
    layouts = {layout.pk: layout for layout in Layout.objects.filter(pk__in=wanted)} if wanted else {}
    for place in wish.places:
        if place.layout and place.layout.pk not in layouts:
            raise Invalid(
                _("%(space)s cannot be furnished like that.") % {"space": place.space.name}, "layout"
            )
    return replace(
        wish,
        places=tuple(
            Place(now[place.space.pk], layouts[place.layout.pk] if place.layout else None)
            for place in wish.places
        ),
    )


def hold_places(
    site: Site, wish: BookingWish, booking: Booking | None = None, *, added: queries.Added | None = None
) -> Held:
    """Claim all that a booking needs, all or none; raises Taken.

    For a standing ``booking`` what it claimed before is exchanged in one step.
    ``added`` tells what was claimed on cells earlier in the same act and has no booking yet.
    """
    own = booking.pk if booking else None
    cells = {place: list(place.space.cells.all()) for place in wish.places}
    furnished = queries.is_furnished(queries.cells_of(place.space for place in wish.places))
    arranged = {
        place: arrange(place, cells[place] if furnished else (), wish.start, except_for=own, added=added)
        for place in wish.places
    }
    ranges = [_range(cell, row, wish) for place, row in arranged.items() for cell in cells[place]]
    ids = {cell for cell, _start, _end in ranges}
    if len(ids) < len(ranges):
        raise Taken(_("The spaces chosen share a part of the room: choose one of them."))
    coming = queries.next_places(ids, wish.end, except_for=own) if furnished else []
    following = [(after, _from(wish, after, own)) for after in coming]
    for after, (minutes, _layout) in following:
        if wish.end > after.booking.starts_at - timedelta(minutes=minutes):
            raise Taken(_needs_time(minutes))
    _settle(after for after in following if after[1][0] < after[0].changeover_minutes)
    try:
        hold = claims.claim_ranges(
            ranges + _seats(site, wish, booking), hold=booking.hold if booking else None
        )
    except claims.Taken as taken:
        raise Taken(_why_taken(ids, wish, arranged.values(), booking)) from taken
    _settle(after for after in following if after[1][0] > after[0].changeover_minutes)
    return Held(hold, list(arranged.values()))


def hold_each(wishes: Sequence[BookingWish]) -> list[Held]:
    """Claim several wishes for the same spaces at once, all or none; for spaces that are never rearranged.

    Raises Taken, without saying what is in the way.
    """
    arranged = [[arrange(place, (), wish.start) for place in wish.places] for wish in wishes]
    acts = [
        [_range(cell, row, wish) for row in rows for cell in row.space.cells.all()]
        for wish, rows in zip(wishes, arranged, strict=True)
    ]
    try:
        holds = claims.claim_apart(acts)
    except claims.Taken as taken:
        raise Taken("") from taken
    return [Held(hold, rows) for hold, rows in zip(holds, arranged, strict=True)]


def arrange(
    place: Place,
    cells: Iterable[Cell],
    start: datetime,
    *,
    except_for: int | None = None,
    added: queries.Added | None = None,
) -> BookedSpace:
    """Furnish a space for a booking that begins at ``start``; the row is not saved yet. ``added`` as above."""
    ids = [cell.pk for cell in cells]
    minutes, before = queries.changeover(ids, start, place.layout, except_for=except_for, added=added)
    return BookedSpace(
        space=place.space,
        layout=place.layout,
        from_layout=before,
        changeover_minutes=minutes,
        buffer_minutes=place.space.buffer_minutes,
    )


def settle(cells: Iterable[int], end: datetime, *, except_for: int) -> None:
    """Give what comes next on cells that were given back the change-over it needs now.

    A longer one than there is time for stays as it was.
    """
    for after in queries.next_places(cells, end, except_for=except_for):
        ids = [cell.pk for cell in after.space.cells.all()]
        cost = queries.changeover(ids, after.booking.starts_at, after.layout, except_for=after.booking_id)
        try:
            with transaction.atomic():
                _settle([(after, cost)])
        except Taken:
            continue


def left_by(wish: BookingWish) -> queries.Added:
    """Tell how a booking as wished leaves its cells."""
    return {cell.pk: (wish.start, place.layout) for place in wish.places for cell in place.space.cells.all()}


def _from(wish: BookingWish, after: BookedSpace, own: int | None) -> queries.Cost:
    """Tell what it takes to furnish a space after the wished booking, and after what else was in it."""
    ours = left_by(wish)
    cells = [cell.pk for cell in after.space.cells.all()]
    moment = after.booking.starts_at
    return queries.longest(queries.layouts_before(cells, moment, except_for=own, added=ours), after.layout)


def _settle(following: Iterable[tuple[BookedSpace, queries.Cost]]) -> None:
    """Let bookings' claims begin as early as their change-over wants; raises Taken."""
    for after, (minutes, layout) in following:
        booking, cells = after.booking, [cell.pk for cell in after.space.cells.all()]
        if booking.hold is None or minutes == after.changeover_minutes:
            continue
        try:
            claims.begin_at(booking.hold, cells, booking.starts_at - timedelta(minutes=minutes))
        except claims.Taken as taken:
            raise Taken(_needs_time(minutes)) from taken
        after.changeover_minutes, after.from_layout = minutes, layout
        after.save(update_fields=["changeover_minutes", "from_layout"])


def _needs_time(minutes: int) -> str:
    return ngettext(
        "The booking after it needs %(minutes)d minute to rearrange the space.",
        "The booking after it needs %(minutes)d minutes to rearrange the space.",
        minutes,
    ) % {"minutes": minutes}


def _why_taken(
    cells: Iterable[int], wish: BookingWish, arranged: Iterable[BookedSpace], booking: Booking | None
) -> str:
    """Say whether the time itself is taken, or only the time that the change-over needs."""
    minutes = max((row.changeover_minutes for row in arranged), default=0)
    others = Claim.objects.filter(cell__in=list(cells)).exclude(hold=booking.hold_id if booking else None)
    if minutes and not others.filter(starts_at__lt=wish.end, ends_at__gt=wish.start).exists():
        return ngettext(
            "Rearranging the space takes %(minutes)d minute, and before that it is booked.",
            "Rearranging the space takes %(minutes)d minutes, and before that it is booked.",
            minutes,
        ) % {"minutes": minutes}
    return _("Somebody else has booked it for a part of that time.")


def _range(cell: Cell, row: BookedSpace, wish: BookingWish) -> claims.Range:
    """Widen a booking's time by what comes before and after; seats are cleared for those who sit there next."""
    after = row.buffer_minutes
    if cell.kind == CellKind.SEAT:
        after = max(after, queries.clearing(row.layout))
    return (
        cell.pk,
        wish.start - timedelta(minutes=row.changeover_minutes),
        wish.end + timedelta(minutes=after),
    )


def _seats(site: Site, wish: BookingWish, booking: Booking | None) -> list[claims.Range]:
    """Choose further seats of the site beside the spaces."""
    if not wish.extra_seats:
        return []
    taken = {cell.pk for place in wish.places for cell in place.space.cells.all()}
    hold = booking.hold_id if booking else None
    free = [
        cell
        for cell in queries.free_cells(site, wish.start, wish.end, except_for=hold)
        if cell.pk not in taken
    ]
    if len(free) < wish.extra_seats:
        raise Taken(_("There are not so many free seats for the whole of that time."))
    return [(cell.pk, wish.start, wish.end) for cell in free[: wish.extra_seats]]
