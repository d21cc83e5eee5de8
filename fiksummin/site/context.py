"""What the site puts on every page: a word about a service break, and the links at the foot."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from fiksummin.core.time import now
from fiksummin.site.middleware import EDITOR
from fiksummin.site.queries import chrome


def site_chrome(request: HttpRequest) -> dict[str, Any]:
    """Give ``maintenance`` (None, or text, alternative, when) and ``footer_links`` (label and url)."""
    if request.path.startswith(EDITOR):
        return {}
    return {
        "maintenance": SimpleLazyObject(lambda: chrome.service_break(now())),
        "footer_links": SimpleLazyObject(lambda: chrome.footer_links(request)),
    }
