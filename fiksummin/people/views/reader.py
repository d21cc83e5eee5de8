"""Who reads the page."""

from typing import cast

from django.http import HttpRequest

from fiksummin.people.models import Person


def reader(request: HttpRequest) -> Person:
    """Give the signed-in person."""
    return cast(Person, request.user)
