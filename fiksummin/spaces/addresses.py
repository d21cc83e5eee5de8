"""Addresses that fill a form in: what is offered is booked from there as it was offered."""

from django.urls import reverse
from django.utils.http import urlencode

from fiksummin.spaces.forms.hours import written
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
