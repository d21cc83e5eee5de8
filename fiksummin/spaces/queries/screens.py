"""What a screen on a door or in a lobby shows at a moment: nobody is named, and a title only where it is public."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Prefetch, Q, QuerySet

from fiksummin.core.time import day_bounds
from fiksummin.spaces.choices import SpaceKind
from fiksummin.spaces.models import BookedSpace, Booking, Closure, Layout, Site, Space
from fiksummin.spaces.queries.opening import OpenState, bring_hours, open_state
from fiksummin.spaces.queries.roster import Watch, now_and_next
from fiksummin.spaces.queries.timelines import Sign, signs

_PLACES = Prefetch("places", BookedSpace.objects.select_related("space__policy", "layout"))


class Door(StrEnum):
    """How it is behind a door."""

    FREE = "free"
    BUSY = "busy"
    SETTING_UP = "setting_up"
    TAKEN = "taken"
    SHUT = "shut"
    CLOSED = "closed"


@dataclass(frozen=True)
class Slot:
    """A booking as strangers may know it; ``title`` is "" unless it is public, ``layout`` None unless furnishing comes before."""

    booking: Booking
    title: str
    layout: Layout | None
    setting_up_from: datetime


@dataclass(frozen=True)
class DoorScreen:
    """A door: how it is, until when, and what comes today. Moments in UTC."""

    space: Space
    door: Door
    until: datetime | None
    now: Slot | None
    coming: list[Slot]
    closures: list[Closure]
    state: OpenState


@dataclass(frozen=True)
class Row:
    """A space in the lobby's list."""

    sign: Sign
    closure: Closure | None


@dataclass(frozen=True)
class LobbyScreen:
    """A lobby: the door of the house, who may be asked, the spaces, and what is public of today."""

    site: Site
    state: OpenState
    watch: Watch
    rows: list[Row]
    desks: tuple[int, int]
    """How many desks are free, of how many."""
    coming: list[Booking]
    closures: list[Closure]


def door_screen(space: Space, at: datetime) -> DoorScreen:
    """Tell what stands on a door; six queries."""
    site = space.site
    bring_hours([site])
    state, cells = open_state(site, at), space.cells.all()
    shuts = _closures(site, at).filter(Q(space=None) | Q(space__cells__in=cells)).distinct()
    rows = _held(site, at).filter(places__space__cells__in=cells).distinct()
    places = rows.prefetch_related(_PLACES)
    slots = [_slot(booking, space) for booking in places]
    sign, closures = signs(site, [space], at)[0], list(shuts)
    door, until = _door(slots, closures, sign, state, at)
    coming = [slot for slot in slots if slot.booking.starts_at > at]
    return DoorScreen(space, door, until, _begun(slots, at), coming, closures, state)


def lobby_screen(site: Site, at: datetime) -> LobbyScreen:
    """Tell what stands in a lobby; eight queries, however many spaces there are."""
    bring_hours([site])
    spaces = list(Space.objects.visible_to(None).filter(site=site).order_by("position", "pk"))
    shut, closures = {}, list(_closures(site, at))
    for closure in closures:
        if closure.starts_at <= at:
            shut[closure.space_id] = closure
    told = signs(site, spaces, at)
    desks = [sign for sign in told if sign.space.kind == SpaceKind.DESK]
    public = _held(site, at).filter(is_public=True).exclude(title="").prefetch_related(_PLACES)
    return LobbyScreen(
        site=site,
        state=open_state(site, at),
        watch=now_and_next(site, at),
        rows=[
            Row(sign, shut.get(sign.space.pk) or shut.get(None))
            for sign in told
            if sign.space.kind != SpaceKind.DESK
        ],
        desks=(sum(not sign.taken for sign in desks), len(desks)),
        coming=[booking for booking in public if not booking.is_waiting],
        closures=[closure for closure in closures if closure.space_id is None],
    )


def _door(
    slots: list[Slot], closures: list[Closure], sign: Sign, state: OpenState, at: datetime
) -> tuple[Door, datetime | None]:
    shut = next((closure for closure in closures if closure.starts_at <= at), None)
    if shut is not None:
        return Door.SHUT, shut.ends_at
    now = _begun(slots, at)
    if now is not None:
        return Door.BUSY, now.booking.ends_at
    setting_up = next((slot for slot in slots if slot.setting_up_from <= at), None)
    if setting_up is not None:
        return Door.SETTING_UP, setting_up.booking.starts_at
    if not state.is_open:
        return Door.CLOSED, state.next.opens_at if state.next else None
    return (Door.TAKEN if sign.taken else Door.FREE), sign.until


def _begun(slots: list[Slot], at: datetime) -> Slot | None:
    return next((slot for slot in slots if slot.booking.starts_at <= at), None)


def _held(site: Site, at: datetime) -> QuerySet[Booking]:
    """Bookings that hold their spaces now or later today."""
    end = day_bounds(at.astimezone(site.zone).date(), site.zone)[1]
    rows = Booking.objects.filter(site=site, hold__isnull=False, released_at=None, left_at=None)
    return rows.standing().filter(ends_at__gt=at, starts_at__lt=end).order_by("starts_at", "pk")


def _closures(site: Site, at: datetime) -> QuerySet[Closure]:
    """Closures that stand now or begin today."""
    end = day_bounds(at.astimezone(site.zone).date(), site.zone)[1]
    rows = Closure.objects.filter(site=site, lifted_at=None, ends_at__gt=at, starts_at__lt=end)
    return rows.order_by("starts_at", "pk")


def _slot(booking: Booking, space: Space) -> Slot:
    places = list(booking.places.all())
    own: BookedSpace | None = next((place for place in places if place.space_id == space.pk), None)
    minutes = own.changeover_minutes if own else max(place.changeover_minutes for place in places)
    return Slot(
        booking=booking,
        title=booking.title if booking.is_public and not booking.is_waiting else "",
        layout=own.layout if own and minutes else None,
        setting_up_from=booking.starts_at - timedelta(minutes=minutes),
    )
