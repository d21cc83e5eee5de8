"""Pages for what went wrong: what happened, that nothing was lost, and what to do.

Handlers for ``urls.py`` and one middleware. A refused act answers with the sentence that
the rule gave; an empty 405 gets words. Where the request itself or the service is
broken (``handler400``, ``handler500``) nothing asks the database or who is there.
"""

import re
from collections.abc import Callable, Sequence
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.template.response import TemplateResponse
from django.utils.translation import get_language

from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow

LAST_RESORT = (
    '<!DOCTYPE html><html lang="fi"><meta charset="utf-8"><title>Fiksummin</title>'
    "<h1>Palvelussa on häiriö</h1><p>Yritä hetken kuluttua uudelleen.</p>"
    '<p lang="sv">Det har uppstått ett fel. Försök igen om en stund.</p>'
    '<p lang="en">Something went wrong. Please try again in a while.</p>'
)


def page(
    request: HttpRequest, status: int, reason: str = "", alternatives: Sequence[object] = ()
) -> HttpResponse:
    """Give the page of a status, with the sentence of the rule and what would be allowed."""
    words = {"sentence": reason, "alternatives": alternatives}
    return HttpResponse(loader.render_to_string(f"{status}.html", words, request), status=status)


def as_it_stands(request: HttpRequest, reason: str) -> HttpResponse:
    """Say that something cannot be done now; lead back to the page of the thing it would have been done to."""
    thing = re.match(r".*?/\d+/", request.path)
    back = thing[0] if thing else request.path.rstrip("/").rpartition("/")[0] + "/"
    words = {"sentence": reason, "back": back}
    return HttpResponse(
        loader.render_to_string("409_as_it_stands.html", words, request), status=HTTPStatus.CONFLICT
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler400``; too large a request is a 413. A wrong Host header comes here before anybody is known."""
    too_big = isinstance(exception, RequestDataTooBig)
    return _bare(HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_big else HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler403``."""
    return page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler404``."""
    return page(request, HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """``handler500``."""
    return _bare(HTTPStatus.INTERNAL_SERVER_ERROR)


def _bare(status: HTTPStatus) -> HttpResponse:
    """Give a page without frame and context processors, so that what is broken or unknown cannot break it too."""
    words = {"LANGUAGE_CODE": get_language() or "fi", "frame": "ui/trouble_alone.html"}
    try:
        text = loader.get_template(f"{status.value}.html").render(words)
    except Exception:  # noqa: BLE001 - the page for errors must come, whatever is broken
        text = LAST_RESORT
    return HttpResponse(text, status=status)


class WrongMethods:
    """Middleware before the check of forms: our own views themselves say which methods they take (405).

    None of them takes one of these, so there is no form whose origin would matter.
    """

    NEVER = frozenset({"PUT", "PATCH", "DELETE"})

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next one in the row."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_given: object) -> None:
        """Let the view answer; classes and views of the machinery keep their check."""
        ours = view.__module__.startswith("fiksummin.") and not hasattr(view, "view_class")
        if request.method in self.NEVER and ours:
            request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # noqa: SLF001 -- Django's own mark


class Sentences:
    """Middleware: what an action refuses becomes a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next one in the row."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give words to an answer of 405 that has none; the Allow header stays."""
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.getvalue():
            response.content = page(request, HTTPStatus.METHOD_NOT_ALLOWED).content
        return response

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        """Answer 422 to a form that was refused, on the pages of the machinery too; editors have their own."""
        form = (response.context_data or {}).get("form")
        refused = isinstance(form, BaseForm) and form.is_bound and form.errors
        if refused and response.status_code == HTTPStatus.OK and not request.path.startswith("/admin/"):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 when somebody was faster or things stand otherwise, 400 for what cannot be right, else 403."""
        if not isinstance(exception, NotAllowed):
            return None
        if isinstance(exception, NotNow):
            return as_it_stands(request, exception.reason)
        status = HTTPStatus.FORBIDDEN
        if isinstance(exception, Conflict):
            status = HTTPStatus.CONFLICT
        elif isinstance(exception, Invalid):
            status = HTTPStatus.BAD_REQUEST
        return page(request, status, exception.reason, exception.alternatives)
