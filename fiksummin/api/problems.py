"""How the API says no: problem details (RFC 9457) with the sentence that the page would show."""

import logging
import re
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, cast

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.core.signals import got_request_exception
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import JsonValue

from fiksummin.api import booking_answers
from fiksummin.core.errors import Conflict, Invalid, NotAllowed, NotNow
from fiksummin.spaces.queries import Answer
from fiksummin.ui import errors

MEDIA_TYPE = "application/problem+json"
ADDRESS = "/api/"
"""Where programs ask."""
RETRY_SECONDS = 1
FIELDS = {"day": "start"}
"""A page asks for the day and the time apart, the API for both in one."""

WHOLE = {"body", "wish", "change", "words", "wanted", "window"}
"""How the operations call what they take as a whole."""

logger = logging.getLogger(__name__)
type Handler = Callable[[HttpRequest, Any], HttpResponse]


def problem(status: int, detail: str, **more: JsonValue) -> HttpResponse:
    """Answer with problem details: the status's own title, the sentence, and what helps further."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JsonResponse(body | more, status=status, content_type=MEDIA_TYPE)


def not_found() -> HttpResponse:
    """Answer 404, whether a thing is missing or somebody else's."""
    return problem(404, _("There is nothing here, or it is not yours to see."))


def not_allowed(request: HttpRequest, methods: str) -> HttpResponse:
    """Answer 405 and name the methods (``"GET, POST"``) that would do."""
    sentence = _("This address does not take %(method)s. It takes: %(methods)s.")
    answer = problem(405, sentence % {"method": request.method, "methods": methods})
    answer["Allow"] = methods
    return answer


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler400``: programs hear in their own form what is wrong, a Host that is not ours among it."""
    if not request.path.startswith(ADDRESS):
        return errors.bad_request(request, exception)
    if isinstance(exception, RequestDataTooBig):
        return problem(413, _("The request is too long."))
    if isinstance(exception, DisallowedHost):
        return problem(400, _("The service does not answer under the name that is in the header “Host”."))
    return problem(400, _("Something in what was sent was not as it should be."))


def register(api: NinjaAPI) -> None:
    """Have the API answer every exception with problem details."""
    handlers: dict[type[Exception], Handler] = {
        Conflict: _conflict,
        NotNow: lambda _request, exception: problem(409, exception.reason, alternatives=[]),
        Invalid: _invalid,
        NotAllowed: _refused,
        Http404: lambda _request, _exception: not_found(),
        AuthenticationError: _unknown_bearer,
        HttpError: lambda _request, exception: problem(exception.status_code, _("The body is not JSON.")),
        ValidationError: _not_as_described,
        RequestDataTooBig: lambda _request, _exception: problem(413, _("The request is too long.")),
        OperationalError: _busy,
        Exception: _broken,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _conflict(_request: HttpRequest, conflict: Conflict) -> HttpResponse:
    return problem(
        409, conflict.reason, alternatives=[_alternative(other) for other in conflict.alternatives]
    )


def _alternative(other: object) -> JsonValue:
    if isinstance(other, Answer):
        described: JsonValue = booking_answers.answer(other).model_dump(mode="json")
        return described
    start, end = cast("tuple[datetime, datetime]", other)
    return {"start": start.isoformat(), "end": end.isoformat()}


def _invalid(_request: HttpRequest, invalid: Invalid) -> HttpResponse:
    more: dict[str, JsonValue] = {}
    if invalid.field:
        field = FIELDS.get(invalid.field, invalid.field)
        more["errors"] = [{"field": field, "detail": invalid.reason}]
    if invalid.alternatives:
        more["alternatives"] = [_alternative(other) for other in invalid.alternatives]
    return problem(422, invalid.reason, **more)


def _refused(_request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    return problem(403, refusal.reason)


def _unknown_bearer(request: HttpRequest, _exception: AuthenticationError) -> HttpResponse:
    if request.headers.get("Authorization"):
        sentence = _("The token is not valid: it is unknown, has expired or was revoked.")
        challenge = 'Bearer realm="fiksummin", error="invalid_token"'
    else:
        sentence = _("A token is needed. Send it in the header “Authorization: Bearer …”.")
        challenge = 'Bearer realm="fiksummin"'
    answer = problem(401, sentence)
    answer["WWW-Authenticate"] = challenge
    return answer


def _not_as_described(_request: HttpRequest, invalid: ValidationError) -> HttpResponse:
    errors = [_field_error(error) for error in invalid.errors]
    return problem(422, str(errors[0]["detail"]), errors=list[JsonValue](errors))


def _field_error(error: dict[str, Any]) -> dict[str, JsonValue]:
    field = str(error["loc"][-1])
    if field in WHOLE and error["type"] == "value_error":
        return {"field": "", "detail": _sentence_of(error, field)}
    if field in WHOLE:
        return {"field": "", "detail": _("The body must be a JSON object.")}
    return {"field": field, "detail": _sentence_of(error, field)}


def _sentence_of(error: dict[str, Any], field: str) -> str:
    """Say in our words what pydantic found; a sentence of our own validators stays as it is."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    family = error["type"].partition("_")[0]
    sentences = {
        "string_too_long": _("“%(field)s” has too many characters: at most %(longest)s."),
        "string_too_short": _("“%(field)s” has too few characters: at least %(shortest)s."),
        "too_long": _("“%(field)s” has too many values: at most %(longest)s."),
        "too_short": _("“%(field)s” has too few values: at least %(shortest)s."),
        "enum": _("“%(field)s” must be one of these: %(allowed)s."),
        "literal": _("“%(field)s” must be one of these: %(allowed)s."),
        "list": _("“%(field)s” must be a list."),
        "dict": _("“%(field)s” must be an object."),
        "bool": _("“%(field)s” must be true or false."),
        "missing": _("“%(field)s” is missing."),
        "extra": _("“%(field)s” is not known here."),
        "int": _("“%(field)s” must be a whole number."),
        "string": _("“%(field)s” must be text."),
        "greater": _("“%(field)s” must be at least %(least)s."),
        "less": _("“%(field)s” must be at most %(most)s."),
    }
    sentence = sentences.get(error["type"]) or sentences.get(family, _("“%(field)s” is not right."))
    return sentence % {
        "field": field, "least": context.get("ge"), "most": context.get("le"),
        "longest": context.get("max_length"), "shortest": context.get("min_length"),
        "allowed": _listed(str(context.get("expected", ""))),
    }  # fmt: skip


def _listed(expected: str) -> str:
    """List what pydantic names as "'a', 'b' or 'c'"."""
    return ", ".join(re.findall(r"'([^']*)'", expected))


def _busy(_request: HttpRequest, exception: OperationalError) -> HttpResponse:
    logger.warning("The database was too busy for a request: %s", type(exception.__cause__).__name__)
    answer = problem(503, _("The service is busy just now. Nothing was changed; try again in a moment."))
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def _broken(request: HttpRequest, exception: Exception) -> HttpResponse:
    logger.error("A request to the API failed", exc_info=exception)
    got_request_exception.send(sender=None, request=request)
    return problem(500, _("Something went wrong in the service. What you asked for was not done."))
