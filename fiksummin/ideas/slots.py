"""What this room draws into pages of rooms below: from an event, or from what was taken away or stays open there, to an idea."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from fiksummin.events.choices import OutcomeKind
from fiksummin.events.models import Event, Outcome, Takeaway
from fiksummin.ideas import queries, rules
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


def launched_here(request: HttpRequest, about: object) -> str:
    """Draw the campaigns that were launched at an event, and the way to launch one for those who may."""
    if not isinstance(about, Event):
        return ""
    reader = reader_of(request)
    launches = reader is not None and about.cancelled_at is None and not rules.why_not_launch(reader)
    campaigns = list(queries.launched_at(about, reader))
    if not campaigns and not launches:
        return ""
    context = {"campaigns": campaigns, "launches": launches, "event": about}
    return render_to_string("ideas/_launched_here.html", context)


fill("under_event", launched_here)
fill("event", born_here)
fill("takeaway", born_here)
fill("outcome", born_here)
