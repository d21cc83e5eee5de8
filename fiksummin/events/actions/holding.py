"""The space of an event: booked, moved and given back by the same actions as any booking."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Greatest

from fiksummin.core.errors import refuse_field
from fiksummin.events import queries, rules
from fiksummin.events.choices import Mode
from fiksummin.events.models import Event, Pool
from fiksummin.events.queries.wishes import EventWish
from fiksummin.people.models import Person
from fiksummin.spaces import actions as spaces
from fiksummin.spaces.actions import bookings, claims
from fiksummin.spaces.models import Booking, Site
from fiksummin.spaces.queries.wishes import BookingWish, Place


def choose_in_order(sites: Iterable[Site | None]) -> None:
    """Take the order of sites before that of an event, the lower number first."""
    for site in sorted({site.pk: site for site in sites if site}.values(), key=lambda row: row.pk):
        claims.choose_in_order(site)


def refuse_shut(wish: EventWish, event: Event | None = None) -> None:
    """Refuse what would be on site while its site is shut, where no space is booked that says so. Raises Invalid.

    An event that lost its place to that stays as it is until it has another.
    """
    if wish.site is None or wish.space is not None or not wish.places:
        return
    if event is not None and event.lost_space_at and _stays(event, wish):
        return
    refuse_field(rules.why_not_shut(queries.shut_within(wish.site.pk, wish.start, wish.end)))


def book_space(
    *, by: Person, wish: EventWish, organisers: Sequence[Person] = (), at: datetime
) -> Booking | None:
    """Book the space of an event, if it wants one; nobody has to check in to keep it. Raises as ``book`` does."""
    if wish.site is None or wish.space is None:
        return None
    return spaces.book(by=by, site=wish.site, wish=_wish(wish), members=organisers, keeps_unseen=True, at=at)


def lower_places(event: Event, wish: EventWish) -> None:
    """Let an event have no more places on site than wished (or taken) before its space is another, perhaps a smaller one."""
    pools = Pool.objects.filter(event=event, mode=Mode.ON_SITE, capacity__gt=wish.places)
    pools.update(capacity=Greatest(F("taken"), Value(wish.places)))


def move_space(*, by: Person, event: Event, wish: EventWish, booking: Booking | None, at: datetime) -> None:
    """Let the space follow an event: nothing is given back before the new claim holds. Raises as ``book`` does."""
    lower_places(event, wish)
    if booking is not None and booking.cancelled_at is None and booking.declined_at is None:
        if wish.space is not None and wish.site is not None and booking.site_id == wish.site.pk:
            if _differs(booking, wish):
                bookings.change_locked(
                    by=by, booking=bookings.locked(booking), wish=_wish(wish), at=at, together=True
                )
            return
        _link(event, None)
        moved = book_space(by=by, wish=wish, at=at)
        bookings.cancel_locked(by=by, booking=bookings.locked(booking), reason="", at=at, together=True)
    else:
        moved = book_space(by=by, wish=wish, at=at)
    _link(event, moved)


def give_back_space(*, by: Person, event: Event, reason: str, at: datetime) -> None:
    """Free the space of an event that will not be held."""
    booking = event.booking
    if booking is not None and booking.cancelled_at is None and booking.declined_at is None:
        bookings.cancel_locked(by=by, booking=bookings.locked(booking), reason=reason, at=at, together=True)


def share_space(*, by: Person, event: Event, organisers: Sequence[Person], at: datetime) -> None:
    """Let all who hold an event hold its space, so that each of them can move both. Raises NotAllowed."""
    booking = event.booking
    if booking is None or booking.cancelled_at is not None or booking.declined_at is not None:
        return
    wanted = {person.pk for person in organisers} - {booking.person_id}
    if wanted != set(booking.members.values_list("person", flat=True)):
        bookings.set_members(by=by, booking=booking, members=organisers, at=at)


def spaces_of(event: Event) -> list[tuple[int, int | None]]:
    """Give the spaces of an event and how they are furnished, as numbers."""
    if event.booking is None:
        return []
    return sorted(event.booking.places.values_list("space", "layout"), key=str)


def _stays(event: Event, wish: EventWish) -> bool:
    same_time = (event.starts_at, event.ends_at) == (wish.start, wish.end)
    return event.site == wish.site and (same_time or event.lost_to_id is not None)


def _link(event: Event, booking: Booking | None) -> None:
    event.booking = booking
    event.lost_space_at = event.lost_to = None
    event.save(update_fields=["booking", "lost_space_at", "lost_to"])


def _differs(booking: Booking, wish: EventWish) -> bool:
    now_in = {(row.space_id, row.layout_id) for row in booking.places.all()}
    layout = wish.layout.pk if wish.layout else None
    wanted = {(wish.space.pk if wish.space else None, layout)}
    times = (booking.starts_at, booking.ends_at) != (wish.start, wish.end)
    return times or now_in != wanted or booking.title != wish.title or booking.people != max(wish.places, 1)


def _wish(wish: EventWish) -> BookingWish:
    assert wish.space is not None  # noqa: S101 -- asked by the callers
    return BookingWish(
        places=(Place(wish.space, wish.layout),), start=wish.start, end=wish.end,
        people=max(wish.places, 1), title=wish.title[:120],
    )  # fmt: skip
