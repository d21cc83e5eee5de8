"""The page checker: opens an address as a person would and says what stands in that person's way."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from . import axe
from .findings import Finding, View
from .walk import Walk
from .watch import Watch

WALKER = Path(__file__).with_name("walker")
HEIGHTS = {320: 640}
MOST_PRESSES = 8


class UnreachableError(RuntimeError):
    """The address does not answer with a page."""


class Checker:
    """One browser context and one page, used again for every view."""

    def __init__(self, browser: Browser, *, ignore_certificates: bool = False) -> None:
        self.context = browser.new_context(reduced_motion="reduce", ignore_https_errors=ignore_certificates)
        self.context.add_init_script(f"if (window === top) {{ {axe.source()} \n }}")
        self.context.add_init_script(walker())
        self.page = self.context.new_page()
        self.session = self.context.new_cdp_session(self.page)
        self.watch = Watch(self.page)

    def close(self) -> None:
        self.context.close()

    def sign_in(self, url: str, cookies: dict[str, str]) -> None:
        """The cookies of the person who looks; nobody's when empty."""
        self.context.clear_cookies()
        self.context.add_cookies(
            [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
        )

    def view(
        self,
        url: str,
        *,
        width: int,
        prepare: Callable[[Page], None] | None = None,
        linger_ms: int = 0,
        press: bool = True,
    ) -> View:
        """Everything that is found at one address in a window `width` CSS pixels wide.

        `prepare` does what leads to the state that is looked at (sends a bad form, opens a dialog).
        `linger_ms` waits for what the page does by itself. Raises UnreachableError.
        """
        seconds: dict[str, float] = {}
        self.page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 800)})
        self.watch.clear()
        with clock(seconds, "open"):
            status = self._open(url)
            if prepare:
                prepare(self.page)
            self.page.evaluate("() => { walker.look(); return document.fonts.ready.then(() => 0) }")
        here = self.page.url
        walk = Walk(self.page, self.session)
        with clock(seconds, "axe"):
            found = axe.run(self.page, here)
        with clock(seconds, "rules"):
            raw: list[dict[str, str]] = walk.ask("run")
        if linger_ms:
            self.page.wait_for_timeout(linger_ms)
        raw += walk.ask("news")
        with clock(seconds, "bytes"):
            weight = self.watch.weight()
            facts = self._facts()
        with clock(seconds, "walk"):
            raw += walk.tab()
        if press:
            with clock(seconds, "press"):
                raw += walk.press(most=MOST_PRESSES, wait_ms=60)
        found += [Finding(url=here, **each) for each in raw]
        found += self.watch.findings(here, facts.pop("refusals"))
        return View(
            url=here,
            width=width,
            status=status,
            weight=weight,
            seconds=seconds,
            findings=list(dict.fromkeys(found)),
            **facts,
        )

    def _open(self, url: str) -> int:
        try:
            # A leap within the page would not load it again.
            if self.page.url.split("#")[0] == url.split("#", maxsplit=1)[0] and "#" in url:
                self.page.goto("about:blank")
            response = self.page.goto(url, wait_until="load")
        except Error as error:
            raise UnreachableError(f"{url} cannot be opened: {error.message.splitlines()[0]}") from error
        return response.status if response else 0

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = self.page.evaluate(
            "() => ({ title: document.title.trim(), language: document.documentElement.lang, "
            "refusals: walker.refusals })"
        )
        return facts


def walker() -> str:
    """The rules, as one script that runs before the page's own."""
    parts = sorted(WALKER.glob("*.js"), key=lambda path: int(path.name.split("_")[0]))
    return "\n".join(["if (window === top) {", *(part.read_text(encoding="utf-8") for part in parts), "}"])


@contextmanager
def clock(seconds: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[name] = time.perf_counter() - started
