"""What somebody begins from who is about to book, what it would take, and what could be instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from fiksummin.spaces import queries
from fiksummin.spaces.addresses import fields_of, that_books, written
from fiksummin.spaces.choices import Approval
from fiksummin.spaces.forms.bookings import INSTEAD, PlacesForm
from fiksummin.spaces.models import Booking, Layout, Policy, Site
from fiksummin.spaces.queries import Answer, BookingWish, Opening, Place
from fiksummin.spaces.views import offers

AHEAD = timedelta(days=21)
LENGTH = timedelta(hours=1)
WEEK = timedelta(days=7)
LISTS = ("space", "layout")


@dataclass(frozen=True)
class Taking:
    """What one place takes before it can be used: minutes from a layout (None: as usual), and whose approval."""

    place: Place
    minutes: int
    before: Layout | None
    asks: Policy | None


@dataclass(frozen=True)
class Takes:
    """What a booking would take: each place, and the names of the spaces that others cannot book meanwhile."""

    places: list[Taking]
    blocks: list[str]


@dataclass(frozen=True)
class Instead:
    """Another answer, at its own site, and the fields that take it with one press."""

    answer: Answer
    site: Site
    fields: str


def sent(request: HttpRequest) -> QueryDict | None:
    """Give what the form was sent with; another answer that was pressed stands in place of the time and the spaces."""
    if request.method != "POST":
        return None
    if "instead" not in request.POST:
        return request.POST
    given, chosen = request.POST.copy(), QueryDict(request.POST["instead"])
    for name in INSTEAD:
        given.setlist(name, chosen.getlist(name))
    return given


def beginning(site: Site, at: datetime, given: QueryDict, names: Iterable[str]) -> dict[str, Any]:
    """Give what a form begins from: what the address says, else the next good hour."""
    said: dict[str, Any] = {name: given[name] for name in names if name in given and name != "key"}
    said |= {name: given.getlist(name) for name in LISTS if name in given}
    return {**_next_hour(site, at, given), **said}


def of_booking(booking: Booking) -> dict[str, Any]:
    """Give what a form of a booking's change begins from."""
    places = list(booking.places.all())
    words = ("people", "title", "is_public", "note", "extra_seats", "wants_introduction")
    return {
        **written(booking.starts_at, booking.ends_at, booking.site),
        **{word: getattr(booking, word) for word in words},
        "space": [place.space_id for place in places],
        "layout": [place.layout_id for place in places if place.layout_id],
    }


def a_week_later(booking: Booking, at: datetime, key: str) -> QueryDict:
    """Write the form of the same booking on the same day of the week, the first time that is still ahead."""
    start, zone = booking.starts_at, booking.site.zone
    weeks = max(1, -(-(at - start) // WEEK))
    day = start.astimezone(zone).date() + weeks * WEEK
    given = QueryDict(mutable=True)
    for name, value in {**of_booking(booking), "day": day, "like": booking.pk, "key": key}.items():
        match value:
            case bool():
                given.update({name: "on"} if value else {})
            case list():
                given.setlist(name, [str(one) for one in value])
            case time():
                given[name] = f"{value:%H:%M}"
            case _:
                given[name] = str(value)
    return given


def takes(form: PlacesForm) -> Takes | None:
    """Say what the places chosen would take at the time chosen; None while these are not known."""
    given = form.cleaned_data if form.is_bound and hasattr(form, "cleaned_data") else _tried(form)
    places, start = given.get("places"), given.get("start_at")
    if not places or not start:
        return None
    own = form.booking.pk if form.booking else None
    return Takes(
        [_taking(place, start, own) for place in places], [space.name for space in queries.blocked_by(places)]
    )


def instead(alternatives: Iterable[object], *, only: Site | None = None) -> list[Instead]:
    """Give other answers with the fields that take each; with ``only`` those of one site."""
    answers = [answer for answer in alternatives if isinstance(answer, Answer)]
    found = [(answer, answer.places[0].space.site) for answer in answers]
    return [
        Instead(answer, site, fields_of(answer, site))
        for answer, site in found
        if only is None or site == only
    ]


def address_of(wish: BookingWish, site: Site) -> str:
    """Give the address that books such a wish."""
    return that_books(Answer(wish.places, wish.start, wish.end), site, wish.people)


def queue_of(form: PlacesForm) -> str:
    """Give the address at which one waits in line for what a form asks for."""
    wish = form.wish
    fields = fields_of(Answer(wish.places, wish.start, wish.end), form.site)
    return f"{reverse('spaces:waiting_new', args=[form.site.slug])}?{fields}&people={wish.people}"


def _tried(form: PlacesForm) -> dict[str, Any]:
    """Read what a form not sent yet begins from, as if it was sent."""
    if not form.initial.get("space"):
        return {}
    given = QueryDict(mutable=True)
    for name in INSTEAD:
        value = form.initial.get(name, "")
        given.setlist(name, [str(one) for one in value] if isinstance(value, list) else [str(value)])
    probe = PlacesForm(given, site=form.site, booking=form.booking)
    probe.is_valid()
    return probe.cleaned_data


def _taking(place: Place, start: datetime, own: int | None) -> Taking:
    cells = [cell.pk for cell in place.space.cells.all()]
    minutes, before = queries.changeover(cells, start, place.layout, except_for=own)
    policy = place.space.policy
    return Taking(place, minutes, before, policy if policy.approval != Approval.NONE else None)


def _next_hour(site: Site, at: datetime, given: QueryDict) -> dict[str, Any]:
    today = at.astimezone(site.zone).date()
    wanted = offers.day_in(given)
    days = queries.openings(site, wanted or today, wanted or today + AHEAD).values()
    day = next((day for day in days if day.closes_at and day.closes_at - at >= LENGTH), None)
    if day is None:
        return {"day": wanted or today}
    start = _first_start(site, day, at)
    return written(start, min(start + LENGTH, day.closes_at or start + LENGTH), site)


def _first_start(site: Site, day: Opening, at: datetime) -> datetime:
    morning = datetime.combine(day.date, offers.MORNING, tzinfo=site.zone).astimezone(UTC)
    opens, closes = day.opens_at or morning, day.closes_at or morning + LENGTH
    soonest = max(opens, offers.next_quarter(at)) if opens < at else max(opens, morning)
    return min(soonest, closes - LENGTH) if closes - LENGTH >= opens else opens
