"""The ways to get hold of things: through the person who asks. A stranger gets 404."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from fiksummin.events import queries
from fiksummin.events.models import Event, Registration
from fiksummin.people.queries import person_of, reader_of


def leads_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lead a reader who has not signed in to do so where she sees nothing: it may be hers, or not be there at all."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if reader_of(request) is not None:
                raise
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer

    return inner


def seen_event(request: HttpRequest, pk: int) -> Event:
    """Give an event that the reader may know of, with all that its page says."""
    return get_object_or_404(queries.events_for(reader_of(request)), pk=pk)


def run_event(request: HttpRequest, pk: int) -> Event:
    """Give an event that the person may change."""
    return get_object_or_404(queries.with_all(Event.objects.run_by(person_of(request))), pk=pk)


def own_registration(request: HttpRequest, pk: int) -> Registration:
    """Give the person's own registration."""
    rows = queries.with_event(Registration.objects.filter(person=person_of(request)))
    return get_object_or_404(rows, pk=pk)
