"""A series claims date by date and is written down at once: what comes of it is what single bookings come to."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import transaction

from fiksummin.core.errors import Conflict
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import BookedSpace, Booking, Claim, Site, Space
from fiksummin.spaces.queries import BookingWish, Place, Recurrence
from tests.cast import Cast
from tests.factories import people, spaces

WEEKS = 10


@pytest.fixture
def site(cast: Cast) -> Site:
    return cast.helsinki


@pytest.fixture
def hall(site: Site) -> dict[str, Space]:
    return spaces.hall(site)


def weekly(site: Site) -> Recurrence:
    return Recurrence("weekly", spaces.open_day(site), time(10), time(11), count=WEEKS)


def wish(site: Site, place: Place, day: date) -> BookingWish:
    return BookingWish((place,), spaces.at(site, day, "10:00"), spaces.at(site, day, "11:00"))


def standing() -> tuple[list[Any], list[Any]]:
    """Give every claim, and every space of a booking with its change-over, whatever their numbers."""
    claims = Claim.objects.values_list("cell__label", "starts_at", "ends_at")
    places = BookedSpace.objects.values_list(
        "booking__starts_at", "booking__person", "space__name_fi", "layout__kind", "from_layout__kind",
        "changeover_minutes", "buffer_minutes",
    )  # fmt: skip
    return sorted(claims), sorted(places, key=str)


def one_by_one(cast: Cast, site: Site, place: Place, days: list[date]) -> list[date]:
    made = []
    for day in days:
        try:
            actions.book(by=cast.member, site=site, wish=wish(site, place, day))
        except Conflict:
            continue
        made.append(day)
    return made


@pytest.mark.parametrize("look", ["islands", "theatre", "lounge", None])
def test_a_series_in_a_hall_comes_to_what_its_dates_come_to(
    cast: Cast, site: Site, hall: dict[str, Space], look: str | None
) -> None:
    """Others stand before, between and after, in other layouts and in parts of the hall; some in the way."""
    whole = hall["ABC"]
    layouts = {layout.kind: layout for layout in whole.layouts.all()}
    for week, space, layout, start, end in (
        (1, "ABC", "theatre", "7:00", "8:00"), (2, "ABC", "board", "12:00", "13:00"),
        (3, "AB", None, "9:00", "12:00"), (5, "ABC", "islands", "11:30", "14:00"),
        (6, "C", None, "8:00", "9:00"), (7, "ABC", "theatre", "13:00", "15:00"),
    ):  # fmt: skip
        kind = layouts[layout] if layout else None
        spaces.booking(cast.colleague, hall[space], layout=kind, after=1 + 7 * week, start=start, end=end)
    place = Place(whole, layouts[look] if look else None)
    every = [day for each in tried(cast.member, site, place) if (day := each.date)]
    possible = [each.date for each in tried(cast.member, site, place) if each.possible]
    open_days = [day for day in every if is_open(cast, site, place, day)]
    with transaction.atomic():
        assert one_by_one(cast, site, place, open_days) == possible
        alone = standing()
        transaction.set_rollback(True)
    assert 0 < len(possible) < WEEKS
    made = actions.book_series(
        by=cast.member, site=site, rule=weekly(site), wish=wish(site, place, every[0]), only=possible
    )
    assert made.bookings.count() == len(possible)
    assert standing() == alone


def tried(person: Person, site: Site, place: Place) -> list[actions.Occurrence]:
    first = spaces.open_day(site)
    return actions.preview_series(by=person, site=site, rule=weekly(site), wish=wish(site, place, first))


def is_open(cast: Cast, site: Site, place: Place, day: date) -> bool:
    return not next(each for each in tried(cast.member, site, place) if each.date == day).skipped


def test_every_date_counts_in_the_quota_and_the_organisation_counts_only_where_there_is_one(
    cast: Cast, site: Site
) -> None:
    room = spaces.space(site, days_ahead=99, ahead_per_person=5, ahead_per_organisation=3)
    found = tried(cast.member, site, Place(room))
    open_days = [each for each in found if not each.skipped]
    assert [each.possible for each in open_days] == [True] * 3 + [False] * (len(open_days) - 3)
    alone = people.person()
    alone.organisation = None
    found = tried(alone, site, Place(room))
    assert sum(each.possible for each in found) == 5


def test_a_writer_who_does_not_queue_is_told_by_the_date(cast: Cast, site: Site) -> None:
    """The database refuses the claim, and the date that it refuses is the one named."""
    room = spaces.space(site)
    first = spaces.open_day(site)
    rule = Recurrence("weekly", first, time(10), time(11), count=4)
    third = first + timedelta(weeks=2)
    rival = actions.claims.claim(
        [cell.pk for cell in room.cells.all()],
        spaces.at(site, third, "10:30"), spaces.at(site, third, "10:45"),
    )  # fmt: skip
    with pytest.raises(Conflict) as refused:
        actions.book_series(by=cast.member, site=site, rule=rule, wish=wish(site, Place(room), first))
    told = {each.date: each for each in refused.value.alternatives}  # type: ignore[attr-defined]  # Occurrences
    assert [day for day, each in told.items() if not each.possible] == [third]
    other, span = told[third].other, rival.claims.get()
    assert other
    assert not (other.start < span.ends_at and other.end > span.starts_at)
    assert Booking.objects.count() == 0
