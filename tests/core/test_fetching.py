"""Fetching what somebody gave the address of: only from where one may, in bounded time and size."""

import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from fiksummin.core import fetching
from fiksummin.core.errors import Invalid
from fiksummin.core.fetching import Fetched, Unreachable, fetch, why_not_fetch

LEADS_ON = {
    "/again": "/ok",
    "/round": "/round",
    "/away": "http://127.0.0.1:1/inside",
    "/file": "file:///etc/passwd",
}


class Answers(BaseHTTPRequestHandler):
    """A few ways of answering, by path."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in LEADS_ON:
            self.reply(302, Location=LEADS_ON[path])
        elif path == "/missing":
            self.reply(404)
        elif path == "/packed":
            self.reply(200, b"x", **{"Content-Encoding": "gzip"})
        elif path == "/large":
            self.reply(200, b"x" * 5_000)
        elif path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"half")
        elif path == "/drip":
            self.drip()
        elif self.headers.get("If-None-Match") == '"v1"':
            self.reply(304)
        else:
            self.reply(200, b"hello", ETag='"v1"', **{"Last-Modified": "Tue, 24 Nov 2026 07:00:00 GMT"})

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Answer a letter at a time, forever."""
        try:
            while True:
                self.wfile.write(b"H")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *args: Any) -> None:
        return


@contextmanager
def listening(handler: type[socketserver.BaseRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def origin(settings: Any) -> Iterator[str]:
    with listening(Answers) as address:
        settings.FETCH_ORIGINS = [address]
        yield address


def test_what_is_there_comes_and_is_not_fetched_twice(origin: str) -> None:
    first = fetch(f"{origin}/ok", most=1_000)
    assert first == Fetched(b"hello", '"v1"', "Tue, 24 Nov 2026 07:00:00 GMT")
    assert fetch(f"{origin}/ok", most=1_000, etag=first.etag).body is None
    assert fetch(f"{origin}/again", most=1_000).body == b"hello"


@pytest.mark.parametrize("path", ["/missing", "/packed", "/round", "/cut"])
def test_what_does_not_answer_well_may_later(origin: str, path: str) -> None:
    with pytest.raises(Unreachable):
        fetch(origin + path, most=1_000)


@pytest.mark.parametrize("path", ["/large", "/away", "/file"])
def test_what_is_too_large_or_leads_astray_is_not_fetched(origin: str, path: str) -> None:
    with pytest.raises(Invalid):
        fetch(origin + path, most=1_000)


def test_a_dripping_answer_ends_when_the_time_is_up(origin: str) -> None:
    with pytest.raises(Unreachable):
        fetch(f"{origin}/drip", most=1_000_000, patience=0.5)


def test_nothing_listens(settings: Any) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{probe.getsockname()[1]}"
    settings.FETCH_ORIGINS = [origin]
    with pytest.raises(Unreachable):
        fetch(f"{origin}/", most=10)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "feed.ics",
        "https://",
        "http://kalenteri.example/feed.ics",
        "ftp://kalenteri.example/feed.ics",
        "file:///etc/passwd",
        "https://kalenteri.example:22/",
        "https://kalenteri.example:99999/",
        "https://nimi:sana@kalenteri.example/",
        "https://localhost/",
        "https://palvelin.internal/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://10.1.2.3/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://224.0.0.1/",
        "https://0.0.0.0/",
        "https://kalenteri.example/ \r\nHost: x",
        "https://kalenteri.example/" + "x" * 1_000,
    ],
)
def test_an_address_that_must_not_be_fetched_is_refused_by_its_form(address: str) -> None:
    assert why_not_fetch(address)
    with pytest.raises(Invalid):
        fetch(address, most=10)


def test_an_ordinary_address_is_not(settings: Any) -> None:
    settings.FETCH_ORIGINS = []
    assert why_not_fetch("https://kalenteri.example/sali/basic.ics?token=abc") == ""
    assert why_not_fetch("https://kalenteri.example:443/sali.ics") == ""


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.8", "fd00::1", "169.254.169.254"])
def test_a_name_that_leads_inside_is_refused_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int, **kwargs: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, 0, 0, "", (address, port)) for address in ("93.184.216.34", inside)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    def connect(address: tuple[str, int], **kwargs: Any) -> socket.socket:
        pytest.fail("a connection was opened")

    monkeypatch.setattr(fetching.socket, "create_connection", connect)
    with pytest.raises(Invalid):
        fetch("https://kalenteri.example/feed.ics", most=10)
    assert asked == ["kalenteri.example"]


def test_a_name_is_looked_up_once_and_that_address_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    reached: list[tuple[str, int]] = []

    def look_up(host: str, port: int, **kwargs: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, 0, 0, "", ("93.184.216.34", port))]

    def connect(address: tuple[str, int], **kwargs: Any) -> socket.socket:
        reached.append(address)
        raise OSError("not here")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(fetching.socket, "create_connection", connect)
    with pytest.raises(Unreachable):
        fetch("https://kalenteri.example/feed.ics", most=10)
    assert asked == ["kalenteri.example"]
    assert reached == [("93.184.216.34", 443)]
