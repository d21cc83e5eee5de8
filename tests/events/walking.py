"""Walking through pages by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

MOST_TABS = 80
FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels?.[0]?.innerText ?? "";
  return `${one.innerText || ""} ${label} ${one.name ?? ""}`.trim();
}"""

type Open = Callable[..., Page]


def go_to(page: Page, words: str) -> None:
    """Press Tab until something that says these words has the focus."""
    seen = []
    for _number in range(MOST_TABS):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if words in seen[-1]:
            return
    pytest.fail(f"Nothing that says “{words}” is reached by Tab: {seen}")


def press(page: Page, words: str) -> None:
    """Go to a button and press it."""
    go_to(page, words)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def choose(page: Page, words: str) -> None:
    """Go to a group of radio buttons by its name and choose its first."""
    go_to(page, words)
    page.keyboard.press("Space")
