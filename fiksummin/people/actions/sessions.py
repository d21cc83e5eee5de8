"""Sessions begin without a question (a demonstration, an accepted invitation), and end."""

from datetime import datetime

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest

from fiksummin.people.accounts import name_of
from fiksummin.people.models import Limit, Person, Session

BACKEND = "fiksummin.people.backends.PersonBackend"


def sign_in_as(request: HttpRequest, person: Person, *, method: str) -> None:
    """Sign a person in without asking further: ``demo`` (roles are in force) or ``invitation``."""
    record_authentication(request, person, method=method)
    login(request, person, backend=BACKEND)


def end_sessions(*, by: Person, current: str | None, only: str = "") -> int:
    """End one's other sessions, or only the one of that name; answer how many ended."""
    others = Session.objects.filter(person=by.pk).exclude(pk=current).values_list("pk", flat=True)
    ended = [key for key in others if not only or name_of(key) == only]
    return Session.objects.filter(pk__in=ended).delete()[0]


def forget_expired(*, at: datetime) -> None:
    """Forget sessions, and counts of tries to sign in, whose time is over."""
    Session.objects.filter(expire_date__lt=at).delete()
    Limit.objects.filter(expires__lt=at).delete()
