"""Walking: which addresses there are, and what each answers to each persona."""

import inspect
import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import LocalePrefixPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from tests.doors.verdicts import API_PEOPLE, METHODS, PAGE_PEOPLE, Row
from tests.doors.world import World

LANGUAGE = "fi"
FEW = ("anonymous", "member", "owner")


def routes(urlconf: str | None = None) -> dict[str, bool]:
    """Give every address of the service as it is written in the tables, and whether a language stands before it."""
    return {route: spoken for route, spoken, _view in _walk(get_resolver(urlconf), "", spoken=False)}


def ours(urlconf: str | None = None) -> set[str]:
    """Name the addresses at which a view of this service answers, not one of a library."""
    walked = _walk(get_resolver(urlconf), "", spoken=False)
    return {route for route, _spoken, view in walked if author_of(view).startswith(("fiksummin.", "tests."))}


def author_of(view: Any) -> str:
    """Name the module of a view, below whatever is wrapped about it."""
    while not hasattr(view, "view_class") and inspect.isfunction(view):
        inner = getattr(view, "__wrapped__", None) or inspect.getclosurevars(view).nonlocals.get("view_func")
        if inner is None:
            break
        view = inner
    return str(getattr(view, "view_class", view).__module__)


def _walk(resolver: URLResolver, before: str, *, spoken: bool) -> Iterator[tuple[str, bool, Any]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            spoken_here = spoken or isinstance(pattern.pattern, LocalePrefixPattern)
            here = "" if isinstance(pattern.pattern, LocalePrefixPattern) else str(pattern.pattern)
            yield from _walk(pattern, before + here, spoken=spoken_here)
        else:
            regex = "" if isinstance(pattern.pattern, RoutePattern) else "re:"
            yield f"{regex}{before}{pattern.pattern}", spoken, pattern.callback


def unruled(found: dict[str, bool], rows: list[Row], groups: dict[str, str], own: set[str]) -> list[str]:
    """Name the addresses that no row speaks of and no group takes in; a view of our own needs a row."""
    known = {row.address for row in rows}
    return [route for route in found if route not in known and (route in own or not _in_group(route, groups))]


def homeless(found: dict[str, bool], rows: list[Row], groups: dict[str, str]) -> list[str]:
    """Name the rows and groups of which there is no address (any more)."""
    rows_without = [row.address for row in rows if row.address not in found]
    return rows_without + [
        group for group in groups if not any(route.removeprefix("re:").startswith(group) for route in found)
    ]


def _in_group(route: str, groups: dict[str, str]) -> bool:
    return any(route.removeprefix("re:").startswith(group) for group in groups)


class Walker:
    """Knocks at doors without the ceremony of a test client; what a request writes is undone."""

    def __init__(self, world: World) -> None:
        """Load the middleware once."""
        self.world = world
        self.handler = BaseHandler()
        self.handler.load_middleware()
        self.factory = RequestFactory()

    def path_of(self, row: Row, *, spoken: bool) -> str:
        """Write an address with the things of the world in it."""

        def thing(found: re.Match[str]) -> str:
            converter, name, other = found.groups()
            key = other or f"{converter or ''}{name}"
            value = self.world.things.get(key, self.world.things.get(name))
            assert value is not None, f"the world has no {key} for {row.route}"
            return str(value)

        path = re.sub(r"<(\w+:)?(\w+)(?:=(\w+))?>", thing, row.route.replace("(start)", ""))
        return f"/{LANGUAGE}/{path}" if spoken else f"/{path}"

    def knock(self, persona: str, method: str, path: str, *, api: bool) -> HttpResponse:
        """Send one request as a persona."""
        headers = {"accept-language": LANGUAGE}
        key = self.world.tokens.get(persona) if api else self.world.sessions.get(persona)
        self.factory.cookies = SimpleCookie()
        if api and key:
            headers["authorization"] = f"Bearer {key}"
        elif key:
            self.factory.cookies[settings.SESSION_COOKIE_NAME] = key
        kind = "application/json" if api else "application/x-www-form-urlencoded"
        body = b"" if api else b"csrfmiddlewaretoken=as-from-a-browser"
        request = self.factory.generic(method, quote(path), body, content_type=kind, headers=headers)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # it is there in this test
        with transaction.atomic():
            response = self.handler.get_response(request)
            transaction.set_rollback(True)
        return response

    def findings(self, row: Row, *, spoken: bool) -> list[str]:
        """Try every method as every persona; say what is not as the row says, or shows a canary.

        A method that the row does not name is tried by a few only: nobody gets further than 405.
        """
        path = self.path_of(row, spoken=spoken)
        found = []
        for method in METHODS:
            everybody = API_PEOPLE if row.api else PAGE_PEOPLE
            for persona in everybody if method in row.methods else FEW:
                expected = row.methods[method][persona] if method in row.methods else 405
                response = self.knock(persona, method, path, api=row.api)
                where = f"{method} {path} as {persona}"
                if response.status_code != expected:
                    found.append(f"{where}: {response.status_code}, the table says {expected}")
                found += [f"{where}: shows “{words}”" for words in self.leaks(row.address, persona, response)]
        return found

    def leaks(self, address: str, persona: str, response: HttpResponse) -> list[str]:
        """Name the canaries that an answer shows to somebody who may not read them."""
        said = f"{dict(response.items())}\n{_text(response)}"
        return [
            canary.words
            for canary in self.world.canaries
            if canary.words in said and not canary.is_for(persona) and address not in canary.open_at
        ]


def _text(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if held := getattr(response, "file_to_stream", None):
        held.close()  # so does a server; a file stays open otherwise
    return str(content.decode("utf-8", "replace"))
