"""One-press sign-in as one of the cast."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from fiksummin.demo.cast import part_of
from fiksummin.people.actions import sign_in_as
from fiksummin.people.queries import person_by_email


@require_safe
def sign_in(request: HttpRequest, signed: str) -> HttpResponse:
    """Sign in as one of the cast and go to Today, in her language. Not there outside demo mode."""
    part = part_of(signed)
    person = person_by_email(part.email) if part else None
    if not settings.DEMO or person is None:
        raise Http404
    sign_in_as(request, person, method="demo")
    with translation.override(person.language):
        return redirect(reverse("portal:today"))
