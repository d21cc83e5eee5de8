"""The page of an event's takeaways, for all who see the event, and for a guest by her link."""

from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fiksummin.core.recordings import TYPES
from fiksummin.core.time import now
from fiksummin.events import queries, rules
from fiksummin.events.models import Event, Takeaway
from fiksummin.events.models.after import TakeawayQuerySet
from fiksummin.events.views.access import leads_in
from fiksummin.events.views.holders import Holder, of_holder
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of
from fiksummin.ui.files import answer_with

SHOWN_AS = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", **TYPES}
FOR_A_WHILE = "private, max-age=600"


@require_safe
@leads_in
def takeaways(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the page; its organisers are led to where they gather it until it is out."""
    person = reader_of(request)
    event = get_object_or_404(queries.with_digest(Event.objects.visible_to(person)), pk=pk)
    if not hasattr(event, "digest") and person and not rules.why_not_gather(event, person, now()):
        return redirect("events:takeaway_gathering", pk)
    return _page(request, event, person, reverse("events:takeaways", args=[pk]))


@require_safe
@of_holder
def guest_takeaways(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Show the page to a guest by her link, be the event for everybody or not."""
    return _page(request, queries.event_of(holder.registration), None, holder.address("takeaways"))


@require_safe
def takeaway_file(request: HttpRequest, pk: int, takeaway: int, what: str) -> HttpResponse:
    """Give a picture or a recording to those who may read the takeaway."""
    return _file(request, Takeaway.objects.visible_to(reader_of(request)).filter(event=pk), takeaway, what)


@require_safe
@of_holder
def guest_takeaway_file(request: HttpRequest, holder: Holder, takeaway: int, what: str) -> HttpResponse:
    """Give a picture or a recording to a guest: of what is out, and her own."""
    row = holder.registration
    rows = queries.told_on(row.event) | Takeaway.objects.filter(registration=row)
    return _file(request, rows, takeaway, what)


def _page(request: HttpRequest, event: Event, person: Person | None, base: str) -> HttpResponse:
    digest = getattr(event, "digest", None)
    context: dict[str, Any] = {
        "event": event,
        "digest": digest,
        "takeaways": queries.told_on(event) if digest else [],
        "outcomes": queries.outcomes_of(event) if digest else {},
        "base": base,
        "person": person,
        "runs": person is not None and not rules.why_not_run(event, person),
    }
    return render(request, "events/takeaways.html", context)


def _file(request: HttpRequest, rows: TakeawayQuerySet, number: int, what: str) -> HttpResponse:
    kept = getattr(get_object_or_404(rows, pk=number), what)
    path = Path(kept.path) if kept else None
    if path is None or not path.is_file() or path.suffix not in SHOWN_AS:
        raise Http404
    return answer_with(request, path, SHOWN_AS[path.suffix], cache=FOR_A_WHILE)  # type: ignore[return-value]  # a stream is an answer, too
