"""Screens in a real browser: they follow what is booked, live through a lost network, and fit their walls."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Response
from pytest_django.live_server_helper import LiveServer

from fiksummin.core.time import now, today
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Booking, Display, Site, Space
from tests import engines
from tests.cast import Cast
from tests.clients import signed_in
from tests.factories import people, spaces
from tests.pages import axe
from tests.pages.browser import Aside

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the look knows no database: once is enough"),
]

HASTE = "document.querySelector('fx-display').setAttribute('seconds', '0.2')"
ASK = "document.querySelector('fx-display').refresh()"
WALLS = [(320, 640), (1280, 800), (1920, 1080), (1080, 1920), (3840, 2160)]
STRICT = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
OUTSIDE = """() => {
  const edge = document.documentElement.clientWidth;
  return [...document.querySelectorAll("article *, .clock")]
    .filter((one) => one.textContent.trim() && one.getBoundingClientRect().right > edge + 1)
    .map((one) => one.textContent.trim());
}"""

type Open = Callable[..., tuple[BrowserContext, Page]]


@pytest.fixture
def site(transactional_db: None, cast: Cast) -> Site:
    """A house where it is noon, whenever the tests run."""
    ahead = 12 - now().hour
    house = spaces.site(
        "keskipaiva", timezone=f"Etc/GMT{-ahead:+d}", name_fi="Toimipiste Keskipäivä", languages=["fi"]
    )
    actions.set_special_day(
        by=cast.owner,
        site=house,
        day=today(house.zone),
        opens=time(7),
        closes=time(20),
        reason={"fi": "Auki"},
    )
    return house


@pytest.fixture
def room(site: Site) -> Space:
    return spaces.space(site, name="Neuvotteluhuone Kaiku", grace_minutes=15)


@pytest.fixture
def wall(aside: Aside, live_server: LiveServer) -> Iterator[Open]:
    """Open an address in a browser of its own, that stays open over several steps."""
    contexts: list[BrowserContext] = []

    def opened(address: str, **wishes: Any) -> tuple[BrowserContext, Page]:
        contexts.append(aside.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **wishes}))
        page = contexts[-1].new_page()
        page.goto(live_server.url + address)
        return contexts[-1], page

    yield lambda address, **wishes: aside.run(lambda: opened(address, **wishes))
    for context in contexts:
        aside.run(context.close)


def hung(cast: Cast, site: Site, space: Space | None = None, language: str = "") -> tuple[Display, str]:
    made, secret = actions.make_display(
        by=cast.owner, site=site, space=space, name="Näyttö", language=language
    )
    return made, f"/displays/{secret}/"


def booked(cast: Cast, room: Space, begins: int, ends: int, title: str = "") -> Booking:
    """From so many minutes until so many minutes after this one."""
    minute = now().replace(second=0, microsecond=0)
    start, end = minute + timedelta(minutes=begins), minute + timedelta(minutes=ends)
    wish = queries.BookingWish((queries.Place(room),), start, end, title=title, is_public=bool(title))
    return actions.book(by=cast.member, site=room.site, wish=wish, at=minute - timedelta(days=2))


def test_a_screen_follows_what_is_booked_and_cancelled(
    cast: Cast, room: Space, aside: Aside, wall: Open
) -> None:
    _context, page = wall(hung(cast, room.site, room)[1])

    def shows(word: str) -> None:
        aside.run(lambda: page.wait_for_selector(f".word:has-text('{word}')", timeout=5000))

    aside.run(lambda: page.evaluate(f"window.same = true; {HASTE}; {ASK}"))
    shows("Vapaa")
    booking = booked(cast, room, -5, 60)
    shows("Varattu")
    client = signed_in(cast.member)
    assert client.post(f"/fi/bookings/{booking.pk}/cancellation/").status_code == 303
    shows("Vapaa")
    assert aside.run(lambda: page.evaluate("window.same")) is True, "the page was never loaded anew"


def test_nothing_moves_while_nothing_changes(cast: Cast, room: Space, aside: Aside, wall: Open) -> None:
    _context, page = wall(hung(cast, room.site, room)[1])

    def steps() -> tuple[set[int], int]:
        answers: list[Response] = []

        def note(answer: Response) -> None:
            answers.append(answer)

        page.on("response", note)
        page.evaluate(
            "window.swaps = 0; new MutationObserver(() => swaps++).observe("
            "document.querySelector('[data-live]'), { childList: true, subtree: true })"
        )
        for _number in range(3):
            page.evaluate(ASK)
        asked = {answer.status for answer in answers if "/picture/" in answer.url}
        return asked, page.evaluate("window.swaps")

    assert aside.run(steps) == ({304}, 0)


def test_a_lost_network_is_told_and_found_again(cast: Cast, room: Space, aside: Aside, wall: Open) -> None:
    context, page = wall(hung(cast, room.site, room)[1])
    notice = "fx-display > [role=status]"

    def lose() -> tuple[str, str]:
        context.set_offline(True)
        page.evaluate(f"{HASTE}; {ASK}")
        page.wait_for_selector(f"{notice}:has-text('ei yhteyttä')", timeout=5000)
        return page.inner_text(notice), page.inner_text(".word")

    said, word = aside.run(lose)
    assert said.startswith("Tilanne klo ")
    assert word.strip() == "Vapaa"
    booked(cast, room, -5, 60)

    def find() -> str:
        context.set_offline(False)
        page.wait_for_selector(".word:has-text('Varattu')", timeout=10_000)
        return page.inner_text(notice)

    assert aside.run(find) == ""


def test_tries_grow_rare_while_nothing_answers(cast: Cast, room: Space, aside: Aside, wall: Open) -> None:
    _context, page = wall(hung(cast, room.site, room)[1])

    def steps() -> int:
        tries: list[Request] = []

        def note(request: Request) -> None:
            tries.append(request)

        page.on("request", note)
        page.route("**/picture/**", lambda route: route.fulfill(status=503))
        page.evaluate(f"{HASTE}; {ASK}")
        page.wait_for_timeout(2500)
        return len(tries)

    assert aside.run(steps) in {3, 4}, "at 0, 0.4, 1.2 seconds, and perhaps later; not twelve times"


def test_a_screen_taken_out_of_use_says_so_calmly(cast: Cast, room: Space, aside: Aside, wall: Open) -> None:
    made, address = hung(cast, room.site, room)
    _context, page = wall(address)
    actions.revoke_display(by=cast.owner, display=made)

    def steps() -> tuple[str, int]:
        page.evaluate(ASK)
        page.wait_for_selector("[data-gone]", timeout=5000)
        return page.inner_text("h1"), page.locator(".clock, .lost:not(:empty)").count()

    assert aside.run(steps) == ("Tämä näyttö ei ole käytössä", 0)


def test_the_clock_is_the_server_s(cast: Cast, room: Space, aside: Aside, wall: Open) -> None:
    _context, page = wall(hung(cast, room.site, room)[1])

    def steps() -> str:
        page.evaluate("const real = Date.now; Date.now = () => real() + 5 * 3_600_000")
        page.evaluate(ASK)
        page.wait_for_timeout(1200)
        return page.inner_text(".clock")

    shown = aside.run(steps)
    local = now().astimezone(room.site.zone)
    near = [local - timedelta(minutes=before) for before in (0, 1)]
    assert shown in {f"{moment.hour}.{moment.minute:02}" for moment in near}


def test_without_scripts_the_page_asks_anew_by_itself(
    cast: Cast, room: Space, aside: Aside, wall: Open
) -> None:
    _context, page = wall(hung(cast, room.site, room)[1], java_script_enabled=False)
    assert aside.run(lambda: page.inner_text(".word")).strip() == "Vapaa"
    assert '<noscript><meta http-equiv="refresh" content="60"></noscript>' in aside.run(page.content)


@pytest.mark.parametrize(
    ("place", "scheme"),
    [(place, scheme) for place in ("door", "lobby", "gone") for scheme in ("light", "dark")],
)
def test_it_can_be_read_on_every_wall(
    *, cast: Cast, room: Space, aside: Aside, wall: Open, place: str, scheme: str
) -> None:
    for number in range(9):
        spaces.space(room.site, name=f"Ryhmätyötila {number}")
    host = people.person()
    people.role(host, place=room.site.slug, starts_on=today(room.site.zone))
    spaces.shift(host, room.site, start="7:00", end="19:00")
    booked(cast, room, -5, 50)
    booked(cast, room, 60, 120, title="Avoin paja: tekoälyn vastuullinen hyödyntäminen asiakaspalvelussa")
    booked(cast, room, 130, 190)
    address = (
        "/displays/none/" if place == "gone" else hung(cast, room.site, room if place == "door" else None)[1]
    )
    _context, page = wall(address, color_scheme=scheme)

    def steps() -> list[str]:
        found = []
        page.evaluate(axe.source())
        for width, height in WALLS:
            page.set_viewport_size({"width": width, "height": height})
            broken = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", STRICT)
            found += [f"{width}: {one['id']} {one['nodes'][0]['target']}" for one in broken["violations"]]
            found += [f"{width}: outside: {words}" for words in page.evaluate(OUTSIDE)]
            if width >= 1080:
                over = page.evaluate(
                    "document.documentElement.scrollHeight - document.documentElement.clientHeight"
                )
                found += [f"{width}: {over} px below the edge"] if over > 0 else []
            size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.word')).fontSize)")
            least = (0.12 if place == "door" else 0.05) * min(width, height)
            found += [f"{width}: the word is {size} px high"] if size < least else []
        return found

    assert aside.run(steps) == []
