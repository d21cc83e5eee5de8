"""Answers that programs read again and again: they ask whether anything is new, and mostly nothing is (RFC 9110, 13)."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

MINUTES_KEPT = 15


def answer(
    request: HttpRequest,
    body: bytes,
    content_type: str,
    *,
    changed_at: datetime | None,
    is_private: bool = False,
    by_time: bool = True,
) -> HttpResponse:
    """Answer with a body and what tells whether it is new: 304 without a body when it is not.

    ``changed_at`` is when it changed last. ``by_time`` says that the moment alone may be asked for; where something may
    leave without a trace, only the fingerprint of the body is compared.
    """
    whole = HttpResponse(body, content_type=content_type)
    whole["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    whole["Cache-Control"] = f"{'private' if is_private else 'public'}, max-age={MINUTES_KEPT * 60}"
    if changed_at:
        whole["Last-Modified"] = http_date(changed_at.timestamp())
    moment = parse_http_date_safe(whole.get("Last-Modified", "")) if by_time else None
    found = get_conditional_response(request, etag=whole["ETag"], last_modified=moment, response=whole)
    return found if isinstance(found, HttpResponse) else whole
