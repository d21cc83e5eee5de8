"""Addresses that fill a form in: what is offered is booked from there as it was offered."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from fiksummin.spaces.models import Site
from fiksummin.spaces.queries import Answer


def fields_of(answer: Answer, site: Site) -> str:
    """Write an answer as the fields of a booking's form, by the site's clock."""
    said = written(answer.start, answer.end, site)
    return urlencode(
        {
            "space": [place.space.pk for place in answer.places],
            "layout": [place.layout.pk for place in answer.places if place.layout],
            "day": said["day"],
            "start": f"{said['start']:%H:%M}",
            "end": f"{said['end']:%H:%M}",
        },
        doseq=True,
    )


def that_books(answer: Answer, site: Site, people: int) -> str:
    """Give the path that books an answer for so many, in the active language."""
    return f"{reverse('spaces:booking_new', args=[site.slug])}?{fields_of(answer, site)}&people={people}"


def written(start: datetime, end: datetime, site: Site) -> dict[str, Any]:
    """Give a range of moments as the form says it, by the site's clock.

    The times remember (``fold``) which of two repeated hours they are: begun from them, a form keeps it.
    """
    first, last = start.astimezone(site.zone), end.astimezone(site.zone)
    return {"day": first.date(), "start": first.time(), "end": last.time()}
