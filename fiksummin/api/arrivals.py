"""Coming to what one booked. The same action as on the pages and behind the code on the door."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from fiksummin.api.bearers import WRITE, Asked
from fiksummin.api.keys import IdempotencyKey, answered_once
from fiksummin.api.schema import responses
from fiksummin.people.models import Person
from fiksummin.spaces import actions, models, queries

router = Router(tags=["Bookings"])


class Arrival(Schema):
    """That those who booked are there, and since when."""

    booking: int
    arrived_at: datetime


@router.post(
    "bookings/{int:booking}/check-in",
    auth=WRITE,
    response=responses(Arrival, 404, 409, 422),
    url_name="check-in",
)
def check_in(request: Asked, booking: int, key: IdempotencyKey) -> HttpResponse:
    """Note that those who booked are there; noting it again changes nothing."""
    person = request.auth.person
    row = get_object_or_404(queries.bookings_for(person), pk=booking)
    return answered_once(person, key, ["check-in", booking], lambda: (200, _describe(_arrive(person, row))))


def _arrive(person: Person, booking: models.Booking) -> models.Booking:
    return booking if booking.arrived_at else actions.check_in_booking(by=person, booking=booking)


def _describe(booking: models.Booking) -> object:
    at = booking.arrived_at or booking.starts_at
    return Arrival(booking=booking.pk, arrived_at=at.astimezone(booking.site.zone)).model_dump(mode="json")
