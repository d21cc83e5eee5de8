"""The editors' door: who comes in, what stays shut, and what its pages may do in a browser."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import translation

from fiksummin.people.choices import RoleKind
from fiksummin.people.models import Person

EDITOR = "/admin/"
SHUT = tuple(
    EDITOR + path
    for path in (
        "login/",
        "password_reset/",
        "users/",
        "groups/",
        "sites/",
        "api-tokens/",
        "failwhale/",
        "test404/",
    )
)
"""What Wagtail brings and the service has elsewhere or not at all: signing in, accounts, roles."""


def editors_door(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let editors and owners through to Wagtail; for others it is not there.

    The strict policy of the site would stop Wagtail's inline scripts, so under
    this path alone a looser one holds, and pages may be framed by our own for the preview.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(EDITOR):
            return get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        if not _may_edit(request) or request.path.startswith(SHUT):
            raise Http404
        with translation.override(request.user.language):
            response = get_response(request)
        response._csp_config = settings.CSP_OF_THE_EDITOR  # type: ignore[attr-defined]  # noqa: SLF001 -- as Django's csp_override does
        response["X-Frame-Options"] = "SAMEORIGIN"
        return response

    return middleware


def _may_edit(request: HttpRequest) -> bool:
    return isinstance(request.user, Person) and request.user.may(RoleKind.EDITOR)
