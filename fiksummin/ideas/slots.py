"""What this room draws into pages of rooms below: from an event, or from what was taken away or stays open there, to an idea."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import Event, Outcome, Takeaway
from fiksummin.people.queries import reader_of
from fiksummin.ui.slots import fill


def born_here(request: HttpRequest, about: object) -> str:
    """Draw the way to an idea for members, while an event is on and after it."""
    reader = reader_of(request)
    if reader is None or reader.is_guest:
        return ""
    if isinstance(about, Event):
        return render_to_string("ideas/_propose_born.html", {"query": f"?event={about.pk}"})
    if isinstance(about, Takeaway):
        words = {"query": f"?takeaway={about.pk}", "about": " ".join(about.text.split())[:60]}
        return render_to_string("ideas/_propose_born.html", words)
    if isinstance(about, Outcome) and about.kind == OutcomeKind.QUESTION:
        words = {"query": f"?question={about.pk}", "about": " ".join(about.text.split())[:60]}
        return render_to_string("ideas/_propose_born.html", words)
    return ""


fill("event", born_here)
fill("takeaway", born_here)
fill("outcome", born_here)
