"""The addresses under /api/, each answering in the API's own way whatever is asked of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import URLPattern, include, path, register_converter
from django.urls.converters import PathConverter
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from fiksummin.api import (
    after,
    arrivals,
    attachments,
    baton_turns,
    batons,
    bookings,
    circles,
    event_series,
    events,
    experiment_log,
    experiment_team,
    experiments,
    handovers,
    idea_authors,
    joining,
    library,
    moderation,
    notices,
    problems,
    registrations,
    reports,
    search,
    series,
    sites,
    spaces,
    takeaway_files,
    targets,
    visits,
    waitings,
)
from fiksummin.api.inputs import nothing_unknown
from fiksummin.api.language import speak
from fiksummin.api.schema import DescribedApi

type View = Callable[..., HttpResponse]


class Anything(PathConverter):
    """The rest of an address, whatever stands in it; the end of a line, too."""

    regex = "(?s:.+)"


register_converter(Anything, "anything")

api = DescribedApi(
    title="Fiksummin",
    version="1",
    description=(
        "Sites, free seats and visits, spaces and bookings, events and places at them, ideas, experiments and their trail, your notices, the library and its use, communities, and a search over all of it. Every request carries a bearer token. "
        "Refusals are problem details (RFC 9457) whose `detail` is a sentence for people "
        "in the language of `Accept-Language` (fi, sv, en), else in the bearer's own."
    ),
    docs_url=None,
    urls_namespace="api",
)
api.add_decorator(nothing_unknown)
api.add_router("", sites.router)
api.add_router("", visits.router)
api.add_router("", spaces.router)
api.add_router("", series.router)
api.add_router("", bookings.router)
api.add_router("", waitings.router)
api.add_router("", arrivals.router)
api.add_router("", events.router)
api.add_router("", event_series.router)
api.add_router("", joining.router)  # that of the ideas, with what is joined
api.add_router("", idea_authors.router)
api.add_router("", moderation.router)
api.add_router("", reports.router)
api.add_router("", attachments.router)
api.add_router("", notices.router)
api.add_router("", experiments.router)
api.add_router("", batons.router)
api.add_router("", baton_turns.router)
api.add_router("", experiment_log.router)
api.add_router("", experiment_team.router)
api.add_router("", library.router)
api.add_router("", circles.router)
api.add_router("", registrations.router)
api.add_router("", handovers.router)
api.add_router("", after.router)
api.add_router("", takeaway_files.router)
api.add_router("", targets.router)
api.add_router("", search.router)
problems.register(api)


def in_its_own_way(view: View) -> View:
    """Answer in the program's language, HEAD like GET, and a wrong method as a problem.

    The request is told that these addresses are all there are: the middleware
    for pages then sends no program to an address under a language.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.urlconf = __name__
        speak(request)
        if request.method == "HEAD":
            request.method = "GET"
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            response = problems.not_allowed(request, response["Allow"])
        response["Content-Language"] = get_language() or ""
        patch_vary_headers(response, ["Accept-Language"])
        return response

    return answer


def only_get(view: View) -> View:
    """Answer no other method than GET."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if request.method == "GET" else HttpResponseNotAllowed(["GET"])

    return answer


def start(_request: HttpRequest) -> HttpResponse:
    """Tell where the description is."""
    return JsonResponse({"title": api.title, "version": api.version, "openapi": "/api/v1/openapi.json"})


def nothing_here(_request: HttpRequest, rest: str) -> HttpResponse:
    """Say that there is no such address."""
    return problems.not_found()


def _addresses() -> list[URLPattern]:
    patterns, _app, _namespace = api.urls
    return [_address(pattern) for pattern in patterns if getattr(pattern, "name", "") != "api-root"]


def _address(pattern: Any) -> URLPattern:
    view = only_get(pattern.callback) if pattern.name == "openapi-json" else pattern.callback
    return URLPattern(pattern.pattern, in_its_own_way(view), pattern.default_args, pattern.name)


app_name = "api"
urlpatterns = [
    path("v1/", in_its_own_way(only_get(start)), name="api-root"),
    path("v1/", include(_addresses())),
    path("<anything:rest>", in_its_own_way(nothing_here), name="nothing-here"),
]
