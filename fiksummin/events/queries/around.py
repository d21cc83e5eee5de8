"""Where somebody usually is, and what there is to choose from when she looks for events."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from fiksummin.events.models import Event, EventKind, Theme
from fiksummin.people.models import Person
from fiksummin.spaces.models import Booking, Site, Visit

LATELY = timedelta(days=90)
"""So far back, and so far ahead, visits tell where somebody is."""

type Choice = tuple[str, str]


def sites_near(person: Person, at: datetime) -> list[Site]:
    """Give the sites where somebody works, is invited to, or has announced a visit or a booking lately; one query.

    Only what she has told for other purposes is used, and only for herself; nothing of it is kept.
    """
    places = {place for _kind, place in person.standing_roles if place} | {person.guest_place} - {""}
    then = {"starts_at__gt": at - LATELY, "starts_at__lt": at + LATELY}
    visits = Visit.objects.standing().filter(person=person, site=OuterRef("pk"), **then)
    bookings = Booking.objects.filter(person=person, site=OuterRef("pk"), cancelled_at=None, **then)
    near = Q(slug__in=places) | Q(Exists(visits)) | Q(Exists(bookings))
    return list(Site.objects.visible_to(person).filter(near).order_by("position", "name_fi", "pk"))


def choices_for(reader: Person | None) -> tuple[list[Choice], list[Choice], list[Choice]]:
    """Give the kinds, sites and themes of what a reader sees, by slug, each named in the active language; three queries."""
    kinds = EventKind.objects.filter(retired_at=None)
    sites = Site.objects.visible_to(reader).order_by("position", "name_fi", "pk")
    return _named(kinds), _named(sites), _named(themes_for(reader))


def themes_for(reader: Person | None) -> QuerySet[Theme]:
    """Give the themes of which a reader sees an event; of others she does not hear."""
    seen = Event.objects.visible_to(reader).filter(theme=OuterRef("pk"))
    return Theme.objects.filter(Exists(seen))


def _named(rows: Iterable[EventKind | Site | Theme]) -> list[Choice]:
    return [(row.slug, str(row.name)) for row in rows]
