"""What the page does behind the screen: console, errors, policy, hosts, broken parts, bytes."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response, WebSocket

from .findings import Finding, Weight

TEXT = ("text/", "javascript", "json", "svg", "xml")


class Watch:
    """Listens to one page from the moment it is opened; `clear` before each visit."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._sizes: dict[str, tuple[str, int]] = {}
        self.clear()
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("response", self._response)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("websocket", self._socket)

    def clear(self) -> None:
        self.console: list[str] = []
        self.errors: list[str] = []
        self.responses: list[Response] = []
        self.asked: list[str] = []
        self.failed: list[tuple[str, str]] = []
        self.sockets: list[WebSocket] = []

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" or message.text.startswith("Mixed Content"):
            self.console.append(message.text)

    def _error(self, error: Error) -> None:
        self.errors.append(error.message)

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)

    def _response(self, response: Response) -> None:
        self.responses.append(response)

    def _failed(self, request: Request) -> None:
        self.failed.append((request.url, request.failure or ""))

    def _socket(self, socket: WebSocket) -> None:
        self.sockets.append(socket)

    # --- What is said of it ----------------------------------------------------------------------

    def findings(self, url: str, refusals: list[dict[str, str]]) -> list[Finding]:
        """`refusals` are the violations of the content security policy that the page itself reported."""
        found: list[tuple[str, str, str, str]] = [
            ("page-error", "house rule", "script", f"A script of the page broke: {_first(text)}.")
            for text in self.errors
        ]
        found += [
            ("csp-violation", "house rule", text["blocked"] or "inline", _refused(text)) for text in refusals
        ]
        found += self._from_console()
        found += self._strangers(url)
        found += self._broken(url)
        return [
            Finding(url=url, rule=rule, criterion=criterion, target=target, sentence=sentence)
            for rule, criterion, target, sentence in dict.fromkeys(found)
        ]

    def _from_console(self) -> list[tuple[str, str, str, str]]:
        found = []
        for text in self.console:
            if "Mixed Content" in text:
                found.append(("mixed-content", "house rule", "html", f"Insecure content: {_first(text)}."))
            elif not text.startswith("Failed to load resource") and not any(
                words in text for words in ("Content Security Policy", "requires 'Trusted")
            ):
                found.append(("console-error", "house rule", "console", f"The console says: {_first(text)}."))
        return found

    def _strangers(self, url: str) -> list[tuple[str, str, str, str]]:
        home = urlsplit(url).netloc
        found = []
        for asked in [*self.asked, *(socket.url for socket in self.sockets)]:
            parts = urlsplit(asked)
            if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != home:
                sentence = f"The page asks another host for something: {asked}"
                found.append(("other-host", "house rule", asked, sentence))
        return found

    def _broken(self, url: str) -> list[tuple[str, str, str, str]]:
        page = url.split("#", maxsplit=1)[0]
        bad = [
            (response.url, f"answers {response.status}")
            for response in self.responses
            if response.status >= 400 and not response.request.is_navigation_request()
        ]
        bad += [
            (failed, f"does not load ({why})")
            for failed, why in self.failed
            if why not in {"net::ERR_ABORTED", "csp", "net::ERR_BLOCKED_BY_CSP"} and "mixed" not in why
        ]
        home = urlsplit(url).netloc
        return [
            ("broken-resource", "house rule", address, f"A part of the page {what}: {address}")
            for address, what in bad
            if address != page and urlsplit(address).netloc == home
        ]

    def status(self) -> int:
        """What the server answered to the last page that was asked for; 0 when nothing was asked."""
        pages = [
            r.status for r in self.responses if r.request.is_navigation_request() and r.status // 100 != 3
        ]
        return pages[-1] if pages else 0

    # --- Bytes -----------------------------------------------------------------------------------

    def weight(self) -> Weight:
        sums = dict.fromkeys(("html", "css", "script", "other"), 0)
        last = max(
            (at for at, r in enumerate(self.responses) if r.request.resource_type == "document"), default=0
        )
        for response in self.responses[last:]:
            kind, size = self._size(response)
            sums[kind] += size
        return Weight(**sums)

    def _size(self, response: Response) -> tuple[str, int]:
        kinds = {"document": "html", "stylesheet": "css", "script": "script"}
        kind = kinds.get(response.request.resource_type, "other")
        if response.request.resource_type in {"eventsource", "websocket"} or response.status >= 300:
            return kind, 0
        if response.url in self._sizes and kind != "html":
            return self._sizes[response.url]
        try:
            body = response.body()
        except Error:  # the browser has already let go of it
            return kind, 0
        text = any(part in response.headers.get("content-type", "") for part in TEXT)
        size = len(gzip.compress(body, 6)) if text else len(body)
        self._sizes[response.url] = (kind, size)
        return kind, size


def _first(text: str) -> str:
    return " ".join(text.split())[:240].rstrip(".")


def _refused(violation: dict[str, str]) -> str:
    what = violation["blocked"] or "inline"
    return f"The page's own policy ({violation['directive']}) refused {what}, near line {violation['line']}."
