"""The same page in the other languages: the address under another prefix."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language

WITHOUT_LANGUAGE = ("/admin/", "/api/", "/displays/", "/health/", "/live/", "/media/", "/static/")
"""Addresses that have no language in front."""


@dataclass(frozen=True)
class Alternative:
    """A language, by its own name, and the address of this page in it."""

    code: str
    label: str
    url: str
    current: bool


def alternatives(request: HttpRequest, urls: Mapping[str, str] | None = None) -> list[Alternative]:
    """Give the page's address in each language; ``urls`` (code → address) where it is not the mere prefix.

    What was asked for stays (the query), but for a page without a language prefix
    the way leads to the start page.
    """
    known = urls or {}
    active = (get_language() or settings.LANGUAGE_CODE)[:2]
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return [
        Alternative(code, name, (known.get(code) or under(request.path, code)) + query, code == active)
        for code, name in settings.LANGUAGES
    ]


def under(path: str, code: str) -> str:
    """Give a path with its language prefix exchanged: "/fi/visits/12/", "sv" → "/sv/visits/12/"."""
    prefix, _, rest = path.lstrip("/").partition("/")
    if prefix in dict(settings.LANGUAGES):
        return f"/{code}/{rest}"
    return f"/{code}/"


class LanguageOfThePage(LocaleMiddleware):
    """Django's own, but for the addresses of machines: what is not there is 404, not a page of some language."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Lead people who left the language out of an address to it; leave machines alone."""
        if request.path.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)
