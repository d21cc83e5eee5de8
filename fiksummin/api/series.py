"""Series: a booking that comes again, every date tried before, all dates booked or none."""

from datetime import date, timedelta
from typing import Literal

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from pydantic import StrictInt

from fiksummin.api import booking_answers
from fiksummin.api.bearers import WRITE, Asked
from fiksummin.api.booking_inputs import BookingWish
from fiksummin.api.bookings import wished
from fiksummin.api.inputs import Day
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Conflict, Invalid
from fiksummin.core.time import MIDNIGHT, now
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Series

router = Router(tags=["Series"])
Often = Literal["daily", "weekly", "monthly_date", "monthly_weekday"]


class SeriesWish(BookingWish):
    """A booking, whose start and end are those of the first date, and the rule by which it comes again."""

    frequency: Often
    interval: StrictInt = Field(1, ge=1, le=52)
    weekdays: list[StrictInt] = Field(
        default_factory=list, max_length=7, description="0 is Monday; weekly only"
    )
    until: Day | None = None
    count: StrictInt | None = Field(None, ge=1, le=queries.MOST_DATES)
    skip_holidays: bool = Field(True, description="Leave out days on which the site is closed")
    dates: list[Day] | None = Field(
        None, max_length=queries.MOST_DATES, description="Only these of the rule’s dates"
    )


class Occurrence(Schema):
    """A date of a rule: why it cannot be ("" when it can), and the nearest other answer."""

    date: date
    possible: bool
    skipped: bool
    reason: str
    alternative: booking_answers.Answer | None


class SeriesPreview(Schema):
    """Every date of a rule, as it would be now."""

    occurrences: list[Occurrence]


class BookedSeries(Schema):
    """A series and its bookings."""

    id: int
    bookings: list[booking_answers.Booking]


@router.post(
    "bookings/series",
    auth=WRITE,
    response=responses({201: BookedSeries}, 400, 409, 413, 422),
    url_name="series",
)
def book_series(request: Asked, wish: SeriesWish, key: IdempotencyKey) -> HttpResponse:
    """Book every date of a rule, or only those named; all of them or none."""
    person = request.auth.person
    return answered_once(
        person,
        key,
        ["series", wish.model_dump(mode="json")],
        lambda: (201, _describe(person, _book(person, wish))),
    )


@router.post(
    "bookings/series/preview",
    auth=WRITE,
    response=responses(SeriesPreview, 400, 409, 413, 422),
    url_name="series_preview",
)
def preview_series(request: Asked, wish: SeriesWish) -> SeriesPreview:
    """Every date with what stands in its way; nothing is booked."""
    person = request.auth.person
    what = wished(person, wish)
    site = what.places[0].space.site
    found = actions.preview_series(by=person, site=site, rule=_rule(wish, what), wish=what)
    return SeriesPreview(occurrences=[_occurrence(each) for each in found])


def _book(person: Person, wish: SeriesWish) -> Series:
    what = wished(person, wish)
    site = what.places[0].space.site
    try:
        return actions.book_series(by=person, site=site, rule=_rule(wish, what), wish=what, only=wish.dates)
    except Conflict as hindered:
        each = [one for one in hindered.alternatives if isinstance(one, actions.Occurrence)]
        raise Conflict(hindered.reason, [one.other for one in each if one.other][:3]) from hindered


def _rule(wish: SeriesWish, what: queries.BookingWish) -> queries.Recurrence:
    zone = what.places[0].space.site.zone
    start, end = wish.start.astimezone(zone), wish.end.astimezone(zone)
    if start.date() != (end.date() - timedelta(days=1) if end.time() == MIDNIGHT else end.date()):
        raise Invalid(_("A series begins and ends on the same day."), "end")
    return queries.Recurrence(
        wish.frequency, start.date(), start.time(), end.time(), wish.interval, tuple(wish.weekdays),
        wish.until, None if wish.until else wish.count, wish.skip_holidays,
    )  # fmt: skip


def _describe(person: Person, series: Series) -> object:
    at = now()
    rows = queries.bookings_for(person).filter(series=series).order_by("starts_at")
    told = BookedSeries(id=series.pk, bookings=[booking_answers.booking(row, at) for row in rows])
    return told.model_dump(mode="json")


def _occurrence(each: actions.Occurrence) -> Occurrence:
    return Occurrence(
        date=each.date,
        possible=each.possible,
        skipped=each.skipped,
        reason=each.reason,
        alternative=booking_answers.answer(each.other) if each.other else None,
    )
