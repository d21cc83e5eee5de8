"""At the door of every page: who may come in, and whose roles are in force."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fiksummin.core.time import today
from fiksummin.people import accounts, rules
from fiksummin.people.models import Person
from fiksummin.ui import errors

type View = Callable[[HttpRequest], HttpResponse]
DENIED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


def entry(get_response: View) -> View:
    """Sign out those whose time is over, with the reason; lead those who run the lab to their second step.

    Who has a role but showed a code alone has none of its powers. Where she is
    denied a page she is sent to set up a passkey or an authenticator app.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        person = _person(request)
        if person is None:
            return get_response(request)
        reason = rules.why_not_enter(person, today())
        if reason:
            logout(request)
            return errors.page(request, HTTPStatus.FORBIDDEN, reason)
        person.strongly_signed_in = request.session.get(accounts.STRONG, False)
        response = get_response(request)
        if response.status_code in DENIED and _needs_second_step(request, person):
            return HttpResponseRedirect(_second_step(request))
        return response

    return middleware


def _person(request: HttpRequest) -> Person | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    person = get_user(request)
    if not isinstance(person, Person):
        return None
    request.user = person  # the person herself: what stands for her until she is asked for costs each time
    return person


def _needs_second_step(request: HttpRequest, person: Person) -> bool:
    return request.method == "GET" and not person.strongly_signed_in and person.runs_the_lab


def _second_step(request: HttpRequest) -> str:
    return f"{reverse('people:second_step')}?{urlencode({'next': request.get_full_path()})}"
