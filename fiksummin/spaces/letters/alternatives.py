"""What else there is, in a letter: the nearest other times, spaces and sites, each with the address that books it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode

from fiksummin.people.models import Person
from fiksummin.spaces import addresses, queries, rules
from fiksummin.spaces.addresses import written
from fiksummin.spaces.choices import Purpose
from fiksummin.spaces.models import Booking, Site, Waiting
from fiksummin.spaces.queries import Answer
from fiksummin.ui import when

MOST = 3


@dataclass(frozen=True)
class Other:
    """Something free instead: what and when in words, why it is offered, and the full address that books it."""

    line: str
    reasons: str
    address: str


def instead_of(booking: Booking, reader: Person, at: datetime) -> list[Other]:
    """Find what the reader could book instead of a booking called off; only what is for her, and names nobody."""
    found = queries.other_answers(booking.site, queries.wish_of(booking), at)
    return others(rules.for_booker(reader, found), booking.people, reader.language)


def instead_of_waiting(waiting: Waiting, at: datetime) -> list[Other]:
    """Find what is free for who waited: at any site that she sees, within her window; at most three."""
    wish, person = queries.waited_for(waiting), waiting.person
    first, last = waiting.days
    search = queries.Search(
        first, last, wish.minutes, wish.people, earliest=wish.day_from, latest=wish.day_until,
        features=wish.features, begins=wish.start if wish.is_exact else None, until=wish.end,
    )  # fmt: skip
    found = queries.search(queries.seen_sites(person), search, at, asker=rules.asker(person), limit=MOST)
    return others(found, wish.people, person.language)


def others(answers: Sequence[Answer], people: int, language: str) -> list[Other]:
    """Write answers down in a language (the active one)."""
    found = []
    for answer in answers:
        site = answer.places[0].space.site
        time = when.spell(answer.start, answer.end, zone=site.zone, language=language)
        address = settings.BASE_URL + addresses.that_books(answer, site, people)
        found.append(Other(f"{answer.name}, {site.name}, {time}", ", ".join(answer.reasons), address))
    return found


def comparison(site: Site, start: datetime, end: datetime, people: int, purpose: Purpose) -> str:
    """Give the full address that compares all sites, and what is possible from a distance, at a time."""
    said = written(start, end, site)
    clocks = {name: f"{said[name]:%H:%M}" for name in ("start", "end")}
    day = said["day"].isoformat()
    given = urlencode({"purpose": purpose.value, "day": day, **clocks, "people": people})
    return f"{settings.BASE_URL}{reverse('spaces:where')}?{given}"
