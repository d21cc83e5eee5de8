"""An event as search engines read it: schema.org Event in JSON-LD."""

import json
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString

from fiksummin.core.models import Entry
from fiksummin.events.choices import Mode
from fiksummin.events.facts import EventChanged
from fiksummin.events.models import Event
from fiksummin.events.queries.words import spaces_words

HARMLESS = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""What could end the element that holds it."""
WAYS: dict[tuple[str, ...], str] = {
    (Mode.ON_SITE,): "OfflineEventAttendanceMode",
    (Mode.VIRTUAL,): "OnlineEventAttendanceMode",
    (Mode.ON_SITE, Mode.VIRTUAL): "MixedEventAttendanceMode",
}


def linked_data(event: Event, address: str) -> SafeString:
    """Write a public event for a data block; no link to join online, nobody who takes part.

    A data block is never run, so the content policy need not allow it.
    """
    zone = event.zone
    words: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.heading,
        "startDate": event.starts_at.astimezone(zone).isoformat(timespec="minutes"),
        "endDate": event.ends_at.astimezone(zone).isoformat(timespec="minutes"),
        **_status(event),
        "location": _places(event, address),
        "inLanguage": event.spoken or [event.language],
        "isAccessibleForFree": True,
        "url": address,
    }
    if tuple(event.modes) in WAYS:
        words["eventAttendanceMode"] = f"https://schema.org/{WAYS[tuple(event.modes)]}"
    if event.said_summary.words:
        words["description"] = event.said_summary.words
    if speakers := [speaker for speaker in event.speakers.all() if speaker.consents]:
        words["performer"] = [{"@type": "Person", "name": speaker.name} for speaker in speakers]
    if not words["location"]:
        del words["location"]  # its place is announced later
    return SafeString(json.dumps(words, ensure_ascii=False).translate(HARMLESS))


def _status(event: Event) -> dict[str, Any]:
    """Say whether it is held as it was published, at another time, online instead of on site, or not at all."""
    if event.cancelled_at:
        return {"eventStatus": "https://schema.org/EventCancelled"}
    told = _changes(event) if event.changed_at and event.published_at else []
    first = next((fact.was.split()[0] for fact in told if fact.was), "")
    was = datetime.fromisoformat(first) if first else event.starts_at
    is_online = event.only_mode == Mode.VIRTUAL and any("online" in fact.what.split() for fact in told)
    named = {"EventRescheduled": was != event.starts_at, "EventMovedOnline": is_online}
    found = [f"https://schema.org/{name}" for name, is_so in named.items() if is_so]
    status: dict[str, Any] = {"eventStatus": found or "https://schema.org/EventScheduled"}
    if was != event.starts_at:
        status["previousStartDate"] = was.astimezone(event.zone).isoformat(timespec="minutes")
    return status


def _changes(event: Event) -> list[EventChanged]:
    """Read from the journal what was changed since it was published, the first first; one query."""
    rows = Entry.objects.filter(fact=EventChanged.name(), at__gte=event.published_at, data__event=event.pk)
    facts = (EventChanged.read(None, data) for data in rows.order_by("pk").values_list("data", flat=True))
    return [fact for fact in facts if isinstance(fact, EventChanged)]


def _places(event: Event, address: str) -> list[dict[str, str]]:
    found = []
    if (event.pool(Mode.ON_SITE) or not event.modes) and not event.lost_to_id:
        site = event.site
        name = ", ".join(part for part in (spaces_words(event), site.name if site else "") if part)
        place = {
            "@type": "Place",
            "name": name or event.place,
            "address": site.address if site else event.place,
        }
        found.append({key: str(value) for key, value in place.items()})
    if event.pool(Mode.VIRTUAL):
        found.append({"@type": "VirtualLocation", "url": address})
    return found
