"""What is on, and the page of one event."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.events import queries
from fiksummin.events.views.access import leads_in, seen_event
from fiksummin.people.queries import reader_of

ON_A_PAGE = 50


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show what is on, the next first."""
    at = now()
    pages = Paginator(queries.coming_events(reader_of(request), at), ON_A_PAGE)
    return render(
        request, "events/event_list.html", {"page": pages.get_page(request.GET.get("page")), "at": at}
    )


@require_safe
@leads_in
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event: what, when, where, and what the reader may do now."""
    found, at = seen_event(request, pk), now()
    return render(request, "events/event.html", {"event": found, "state": found.state(at), "at": at})
