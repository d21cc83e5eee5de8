"""The page of one event."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.events import queries, rules, sharing
from fiksummin.events.choices import Audience
from fiksummin.events.forms.registering import RegistrationForm
from fiksummin.events.models import Event
from fiksummin.events.queries.linked import linked_data
from fiksummin.events.views.access import leads_in, seen_event
from fiksummin.people.models import Person
from fiksummin.people.queries import reader_of


@require_safe
@leads_in
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event: what, when, where, and what the reader may do now."""
    found, person, at = seen_event(request, pk), reader_of(request), now()
    public = found.audience == Audience.PUBLIC and found.published_at is not None
    context = {
        **page_of(found, at),
        **_of_reader(found, person),
        "for_guests": public,
        "share": sharing.text_of(found) if found.published_at and not found.cancelled_at else "",
        "linked": linked_data(found, request.build_absolute_uri()) if public else "",
        "key": RegistrationForm(event=found)["key"].value(),
    }
    return render(request, "events/event.html", context)


def page_of(event: Event, at: datetime) -> dict[str, Any]:
    """Give what the page of an event says to everybody who sees it."""
    queues = queries.queue_lengths(event)
    return {
        "event": event,
        "at": at,
        "state": event.state(at),
        "closed": rules.why_not_open(event, at),
        "full": queries.is_full(event),
        "pools": [(pool, queues.get(pool.mode, 0)) for pool in event.pools.all()],
        "asks": bool(event.questions.all()),
        "speakers": [speaker for speaker in event.speakers.all() if speaker.consents],
        "organisers": [row.person for row in event.people.all() if row.part == "organiser"],
        "why_changed": queries.why_changed(event) if event.changed_at else "",
        "fingerprint": queries.fingerprint_of(event),
    }


def _of_reader(event: Event, person: Person | None) -> dict[str, Any]:
    mine = queries.standing_of(event, person) if person else None
    barred = rules.why_not_see_link(event, person, mine)
    waits = mine is not None and mine.state == "queued"
    runs = person is not None and not rules.why_not_run(event, person)
    return {
        "mine": mine,
        "mine_state": mine.state if mine else "",
        "company": queries.who_comes(mine, now()),
        "position": queries.position(mine) if mine is not None and waits else 0,
        "link": "" if barred else event.online_link,
        "link_barred": barred,
        "receives": person is not None and not rules.why_not_at_door(event, person),
        "unmeant": rules.why_not_meant(event, person) if person and not mine else "",
        "runs": runs,
        "fixed": rules.why_not_change_event(event, person, now()) if runs and person else "",
        "any_registered": runs and queries.has_registrations(event),
        **_training(event, person),
        "follows": person is not None and event.follows.filter(person=person).exists(),
    }


def _training(event: Event, person: Person | None) -> dict[str, Any]:
    if person is None or rules.why_not_note_training(event, now()):
        return {"notes_training": False}
    return {
        "notes_training": True,
        "noted": queries.has_noted(event, person),
        "sees_training": not rules.why_not_see_training(person),
    }
