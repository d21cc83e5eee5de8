"""Who has come to what was booked, and what a code on a door tells."""

from dataclasses import dataclass
from datetime import datetime

from fiksummin.core.time import day_bounds
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Claim, Site, Space
from fiksummin.spaces.models.booking import BookingQuerySet
from fiksummin.spaces.models.space import SpaceQuerySet
from fiksummin.spaces.queries.opening import opening


@dataclass(frozen=True)
class DoorNow:
    """What a space's door tells: what is booked now, her own of today, and until when it is free."""

    space: Space
    now: Booking | None
    next: Booking | None
    own: list[Booking]
    free_until: datetime | None
    """None when it is taken, or the site is closed."""


def spaces_at_doors() -> SpaceQuerySet:
    """Spaces with what a door tells of them."""
    return Space.objects.select_related("site", "policy", "zone").prefetch_related("cells")


def door(space: Space, person: Person, at: datetime) -> DoorNow:
    """Tell what stands on a space's door at a moment, to a person."""
    cells = [cell.pk for cell in space.cells.all()]
    _start, end = day_bounds(at.astimezone(space.site.zone).date(), space.site.zone)
    rows = _on(cells).standing().filter(left_at=None, released_at=None, ends_at__gt=at, starts_at__lt=end)
    booked = list(rows.filter(hold__isnull=False))
    mine = set(
        Booking.objects.held_by(person).filter(pk__in=[row.pk for row in booked]).values_list("pk", flat=True)
    )
    return DoorNow(
        space=space,
        now=next((row for row in booked if row.starts_at <= at), None),
        next=next((row for row in booked if row.starts_at > at), None),
        own=[row for row in booked if row.pk in mine],
        free_until=_free_until(space.site, cells, at),
    )


def maybe_no_shows(at: datetime) -> BookingQuerySet:
    """Bookings that have begun, to which nobody has come yet, in spaces that are not kept for good."""
    rows = Booking.objects.standing().filter(
        hold__isnull=False, arrived_at=None, exempted_at=None, released_at=None, left_at=None,
        starts_at__lte=at, ends_at__gt=at, places__space__policy__grace_minutes__gt=0,
    )  # fmt: skip
    rows = rows.select_related("site", "offer").order_by("site_id", "pk").distinct()
    return rows.prefetch_related("places__space__policy")


def _on(cells: list[int]) -> BookingQuerySet:
    rows = Booking.objects.filter(places__space__cells__in=cells).distinct().order_by("starts_at", "id")
    return rows.select_related("site", "person", "organisation", "offer").prefetch_related(
        "members", "places__space__policy"
    )


def _free_until(site: Site, cells: list[int], at: datetime) -> datetime | None:
    hours = opening(site, at.astimezone(site.zone).date())
    if hours.opens_at is None or hours.closes_at is None or not hours.opens_at <= at < hours.closes_at:
        return None
    taken = Claim.objects.filter(ends_at__gt=at, cell__in=cells, starts_at__lt=hours.closes_at)
    first = taken.order_by("starts_at").values_list("starts_at", flat=True).first()
    if first is not None and first <= at:
        return None
    return first or hours.closes_at
