"""A poster of an event, for a wall."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from fiksummin.events import sharing
from fiksummin.events.models import Event
from fiksummin.events.views.access import leads_in, seen_event


@require_safe
@leads_in
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event as a poster to print, in the reader's language or its own, with a code that leads to its page."""
    found = seen_event(request, pk)
    return render(
        request,
        "events/poster.html",
        {"event": found, "poster": _drawn(found), "language": sharing.language_of(found)},
    )


def _drawn(event: Event) -> SafeString:
    speakers = [speaker for speaker in event.speakers.all() if speaker.consents]
    context = {
        "event": event,
        "speakers": speakers,
        "code": SafeString(sharing.code_of(event)),  # our own drawing, without a word in it
        "address": sharing.page_of(event),
        "tags": sharing.tags_of(event),
    }
    with translation.override(sharing.language_of(event)):
        return render_to_string("events/_poster.html", context)
