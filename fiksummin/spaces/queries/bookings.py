"""Bookings: somebody's own, those of a day, and how many somebody has ahead."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from fiksummin.core.db.questions import Belongings, Question
from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import day_bounds
from fiksummin.people.models import Person
from fiksummin.spaces.models import BookedSpace, Booking, BookingMember, Policy, Site, Space, Visit
from fiksummin.spaces.models.booking import BookingQuerySet
from fiksummin.spaces.queries.wishes import BookingWish, Place, cells_of

SOME = 5
"""How many of somebody's next bookings are shown where there is more to see."""
_PLACES = Belongings(
    "places", "booking_id",
    lambda owners: BookedSpace.objects.filter(booking__in=owners).select_related("space", "layout"),
)  # fmt: skip
_NEXT = Question(
    lambda person, at: my_bookings(person, at).select_related(None).prefetch_related(None)[:SOME]
)
_NAMED_PLACES = Belongings(
    "places", "booking_id",
    lambda owners: (
        BookedSpace.objects.filter(booking__in=owners)
        .select_related("space")
        .only("booking", *(f"space__name_{code}" for code in LANGUAGES))
    ),
)  # fmt: skip
_OF_DAY = Question(
    lambda site, start, end: (
        Booking.objects.filter(site=site)
        .standing()
        .within(start, end)
        .select_related("person", "organisation")
        .order_by("starts_at", "id")
    )
)
_AHEAD = Question(lambda **words: _counts_ahead(**words))  # noqa: PLW0108 -- it is defined below
_TO_ANSWER = Question(
    lambda site, at: unanswered().filter(site=site, ends_at__gt=at).order_by().values_list("pk", flat=True)
)


def bookings_for(person: Person) -> BookingQuerySet:
    """The bookings a person may see, with all that a page about one shows."""
    rows = Booking.objects.visible_to(person).select_related(
        "site", "person", "organisation", "series", "offer"
    )
    members = Prefetch("members", BookingMember.objects.select_related("person__organisation").order_by("pk"))
    return rows.prefetch_related("places__space__zone", "places__layout", members)


def my_bookings(person: Person, at: datetime) -> QuerySet[Booking]:
    """Somebody's coming bookings, the next one first."""
    own = Booking.objects.held_by(person).standing().filter(ends_at__gt=at, released_at=None)
    return own.select_related("site").prefetch_related("places__space").order_by("starts_at", "id")


def bring_places(bookings: Iterable[Booking]) -> None:
    """Bring their spaces to bookings that do not have them at hand; one query."""
    _PLACES.bring(bookings)


def next_bookings(person: Person, at: datetime, sites: Iterable[Site]) -> list[Booking]:
    """Somebody's next few bookings, with the names of their spaces, at sites that are at hand; two queries."""
    found = _NEXT(person=person.pk, at=at)
    _NAMED_PLACES.bring(found)
    return at_hand(found, sites)


def at_hand[Row: (Visit, Booking)](rows: list[Row], sites: Iterable[Site]) -> list[Row]:
    """Give rows their sites where these were read already; another is read when it is asked for."""
    known = {site.pk: site for site in sites}
    for row in rows:
        if row.site_id in known:
            row.site = known[row.site_id]
    return rows


def my_past_bookings(person: Person, at: datetime) -> QuerySet[Booking]:
    """Somebody's bookings that are behind, cancelled or declined, the latest first."""
    gone = Q(ends_at__lte=at) | Q(cancelled_at__isnull=False) | Q(declined_at__isnull=False)
    own = Booking.objects.held_by(person).filter(gone | Q(released_at__isnull=False))
    return own.select_related("site").prefetch_related("places__space").order_by("-starts_at", "-id")


def bookings_of_day(site: Site, day: date) -> list[Booking]:
    """The standing bookings of a day at a site, by beginning, with their spaces; two queries."""
    start, end = day_bounds(day, site.zone)
    found = _OF_DAY(site=site.pk, start=start, end=end)
    _PLACES.bring(found)
    return found


class Ahead:
    """How many bookings somebody has ahead under each policy; counted once, what is made since is added."""

    def __init__(self, person: Person, at: datetime) -> None:
        """Count nothing yet."""
        self.person, self.at = person, at
        self._counts: dict[int, tuple[int, int]] = {}

    def of(self, policy: Policy) -> tuple[int, int]:
        """Tell as ``bookings_ahead`` does."""
        if policy.pk not in self._counts:
            self._counts[policy.pk] = bookings_ahead(policy, self.person, self.at)
        return self._counts[policy.pk]

    def add(self, wish: BookingWish) -> None:
        """Count one that was made."""
        for policy in wish.policies:
            own, theirs = self.of(policy)
            self._counts[policy.pk] = own + 1, theirs + bool(self.person.organisation_id)


def bookings_ahead(policy: Policy, person: Person, at: datetime) -> tuple[int, int]:
    """Count the coming bookings under a policy: her own, and those of her organisation (0 without one)."""
    hers = {"organisation": person.organisation_id} if person.organisation_id else {}
    counted = _AHEAD(policy=policy.pk, person=person.pk, at=at, **hers)
    return sum(own for own, _theirs in counted), sum(theirs for _own, theirs in counted)


def _counts_ahead(
    policy: Any, person: Any, at: Any, organisation: Any = None
) -> QuerySet[Any, tuple[int, int]]:
    under = BookedSpace.objects.filter(booking=OuterRef("pk"), space__policy=policy)
    ahead = Booking.objects.standing().filter(Exists(under), ends_at__gt=at, released_at=None)
    own, theirs = Q(person=person), Q(organisation=organisation) if organisation is not None else Q(pk=None)
    counts = {"own": Count("pk", filter=own), "theirs": Count("pk", filter=theirs)}
    by_site: QuerySet[Any, Any] = ahead.filter(own | theirs).order_by().values("site").annotate(**counts)
    return by_site.values_list("own", "theirs")


def unanswered() -> BookingQuerySet:
    """The bookings that wait for an approval."""
    return Booking.objects.standing().filter(answer_due_at__isnull=False, approved_at=None)


def count_to_answer(site: Site, at: datetime) -> int:
    """Count the coming bookings at a site that wait for an answer."""
    return len(_TO_ANSWER(site=site.pk, at=at))


def to_answer(site: Site, at: datetime) -> QuerySet[Booking]:
    """The coming bookings at a site that wait for an answer, the one due first first."""
    rows = unanswered().filter(site=site, ends_at__gt=at).select_related("site", "person", "organisation")
    return rows.prefetch_related("places__space", "places__layout").order_by("answer_due_at", "id")


def places_for(person: Person) -> QuerySet[BookedSpace]:
    """The spaces of the bookings that a person may see."""
    rows = BookedSpace.objects.filter(booking__in=Booking.objects.visible_to(person))
    return rows.select_related("booking__site", "space")


def spaces_to_book(site: Site, booking: Booking | None = None) -> QuerySet[Space]:
    """The spaces of a site in use, and those that a booking has already, with all that a booking needs of them."""
    present = Q(places__booking=booking) if booking else Q(pk=None)
    rows = Space.objects.filter(Q(retired_at=None) | present, site=site).distinct()
    return (
        rows.select_related("policy", "zone").prefetch_related("layouts", "cells").order_by("position", "id")
    )


def blocked_by(places: Iterable[Place]) -> QuerySet[Space]:
    """The other spaces in use that share a part with places; prefetched ``cells`` are used."""
    spaces = [place.space for place in places]
    others = Space.objects.filter(cells__in=cells_of(spaces), retired_at=None)
    return others.exclude(pk__in=[space.pk for space in spaces]).distinct().order_by("position", "id")


def wish_of(booking: Booking) -> BookingWish:
    """Read what a booking asks for."""
    rows = booking.places.select_related("space__policy", "layout").prefetch_related("space__cells")
    return BookingWish(
        places=tuple(Place(row.space, row.layout) for row in rows),
        start=booking.starts_at,
        end=booking.ends_at,
        people=booking.people,
        title=booking.title,
        is_public=booking.is_public,
        note=booking.note,
        extra_seats=booking.extra_seats,
        wants_introduction=booking.wants_introduction,
    )
