"""At which door somebody stands."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from fiksummin.events import queries
from fiksummin.events.models import Event, Registration
from fiksummin.people.queries import person_of


def door_of(request: HttpRequest, pk: int) -> Event:
    """Give an event at which the person receives people, with what the door says of it."""
    rows = queries.with_place(Event.objects.received_by(person_of(request))).prefetch_related(
        "people", "questions"
    )
    return get_object_or_404(rows, pk=pk)


def expected(event: Event, number: int) -> Registration:
    """Give a registration to an event, whatever became of it."""
    rows = Registration.objects.filter(event=event).select_related("person", "organisation", "pool")
    found = get_object_or_404(rows.prefetch_related("companions", "presses"), pk=number)
    found.event = event
    return found
