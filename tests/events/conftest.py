"""A browser for those who walk through the pages of events: on a phone and on a desk, with and without scripts."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from fiksummin.people.models import Person
from tests.clients import signed_in
from tests.events.walking import Open
from tests.pages.browser import Aside


@pytest.fixture(params=[(320, True), (320, False), (1280, True)], ids=["phone", "phone, no scripts", "desk"])
def opened(request: pytest.FixtureRequest, aside: Aside, live_server: LiveServer) -> Iterator[Open]:
    """Open an address in a browser of its own, as a guest or as somebody who has signed in."""
    width, scripts = request.param
    contexts = []

    def open_page(address: str, cookie: str) -> Page:
        view: ViewportSize = {"width": width, "height": 800}
        context = aside.browser.new_context(viewport=view, java_script_enabled=scripts, locale="fi-FI")
        contexts.append(context)
        if cookie:
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
            )
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    def as_whom(address: str, person: Person | None = None) -> Page:
        cookie = signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value if person else ""
        return aside.run(lambda: open_page(address, cookie))

    yield as_whom
    for context in contexts:
        aside.run(context.close)
