"""The page checker: opens an address as a person would and says what stands in that person's way."""

import time
from collections.abc import Callable, Iterator, Sequence
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
        self._clean: set[str] = set()
        """Shapes in which nothing was found."""
        self._frames: set[str] = set()
        """Stops around the main content in which nothing was found."""
        self._width = 0

    def close(self) -> None:
        self.context.close()

    def sign_in(self, url: str, cookies: dict[str, str]) -> None:
        """The cookies of the person who looks; nobody's when empty."""
        self.context.clear_cookies()
        self.context.add_cookies(
            [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
        )

    def look(
        self,
        url: str,
        *,
        widths: Sequence[int] = (320, 1280),
        prepare: Callable[[Page], None] | None = None,
        linger_ms: int = 0,
        press: bool = True,
        trust: bool = False,
    ) -> list[View]:
        """Everything that is found at one address, a view for each window width in CSS pixels.

        The page is loaded once, then the window changes its width under it. `prepare` does what leads
        to the state that is looked at (sends a bad form, opens a dialog). `linger_ms` waits for what
        the page does by itself. Buttons are pressed last. With `trust`, a page that has the shape of
        one found clean (the same in another language) is spared real keys, presses, contrast, and
        axe at the further widths, where it reads the same document; and real keys go through the main content only where top and foot are those of such a page.
        Raises UnreachableError.
        """
        seconds: dict[str, float] = {}
        self._resize(widths[0])
        self.watch.clear()
        with clock(seconds, "open"):
            self._open(url)
            if prepare:
                prepare(self.page)
            self._ask("look")
            self.page.evaluate("() => document.fonts.ready.then(() => 0)")
        here = self.page.url
        found: dict[int, list[Finding]] = {}
        to_press: list[int] = []
        for at, width in enumerate(widths):
            self._resize(width)
            shape = self._ask("shape")
            known = trust and shape in self._clean
            found[width] = [] if known and at else self._read(here, seconds, contrast=not known)
            found[width] += self._walked(here, seconds, trust=trust, known=known)
            if at == 0:
                self.page.wait_for_timeout(linger_ms)
                found[width] += self._ours(here, self._ask("news"))
            if not found[width]:
                self._clean.add(shape)
            if press and not known and self._walk().ask("candidates", MOST_PRESSES):
                to_press.append(width)
        with clock(seconds, "bytes"):
            facts = self._facts()
            refusals = facts.pop("refusals")
        for width in reversed(to_press):
            self._resize(width)
            with clock(seconds, "press"):
                found[width] += self._ours(here, self._walk().press(most=MOST_PRESSES, wait_ms=60))
        behind = self.watch.findings(here, refusals)
        return [
            View(url=here, width=width, seconds=seconds, findings=_once([*found[width], *behind]), **facts)
            for width in widths
        ]

    def _read(self, here: str, seconds: dict[str, float], *, contrast: bool) -> list[Finding]:
        """What axe finds."""
        with clock(seconds, "axe"):
            return axe.run(self.page, here, contrast=contrast)

    def _walked(self, here: str, seconds: dict[str, float], *, trust: bool, known: bool) -> list[Finding]:
        """What is found beside axe without pressing anything but the Tab key."""
        with clock(seconds, "rules"):
            found = self._ours(here, self._ask("run"))
        with clock(seconds, "walk"):
            walk, frames = self._walk(), self._frames if trust else set()
            found += self._ours(here, walk.glide() if known else walk.tab(frames))
        return found

    def _walk(self) -> Walk:
        return Walk(self.page, self.session)

    def _ask(self, call: str) -> Any:
        return self._walk().ask(call)

    def _ours(self, here: str, raw: list[dict[str, str]]) -> list[Finding]:
        return [Finding(url=here, **each) for each in raw]

    def _resize(self, width: int) -> None:
        if width != self._width:
            self.page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 800)})
            self._width = width

    def _open(self, url: str) -> None:
        try:
            # A leap within the page would not load it again.
            if self.page.url.split("#")[0] == url.split("#", maxsplit=1)[0] and "#" in url:
                self.page.goto("about:blank")
            self.page.goto(url, wait_until="load")
        except Error as error:
            raise UnreachableError(f"{url} cannot be opened: {error.message.splitlines()[0]}") from error

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = self.page.evaluate(
            "() => ({ title: document.title.trim(), language: document.documentElement.lang, "
            "refusals: walker.refusals })"
        )
        return {**facts, "weight": self.watch.weight(), "status": self.watch.status()}


def _once(found: list[Finding]) -> list[Finding]:
    return list(dict.fromkeys(found))


def walker() -> str:
    """The rules, as one script that runs before the page's own."""
    parts = sorted(WALKER.glob("*.js"), key=lambda path: int(path.name.split("_")[0]))
    return "\n".join(["if (window === top) {", *(part.read_text(encoding="utf-8") for part in parts), "}"])


@contextmanager
def clock(seconds: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[name] = seconds.get(name, 0.0) + time.perf_counter() - started
