"""The browser of a test run: one per worker, in a thread of its own beside Django's."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Page

from .browser import Aside
from .checker import Checker
from .findings import View


class Looker:
    """The checker, as a test calls it from another thread."""

    def __init__(self, aside: Aside) -> None:
        self.aside = aside
        self.checker = aside.run(lambda: Checker(aside.browser))

    def sign_in(self, url: str, cookies: dict[str, str]) -> None:
        self.aside.run(lambda: self.checker.sign_in(url, cookies))

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
        return self.aside.run(
            lambda: self.checker.look(
                url, widths=widths, prepare=prepare, linger_ms=linger_ms, press=press, trust=trust
            )
        )


@pytest.fixture(scope="session")
def aside() -> Iterator[Aside]:
    """Chromium, started once per worker; fails with a sentence when there is none."""
    aside = Aside()
    yield aside
    aside.close()


@pytest.fixture(scope="session")
def looker(aside: Aside) -> Looker:
    return Looker(aside)
