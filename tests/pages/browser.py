"""Chromium, found and started: Debian's own, else the one that Playwright installs."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Playwright, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
MISSING = (
    "There is no Chromium to open pages with. Install it: 'apt-get install chromium' as root, "
    "or '.venv/bin/playwright install chromium' without."
)


class NoBrowserError(RuntimeError):
    """Chromium is missing or does not start; the message says what to install."""


def start(playwright: Playwright) -> Browser:
    """A headless Chromium. FIKSUMMIN_CHROMIUM names another program. Raises NoBrowserError."""
    named = os.environ.get("FIKSUMMIN_CHROMIUM")
    program = named or next((place for place in PLACES if Path(place).exists()), None)
    try:
        return playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    except Error as error:
        reason = (
            MISSING
            if "executable doesn't exist" in str(error).lower()
            else f"Chromium did not start: {error}"
        )
        raise NoBrowserError(reason) from error


class Keys:
    """Real key presses, one message each: Playwright's own press takes four."""

    CODES = {"Tab": 9, "Enter": 13, "Escape": 27}

    def __init__(self, session: CDPSession) -> None:
        self.session = session

    def press(self, key: str, *, shift: bool = False) -> None:
        event = {
            "key": key,
            "code": key,
            "windowsVirtualKeyCode": self.CODES.get(key, 0),
            "modifiers": 8 * shift,
        }
        if key == "Enter":
            event |= {"text": "\r"}
        elif len(key) == 1:
            event |= {"text": key, "code": f"Key{key.upper()}", "windowsVirtualKeyCode": ord(key.upper())}
        down = "keyDown" if "text" in event else "rawKeyDown"
        self.session.send("Input.dispatchKeyEvent", {"type": down, **event})
        if key != "Tab":
            self.session.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})


class Aside:
    """A thread of its own for the browser.

    Playwright's calls run inside an event loop, where Django refuses the database; a test that uses
    both keeps them apart.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="browser")
        self.playwright = self.run(lambda: sync_playwright().start())
        self.browser = self.run(lambda: start(self.playwright))

    def run[Answer](self, act: Callable[[], Answer]) -> Answer:
        return self._thread.submit(act).result()

    def close(self) -> None:
        self.run(self.browser.close)
        self.run(self.playwright.stop)
        self._thread.shutdown()
