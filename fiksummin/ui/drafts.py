"""What somebody typed before she had to sign in (again) waits in her session until she is back on the page."""

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from fiksummin.core.time import now

DRAFT = "draft"
"""Key in the session."""
KEPT = "fiksummin.kept"
"""Key in the request's META: what was sent is kept already, as its view wants it."""
LONGEST = 100_000
"""Characters kept in all: the rest is cut, and the reader hears so."""
SECONDS_KEPT = 3600
MOST_VALUES = 1000
SECRET = {"csrfmiddlewaretoken", "password", "code"}
NOT_OURS = ("/admin/", "/accounts/")
"""Parts of addresses whose forms belong to the machinery."""

type View = Callable[[HttpRequest], HttpResponse]


class Draft(QueryDict):
    """A form as it was sent before signing in: shown again, and not acted on."""


def keeping(get_response: View) -> View:
    """Middleware: a form sent by somebody whose session has ended is kept while she signs in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if (
            request.method == "POST"
            and response.status_code in {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}
            and response["Location"].partition("?")[0] == reverse(settings.LOGIN_URL)
            and not any(part in request.path for part in NOT_OURS)
            and KEPT not in request.META
        ):
            keep(request)
        return response

    return middleware


def keep(request: HttpRequest, names: Iterable[str] | None = None) -> None:
    """Keep what was sent: all of it, to be shown as it is, or the fields named, from which the form begins."""
    given = {name: request.POST.getlist(name) for name in request.POST if name not in SECRET}
    wanted = given if names is None else {name: given[name] for name in names if name in given}
    typed = _within_bounds(wanted)
    request.session[DRAFT] = {
        "path": request.path,
        "typed": typed,
        "cut": typed != wanted,
        "begins": names is not None,
        "at": now().timestamp(),
    }
    request.META[KEPT] = True


def draft(request: HttpRequest, *, begins: bool = False) -> Draft | None:
    """Take what was kept on this page, once; ``begins`` asks for fields from which a form begins."""
    kept = request.session.get(DRAFT) if hasattr(request, "session") else None
    if not kept or kept["path"] != request.path or kept["begins"] != begins:
        return None
    del request.session[DRAFT]
    if now().timestamp() - kept["at"] > SECONDS_KEPT:
        return None
    if kept["cut"]:
        messages.warning(
            request, _("What you had written was too long to be kept whole. Check where it ends.")
        )
    found = Draft(mutable=True)
    for name, values in kept["typed"].items():
        found.setlist(name, values)
    return found


def _within_bounds(given: dict[str, list[str]]) -> dict[str, list[str]]:
    left, kept = LONGEST, dict[str, list[str]]()
    for name, values in list(given.items())[:MOST_VALUES]:
        kept[name] = []
        for value in values[:MOST_VALUES]:
            kept[name].append(value[:left])
            left -= len(kept[name][-1])
    return kept


def shown_again(request: Any) -> Draft | None:
    """Give the form to show again to somebody who has signed in; asked twice, it is the same."""
    if request.method != "GET" or not request.user.is_authenticated:
        return None
    if not hasattr(request, "_draft"):
        request._draft = draft(request)  # noqa: SLF001 -- our own mark on it
    found: Draft | None = request._draft  # noqa: SLF001 -- as above
    return found


def keeps_words(names: Iterable[str]) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Have the reader sign in first; what she had typed in the fields named is kept."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if request.method == "POST":
                keep(request, names)
            answer = redirect_to_login(request.get_full_path())
            answer.status_code = HTTPStatus.SEE_OTHER if request.method == "POST" else HTTPStatus.FOUND
            return answer

        return inner

    return wrap


def begun(request: HttpRequest) -> Draft | None:
    """Take what was typed on this page before signing in: from it the form begins."""
    return draft(request, begins=True)
