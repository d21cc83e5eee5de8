"""Small behaviours in a real browser: with them, without them, and when the server is in trouble."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests import engines
from tests.pages.browser import Aside
from tests.pages.fixtures import Looker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(engines.ENGINE != "sqlite", reason="the look knows no database: once is enough"),
]

type Walk = Callable[[Page], Any]
TALL = {"width": 1280, "height": 900}


@pytest.fixture
def guide(live_server: LiveServer, settings: Settings) -> str:
    """The address of the style guide."""
    settings.DEMO = True
    return f"{live_server.url}/en/styleguide/"


@pytest.fixture
def walk(aside: Aside, guide: str) -> Callable[..., Any]:
    """Open the style guide and do what the test says, in a context of its own."""

    def run(steps: Walk, **wishes: Any) -> Any:
        def inside() -> Any:
            context = aside.browser.new_context(**{"viewport": TALL, **wishes})
            try:
                page = context.new_page()
                page.goto(guide)
                return steps(page)
            finally:
                context.close()

        return aside.run(inside)

    return run


def focused(page: Page) -> str:
    answer: str = page.evaluate("document.activeElement.outerHTML.slice(0, 400)")
    return answer


def test_nothing_stands_in_anybodys_way(looker: Looker, guide: str) -> None:
    assert [view.findings for view in looker.look(guide)] == [[], []]


@pytest.mark.parametrize(
    "look", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}]
)
def test_every_scheme_passes_axe_at_the_stricter_contrast(
    walk: Callable[..., Any], look: dict[str, str]
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 -- only here

    rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]

    def steps(page: Page) -> list[str]:
        page.click("#forms button.first")  # with the errors of every field
        page.wait_for_selector(".alarm")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": rules}}).response["violations"]
        return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]

    assert walk(steps, **look) == []


def test_a_dialog_opens_closes_and_gives_focus_back(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[bool, bool, str]:
        page.focus("[data-dialog]")
        page.keyboard.press("Enter")
        opened = page.is_visible("dialog#sure h2")
        page.keyboard.press("Escape")
        return opened, page.is_visible("dialog#sure h2"), focused(page)

    opened, still, focus = walk(steps)
    assert (opened, still) == (True, False)
    assert "data-dialog" in focus


def test_without_javascript_a_dialog_is_a_page(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> str:
        page.click("[data-dialog]")
        return page.inner_text("h1")

    assert walk(steps, java_script_enabled=False) == "Cancel the visit?"


def test_errors_take_the_focus_and_lead_to_their_fields(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[str, str, str]:
        page.click("#forms button.first")
        page.wait_for_selector(".alarm:focus")  # the policy of the page lets no words be run as code
        title = page.title()
        summary = focused(page)
        page.click(".alarm a[href='#id_day']")
        return title, summary, focused(page)

    title, summary, field = walk(steps)
    assert title.startswith("Error: ")
    assert 'role="alert"' in summary
    assert 'id="id_day"' in field


def test_a_form_is_sent_once_however_often_it_is_pressed(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[int, bool, str]:
        page.evaluate("""() => {
            window.sent = 0;
            window.addEventListener("submit", (event) => {
                if (!event.defaultPrevented) window.sent += 1;
                event.preventDefault();
            });
        }""")
        button = page.locator("#forms button.first")
        for _ in range(3):
            button.evaluate("one => one.click()")
        return page.evaluate("window.sent"), button.is_enabled(), button.get_attribute("aria-disabled") or ""

    assert walk(steps) == (1, False, "true")


def test_a_form_works_without_javascript(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> str:
        page.click("#forms button.first")
        return page.title()

    assert walk(steps, java_script_enabled=False).startswith("Error: ")


def test_a_page_out_of_the_browsers_memory_can_be_sent_again(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> bool:
        return page.evaluate("""() => {
            const form = document.querySelector("#forms form");
            form.addEventListener("submit", (event) => setTimeout(() => event.preventDefault()));
            form.dataset.sent = "";
            window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            return "sent" in form.dataset;
        }""")

    assert walk(steps) is False


def test_the_menu_closes_by_escape_and_when_focus_leaves(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[bool, bool, str, bool]:
        menu = "document.querySelector('[data-menu]').open"
        page.click(".more summary")
        opened = page.evaluate(menu)
        page.keyboard.press("Escape")
        closed, focus = page.evaluate(menu), focused(page)
        page.click(".more summary")
        page.focus("h2 + p a")
        return opened, closed, focus, page.evaluate(menu)

    opened, closed, focus, after = walk(steps, viewport={"width": 320, "height": 640})
    assert (opened, closed, after) == (True, False, False)
    assert focus.startswith("<summary")


def test_the_bar_of_a_phone_never_covers_the_focus(walk: Callable[..., Any]) -> None:
    covered = """() => {
        const one = document.activeElement, box = one.getBoundingClientRect();
        const at = document.elementFromPoint(Math.max(box.left, 0) + Math.min(box.width, 300) / 2, box.bottom - 4);
        return one !== document.body && !(at && (one.contains(at) || at.contains(one)))
            ? one.outerHTML.slice(0, 80) : "";
    }"""

    def steps(page: Page) -> list[str]:
        hidden = []
        for _ in range(80):
            page.keyboard.press("Tab")
            hidden.append(page.evaluate(covered))
        return [one for one in hidden if one]

    assert walk(steps, viewport={"width": 320, "height": 640}) == []


def test_a_table_is_a_stop_only_while_it_scrolls(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> list[str | None]:
        page.wait_for_timeout(100)
        return [one.get_attribute("tabindex") for one in page.locator("#lists .table").all()]

    assert walk(steps) == [None, None]
    assert walk(steps, viewport={"width": 320, "height": 640}) == ["0", None]


FRAGMENT = (
    '<ul><li data-summary="{summary}"><a href="/en/one/">One</a> <button id="second">{summary}</button></li></ul>'
    "<details><summary>Fold</summary><p>In</p></details><input id='word'>"
)


def test_a_live_part_keeps_focus_and_says_what_is_new(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[str, str, str, bool]:
        texts = iter(["1 here", "1 here", "2 here", "3 here"])
        page.route(
            "**/styleguide/live/", lambda route: route.fulfill(body=FRAGMENT.format(summary=next(texts)))
        )
        _refresh(page)
        page.focus("#second")
        page.click("fx-refresh summary")
        page.focus("#second")
        _refresh(page)
        quiet = page.inner_text("fx-refresh > [role=status]")
        _refresh(page)
        return quiet, page.inner_text("fx-refresh > [role=status]"), focused(page), page.is_visible("text=In")

    quiet, said, focus, folded_out = walk(steps)
    assert quiet == "1 here"
    assert said == "2 here"
    assert focus == '<button id="second">2 here</button>'
    assert folded_out


def test_a_live_part_waits_while_somebody_writes_in_it(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[str, str]:
        texts = iter(["1 here", "2 here", "3 here"])
        page.route(
            "**/styleguide/live/", lambda route: route.fulfill(body=FRAGMENT.format(summary=next(texts)))
        )
        _refresh(page)
        page.fill("#word", "half a word")
        _refresh(page)
        return page.input_value("#word"), page.inner_text("#second")

    assert walk(steps) == ("half a word", "1 here")


def test_a_live_part_can_be_stopped_and_goes_quiet_when_it_is_gone(walk: Callable[..., Any]) -> None:
    def steps(page: Page) -> tuple[str, str, str]:
        button = page.locator("[data-pause]")
        before = button.inner_text()
        button.click()
        stopped = button.inner_text()
        button.click()
        page.route("**/styleguide/live/", lambda route: route.fulfill(status=403, body="no"))
        page.evaluate("document.querySelector('fx-refresh').refresh()")
        page.wait_for_timeout(100)
        return before, stopped, button.inner_text()

    assert walk(steps) == ("Stop updating", "Go on updating", "Go on updating")


def test_the_page_stands_still_while_it_loads(walk: Callable[..., Any], guide: str) -> None:
    def steps(page: Page) -> float:
        page.add_init_script("""
            window.shift = 0;
            new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; })
                .observe({ type: "layout-shift", buffered: true });
        """)
        page.route("**/*.woff2", lambda route: (page.wait_for_timeout(300), route.continue_()))
        page.goto(guide)
        page.wait_for_timeout(600)
        return page.evaluate("window.shift")

    assert walk(steps, viewport={"width": 390, "height": 844}) < 0.01


def test_nothing_is_asked_of_another_host(walk: Callable[..., Any], guide: str) -> None:
    def steps(page: Page) -> list[str]:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload(wait_until="networkidle")
        return asked

    hosts = {urlsplit(url).netloc for url in walk(steps) if not url.startswith("data:")}
    assert hosts == {urlsplit(guide).netloc}


def _refresh(page: Page) -> None:
    page.evaluate("document.querySelector('fx-refresh').refresh()")
