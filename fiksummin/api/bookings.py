"""Bookings: make one, try one, read, change and cancel one's own. The same actions as on the pages."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router

from fiksummin.api import answers, booking_answers
from fiksummin.api.bearers import READ, WRITE, Asked
from fiksummin.api.booking_inputs import BookingChange, BookingWish, Cancellation, PlaceWish
from fiksummin.api.inputs import PageQuery
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.core.errors import Conflict, Invalid
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries, rules
from fiksummin.spaces.models import Booking, Space

router = Router(tags=["Bookings"])


@router.post(
    "bookings",
    auth=WRITE,
    response=responses({201: booking_answers.Booking}, 400, 409, 413, 422),
    url_name="bookings",
)
def make_booking(request: Asked, wish: BookingWish, key: IdempotencyKey) -> HttpResponse:
    """Book one space or several with their furnishing, all or none; a policy may want an approval."""
    person = request.auth.person
    return _once(person, key, ["bookings", wish.model_dump(mode="json")], 201, lambda: _book(person, wish))


@router.post(
    "bookings/preview",
    auth=WRITE,
    response=responses(booking_answers.Preview, 400, 409, 413, 422),
    url_name="booking_preview",
)
def try_booking(request: Asked, wish: BookingWish) -> booking_answers.Preview:
    """What booking it would give, or why not: everything is tried, and nothing is booked."""
    with transaction.atomic():
        tried = booking_answers.preview(_book(request.auth.person, wish), now())
        transaction.set_rollback(True)
    return tried


@router.get("bookings", auth=READ, response=responses(booking_answers.Bookings, 422), url_name="bookings")
def list_bookings(request: Asked, page: PageQuery) -> dict[str, object]:
    """Your own bookings to come, and those you hold with others, the next one first."""
    at = now()
    rows = queries.my_bookings(request.auth.person, at).prefetch_related("places__layout")
    return answers.page_of(rows, page, lambda row: booking_answers.booking(row, at))


@router.get(
    "bookings/{int:booking}", auth=READ, response=responses(booking_answers.Booking, 404), url_name="booking"
)
def read_booking(request: Asked, booking: int) -> booking_answers.Booking:
    """One booking: one that you hold, or one at a site where you host."""
    return booking_answers.booking(_booking(request.auth.person, booking), now())


@router.patch(
    "bookings/{int:booking}",
    auth=WRITE,
    response=responses(booking_answers.Booking, 400, 404, 409, 413, 422),
    url_name="booking",
)
def change_booking(request: Asked, booking: int, change: BookingChange, key: IdempotencyKey) -> HttpResponse:
    """Move, extend or reword a booking; what is not named stays, and nothing is given back before the new claim holds."""
    person = request.auth.person
    row = _booking(person, booking)
    given = change.model_dump(mode="json", exclude_unset=True)
    return _once(person, key, ["change", booking, given], 200, lambda: _change(person, row, change))


@router.post(
    "bookings/{int:booking}/cancellation",
    auth=WRITE,
    response=responses(booking_answers.Booking, 400, 404, 409, 413, 422),
    url_name="booking_cancellation",
)
def cancel_booking(
    request: Asked, booking: int, key: IdempotencyKey, words: Cancellation | None = None
) -> HttpResponse:
    """Cancel a booking; its spaces are free at once."""
    person, reason = request.auth.person, words.reason if words else ""
    row = _booking(person, booking)
    return _once(
        person,
        key,
        ["booking cancellation", booking, reason],
        200,
        lambda: actions.cancel_booking(by=person, booking=row, reason=reason),
    )


def _once(
    person: Person, key: str, mark: Sequence[object], status: int, act: Callable[[], Booking]
) -> HttpResponse:
    """Act once for a key, and answer with the booking."""

    def describe() -> tuple[int, Any]:
        row = act()
        queries.bring_places([row])
        return status, booking_answers.booking(row, now()).model_dump(mode="json")

    return answered_once(person, key, mark, describe, made="booking" if status == 201 else "")


def wished(person: Person, wish: BookingWish) -> queries.BookingWish:
    """Read what a program wishes, of spaces that the person sees. Raises Invalid."""
    places = _places(person, wish.places)
    if not places:
        raise Invalid(_("Choose a space."), "space")
    return queries.BookingWish(
        places=places,
        start=wish.start,
        end=wish.end,
        people=wish.people,
        title=wish.title,
        is_public=wish.visibility == "public",
        note=wish.note,
        extra_seats=wish.extra_seats,
    )


def _book(person: Person, wish: BookingWish) -> Booking:
    what = wished(person, wish)
    with offering(person):
        return actions.book(by=person, site=what.places[0].space.site, wish=what)


def _change(person: Person, row: Booking, change: BookingChange) -> Booking:
    given = {
        name: value
        for name in ("start", "end", "title", "people", "note", "extra_seats")
        if (value := getattr(change, name)) is not None
    }
    if change.visibility:
        given["is_public"] = change.visibility == "public"
    wish = queries.wish_of(row)
    places = _places(person, change.places) or wish.places
    with offering(person):
        return actions.change_booking(by=person, booking=row, wish=replace(wish, places=places, **given))


def _places(person: Person, wanted: Sequence[PlaceWish]) -> tuple[queries.Place, ...]:
    found = queries.seen_spaces(person, [place.space for place in wanted])
    return tuple(_place(found.get(place.space), place) for place in wanted)


def _place(space: Space | None, wanted: PlaceWish) -> queries.Place:
    if space is None:
        raise Invalid(_("There is no such space."), "space")
    if wanted.layout is None:
        return queries.Place(space)
    layout = next((layout for layout in space.layouts.all() if layout.kind == wanted.layout), None)
    if layout is None:
        raise Invalid(_("%(space)s cannot be furnished like that.") % {"space": space.name}, "layout")
    return queries.Place(space, layout)


@contextmanager
def offering(person: Person) -> Any:
    """Offer her of other answers those that she may book."""
    try:
        yield
    except Conflict as taken:
        others = rules.for_booker(person, taken.alternatives)
        raise Conflict(taken.reason, others) from taken
    except Invalid as closed:
        others = rules.for_booker(person, closed.alternatives)
        raise Invalid(closed.reason, closed.field, others) from closed


def _booking(person: Person, number: int) -> Booking:
    return get_object_or_404(queries.bookings_for(person), pk=number)
