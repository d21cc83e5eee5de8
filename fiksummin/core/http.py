"""Health, security headers and a line in the log for each request."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from fiksummin.core.models import Beat
from fiksummin.core.time import now
from fiksummin.core.worker import HEARTBEAT

type View = Callable[[HttpRequest], HttpResponse]

logger = logging.getLogger("fiksummin.request")
WORKER_IS_LATE_AFTER = timedelta(minutes=2)


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers."""
    return JsonResponse({"status": "live"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers; tells, without failing, how old the worker's beat is."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        beat = Beat.objects.filter(name=HEARTBEAT).values_list("at", flat=True).first()
    except Exception:
        logger.exception("The database does not answer")
        return JsonResponse({"status": "no database"}, status=503)
    late = beat is None or now() - beat > WORKER_IS_LATE_AFTER
    return JsonResponse({"status": "ready", "worker": "late" if late else "working"})


def headers(get_response: View) -> View:
    """Add the headers that Django's own middleware does not."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if not request.path.startswith(("/static/", "/media/")):
            response.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def log(get_response: View) -> View:
    """Write a line for each request: route, status, milliseconds. No address, no name, no query."""

    def middleware(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        logger.info(
            "request",
            extra={
                "facts": {
                    "method": request.method,
                    "route": match.route if match else "",
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - started) * 1000, 1),
                }
            },
        )
        return response

    return middleware
