"""The code of a space as an address and a picture, and what it lets one book at once."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from fiksummin.people.models import Person
from fiksummin.people.queries import person_of
from fiksummin.spaces import queries
from fiksummin.spaces.models import Space
from fiksummin.spaces.models.space import SpaceQuerySet
from fiksummin.spaces.queries import BookingWish, DoorNow, Place
from fiksummin.ui import qr

MINUTE, QUARTER, HOUR = timedelta(minutes=1), timedelta(minutes=15), timedelta(hours=1)


def managed_space(request: HttpRequest, pk: int) -> Space:
    """Give a space in use at a site that the person may change."""
    return get_object_or_404(_managed(person_of(request)), pk=pk)


def address_of(space: Space) -> str:
    """Give the address in a code: without a language, so that each reader gets her own."""
    address = reverse("spaces:code", args=[queries.code_of(space)])
    return f"{settings.BASE_URL}/{address.lstrip('/').partition('/')[2]}"


def picture_of(space: Space) -> str:
    """Draw the code."""
    return qr.svg(address_of(space))


def number(text: str) -> int:
    """Read a version; what is none was never in force."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def wish_now(door: DoorNow, at: datetime) -> BookingWish | None:
    """Wish for a free space from now on: an hour, or what is left until it is taken; None when too little is left."""
    policy = door.space.policy
    if door.free_until is None:
        return None
    start = at.replace(second=0, microsecond=0) + MINUTE
    left = door.free_until - timedelta(minutes=door.space.buffer_minutes) - start
    least = timedelta(minutes=policy.shortest_minutes)
    length = min(left, max(HOUR, least), timedelta(minutes=policy.longest_minutes))
    end = start + length
    even = end - (end - datetime.min.replace(tzinfo=UTC)) % QUARTER  # a quarter of the clock is easier to say
    end = even if even - start >= least else end - (end - datetime.min.replace(tzinfo=UTC)) % MINUTE
    return BookingWish((Place(door.space),), start, end) if end - start >= least else None


def _managed(person: Person) -> SpaceQuerySet:
    return Space.objects.filter(site__in=queries.managed_sites(person), retired_at=None).select_related(
        "site"
    )
