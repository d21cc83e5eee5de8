"""Two of Wagtail's own addresses that lead to the service's pages instead."""

from http import HTTPStatus

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Lead to one's own things, where the account is looked after."""
    return redirect("people:me")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out, as the service does."""
    logout(request)
    return HttpResponseRedirect("/", status=HTTPStatus.SEE_OTHER)
