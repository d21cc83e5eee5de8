"""What surrounds every page: navigation, languages, whose account, whether all this is a demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from fiksummin.portal import navigation
from fiksummin.ui.addresses import address
from fiksummin.ui.languages import alternatives


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the frame of a page; nothing is asked of the database before the template needs it."""
    return {
        "navigation": SimpleLazyObject(lambda: navigation.main(request)),
        "account": SimpleLazyObject(lambda: navigation.account(request)),
        "search_page": SimpleLazyObject(lambda: address("search:search")),
        "languages": alternatives(request),
        "demo": settings.DEMO,
    }
