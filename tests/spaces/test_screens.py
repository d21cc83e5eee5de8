"""Screens in a real browser: they follow what is booked, live through a lost network, and fit their walls."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from fiksummin.spaces import actions
from fiksummin.spaces.models import Display, Site, Space
from tests import engines
from tests.cast import Cast
from tests.factories import spaces
from tests.pages.browser import Aside

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the look knows no database: once is enough"),
]

ASK = "document.querySelector('fx-display').refresh()"
STATE = "article .state"
WALLS = [(320, 640), (1280, 800), (1920, 1080), (1080, 1920), (3840, 2160)]
CONTRAST = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]

type Open = Callable[..., Any]


@pytest.fixture
def room(cast: Cast) -> Space:
    """A room of a house that is open all day and all night."""
    site = spaces.site("aina")
    for code in ("fi", "sv", "en"):
        setattr(site, f"name_{code}", "Aina auki")
    site.timezone, site.languages = "Europe/Helsinki", ["fi"]
    site.save()
    return spaces.space(site, name="Kaiku", grace_minutes=15)


def hung(cast: Cast, site: Site, space: Space | None = None, language: str = "fi") -> tuple[Display, str]:
    made, secret = actions.make_display(
        by=cast.owner, site=site, space=space, name="Näyttö", language=language
    )
    return made, f"/displays/{secret}/"


@pytest.fixture
def on_wall(aside: Aside, live_server: LiveServer) -> Any:
    """Open an address in a browser that stays open over several steps: ``page = on_wall(address)``."""
    contexts = []

    def opened(address: str, **wishes: Any) -> Page:
        context = aside.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **wishes})
        contexts.append(context)
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    yield lambda address, **wishes: aside.run(lambda: opened(address, **wishes))
    for context in contexts:
        aside.run(context.close)


def test_it_follows_what_is_booked_and_cancelled(
    cast: Cast, room: Space, aside: Aside, on_wall: Open
) -> None:
    page = on_wall(hung(cast, room.site)[1])
    aside.run(lambda: page.evaluate("window.same = true"))

    def rows() -> str:
        aside.run(lambda: page.evaluate(ASK))
        return str(aside.run(lambda: page.inner_text("article")))

    spaces.close_now(cast.owner, room, "Lattia hiotaan")
    assert "Lattia hiotaan" in rows()
    spaces.open_again(cast.owner, room)
    assert "Lattia hiotaan" not in rows()
    assert aside.run(lambda: page.evaluate("window.same")) is True
