"""The keyboard walk, from outside the page: real keys, and pictures where looks must be proven."""

import base64
import io
from typing import Any

from PIL import Image
from playwright.sync_api import CDPSession, Error, Page

from .browser import Keys

type Found = list[dict[str, str]]
type Colour = tuple[int, int, int]
MOST_STOPS = 120
MOST_PICTURES = 12
VISIBLE_PIXELS = 12


class Walk:
    """One walk over one page."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page = page
        self.session = session
        self.keys = Keys(session)

    def ask(self, call: str, *arguments: object) -> Any:
        return self.page.evaluate(f"(given) => walker.{call}(...given)", list(arguments))

    # --- Tab by Tab ------------------------------------------------------------------------------

    def tab(self, frames: set[str]) -> Found:
        """Focus order, traps, visible and unobscured focus, the skip link.

        `frames` are the tops and feet that were walked on other pages and are not walked again by key;
        this page's own is added when nothing is found.
        """
        page = self.ask("begin", list(frames), False)
        if page["stops"] == 0:
            return []
        known = page["within"] is not None and page["within"] <= MOST_STOPS
        left_by_itself = self._through_main(page["within"]) if known else self._to_the_end(page["stops"])
        found: Found = [] if left_by_itself else self.ask("trapped")
        found += self.ask("verdicts")
        if left_by_itself and not known:
            found += self._skip()
        found += self.ask("upwards")
        found += self._pictures()
        self.ask("leave")
        if not found:
            frames.add(page["frame"])
        return found

    def glide(self) -> Found:
        """The same without keys, for a page that differs only in words from one that was walked."""
        if self.ask("begin", [], True)["stops"] == 0:
            return []
        self.keys.press("Tab")  # the browser shows focus to those who use keys
        self.ask("glide", "")
        found: Found = [*self.ask("verdicts"), *self.ask("upwards")]
        self.ask("leave")
        return found

    def _through_main(self, fewest: int) -> bool:
        """True when Tab comes in at the top of the main content and out at its foot."""
        self.keys.press("Tab")
        self.ask("glide", "before")
        left_by_itself = fewest == 0 or self._to_the_end(fewest, within=True)
        if left_by_itself:
            self.ask("glide", "after")
        return left_by_itself

    def _to_the_end(self, fewest: int, *, within: bool = False) -> bool:
        """True when Tab leaves the page (or its main content), as it must. Long pages are walked at both ends."""
        sprint = fewest if fewest <= MOST_STOPS else MOST_STOPS - 20
        for _ in range(sprint):
            self.keys.press("Tab")
        if fewest > MOST_STOPS:
            self.ask("jump")
        counted, waited = -1, 0
        for _ in range(MOST_STOPS):
            now = self.ask("where")
            if now["ended"] or (within and not now["within"]):
                return True
            waited = waited + 1 if now["stops"] == counted else 0
            if waited > now["patience"] or (now["again"] and now["unseen"] > 0):
                return now["modal"] or self._escapes()
            if now["again"]:
                return True
            counted = now["stops"]
            self.keys.press("Tab")
        return True

    def _escapes(self) -> bool:
        self.keys.press("Escape")
        self.keys.press("Tab")
        return bool(self.ask("fresh"))

    def _skip(self) -> Found:
        link = self.ask("skip")
        if not link["needed"]:
            return []
        if link["good"]:
            self.keys.press("Enter")
            self.keys.press("Tab")
            if self.ask("landed"):
                return []
        return [link["finding"]]

    # --- Pictures --------------------------------------------------------------------------------

    def _pictures(self) -> Found:
        found: Found = []
        for at in self.ask("doubts")[:MOST_PICTURES]:
            clip = self.ask("rest", at)
            before = self._picture(clip)
            self.ask("focusOn", at)
            changed, ratio = difference(before, self._picture(clip))
            if changed < VISIBLE_PIXELS:
                found += self.ask("unseenFocus", at)
            elif ratio < 3:
                found += self.ask("faintFocus", at, f"{ratio:.1f}")
        return found

    def _picture(self, clip: dict[str, float]) -> Image.Image:
        answer = self.session.send(
            "Page.captureScreenshot", {"clip": {**clip, "scale": 1}, "optimizeForSpeed": True}
        )
        return Image.open(io.BytesIO(base64.b64decode(answer["data"]))).convert("RGB")

    # --- Presses ---------------------------------------------------------------------------------

    def press(self, *, most: int, wait_ms: int) -> Found:
        """Presses what changes nothing on the server: status messages, dialogs and where focus goes."""
        found: Found = []
        here = self.page.url.split("#")[0]
        for at, key in enumerate(self.ask("candidates", most)):
            try:
                if not self.ask("aim", at):
                    continue
                self.keys.press(key)
                outcome = self.ask("outcome", wait_ms)
                found += outcome["findings"]
                if outcome["dialog"]:
                    self.keys.press("Escape")
                    found += self.ask("closed", wait_ms)
                else:
                    self.ask("restore")
            except Error:  # the press led to another page, and this one is gone
                break
            if self.page.url.split("#")[0] != here:
                break
        return found


def difference(one: Image.Image, two: Image.Image) -> tuple[int, float]:
    """Between two pictures: how many pixels changed visibly, and the contrast of the clearest dozen."""
    if one.size != two.size:
        return 10_000, 21.0
    changed = [
        (before, after)
        for before, after in zip(_pixels(one), _pixels(two), strict=True)
        if max(abs(b - a) for b, a in zip(before, after, strict=True)) > 16
    ]
    if len(changed) < VISIBLE_PIXELS:
        return len(changed), 1.0
    ratios = {pair: contrast(*pair) for pair in set(changed)}
    clearest = sorted((ratios[pair] for pair in changed), reverse=True)
    return len(changed), clearest[VISIBLE_PIXELS - 1]


def _pixels(picture: Image.Image) -> list[Colour]:
    data = picture.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def contrast(one: Colour, two: Colour) -> float:
    """WCAG's contrast ratio of two sRGB colours, 1 to 21."""
    low, high = sorted((_light(one), _light(two)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
