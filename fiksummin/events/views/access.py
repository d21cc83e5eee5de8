"""The ways to get hold of things: through the person who asks. A stranger gets 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from fiksummin.events import queries
from fiksummin.events.models import Event
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.strangers import leads_in

__all__ = ["leads_in", "run_event", "seen_event"]


def seen_event(request: HttpRequest, pk: int) -> Event:
    """Give an event that the reader may know of, with all that its page says."""
    return get_object_or_404(queries.events_for(reader_of(request)), pk=pk)


def run_event(request: HttpRequest, pk: int) -> Event:
    """Give an event that the person may change."""
    return get_object_or_404(queries.with_all(Event.objects.run_by(person_of(request))), pk=pk)
