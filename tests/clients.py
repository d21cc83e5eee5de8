"""Browsers of people who have signed in."""

from django.conf import settings
from django.test import Client

from fiksummin.people.accounts import STRONG
from fiksummin.people.models import Person


def signed_in(person: Person) -> Client:
    """Give a browser in which a person has signed in with her second step, so that her roles count."""
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    session[STRONG] = True
    session.save()
    return client
