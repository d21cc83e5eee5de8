"""The step to a federated sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

type View = Callable[..., HttpResponse]


def from_our_own_page(view: View) -> View:
    """Begin a federated sign-in only from a link on our own page; others see a page with that link.

    So no foreign page can start one behind the reader's back, and no form is
    needed, which the policy for forms would not let leave this host.
    """

    @require_safe
    @wraps(view)
    def inner(request: HttpRequest, **words: Any) -> HttpResponse:
        if _is_from_here(request):
            return view(request, **words)
        return render(request, "people/onward.html", {"url": request.get_full_path()})

    return inner


def _is_from_here(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return urlsplit(request.headers.get("Referer", "")).netloc == request.get_host()
