"""Calendar files of events: for everybody without the link, for who has a place with it."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from fiksummin.core.calendars import Entry, file_with
from fiksummin.events import queries, rules
from fiksummin.events.models import Event, Registration
from fiksummin.events.queries import feeds
from fiksummin.events.queries.words import place_words

__all__ = ["address_of_event", "address_of_registration", "event_entry", "file_with", "registration_entry"]


def event_entry(event: Event) -> Entry:
    """Give an event in the active language, as anybody may know it who sees it: nobody is named, no link to join."""
    return Entry(
        uid=f"event-{event.pk}@{settings.MAIL_DOMAIN}",
        sequence=event.sequence,
        stamp=_stamp(event),
        start=event.starts_at,
        end=event.ends_at,
        zone=event.zone,
        summary=event.heading,
        location=_location(event),
        description=address_of_event(event),
        status="CANCELLED" if event.cancelled_at else "CONFIRMED",
    )


def registration_entry(registration: Registration, language: str, *, gone: bool = False) -> Entry:
    """Give an event as its participant keeps it, in a language; ``gone`` takes it out of her calendar.

    The number of changes only grows: the event's and the registration's own together.
    """
    event = registration.event
    has_place = bool(registration.confirmed_at and not registration.ended_at)
    cancelled = gone or event.cancelled_at is not None
    with translation.override(language):
        lines = [
            event.online_link if has_place and not cancelled else "",
            address_of_registration(registration),
        ]
        return Entry(
            uid=f"event-{event.pk}-{registration.pk}@{settings.MAIL_DOMAIN}",
            sequence=event.sequence + registration.sequence,
            stamp=_stamp(event, registration.confirmed_at, registration.ended_at, registration.queued_at),
            start=event.starts_at,
            end=event.ends_at,
            zone=event.zone,
            summary=event.heading,
            location=_location(event),
            description="\n".join(line for line in lines if line),
            status="CANCELLED" if cancelled else "CONFIRMED" if has_place else "TENTATIVE",
            attendee=email_of(registration),
        )


def public_entry(event: Event) -> Entry:
    """Give an event for calendars that everybody reads: with its summary, and the address of its page."""
    entry = event_entry(event)
    lines = [event.said_summary.words, entry.description]
    return replace(entry, description="\n".join(line for line in lines if line))


def own_entries(person: int, start: datetime, end: datetime) -> list[Entry]:
    """Give what somebody takes part in, waits for or holds within a range, in the active language; nobody is named.

    The link to an event online is there for those who have a place, and those who hold the event.
    """
    language = translation.get_language() or "fi"
    entries = {}
    for event, reader in feeds.held_by(person, start, end):
        entry, link = (
            event_entry(event),
            "" if rules.why_not_see_link(event, reader, None) else event.online_link,
        )
        online = "" if event.cancelled_at else link
        entries[event.pk] = replace(entry, description="\n".join(filter(None, (online, entry.description))))
    for registration in feeds.registered_by(person, start, end):
        entries[registration.event_id] = replace(registration_entry(registration, language), attendee="")
    return list(entries.values())


def email_of(registration: Registration) -> str:
    """Give the address of whoever registered; "" when she has none."""
    return (registration.person.email or "") if registration.person else registration.guest_email


def address_of_event(event: Event) -> str:
    """Give the full address of an event's page in the active language."""
    return settings.BASE_URL + reverse("events:event", args=[event.pk])


def address_of_registration(registration: Registration) -> str:
    """Give the full address at which whoever registered sees to it; a guest's has her secret in it."""
    if registration.person_id is not None:
        return settings.BASE_URL + reverse("events:registration", args=[registration.pk])
    return address_of_guest(registration) or address_of_event(registration.event)


def address_of_guest(registration: Registration, part: str = "") -> str:
    """Give the full address of a guest's page, or of a part of it; "" when her link cannot be made anew."""
    link = queries.guest_link_of(registration)
    secret = queries.secret_of(link) if link else ""
    name = f"events:guest_{part}" if part else "events:guest"
    return settings.BASE_URL + reverse(name, args=[secret]) if secret else ""


def _stamp(event: Event, *further: datetime | None) -> datetime:
    changes = (event.changed_at, event.published_at, event.cancelled_at, event.lost_space_at, *further)
    return max([event.made_at, *(at for at in changes if at)])


def _location(event: Event) -> str:
    address = event.site.address if event.site and event.booking_id else ""
    return ", ".join(part for part in (place_words(event), address) if part)
