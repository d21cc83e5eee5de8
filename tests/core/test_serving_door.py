"""The contract with uvicorn's HTTP protocol, which ``Door`` extends: what an upgrade of uvicorn must keep."""

import socket
import time
from pathlib import Path

import pytest
import uvicorn

from tests.core.tiny_client import Tiny


def test_uvicorn_is_the_one_that_was_read() -> None:
    assert uvicorn.__version__.startswith("0.54."), "read httptools_impl.py again before moving on"


def test_an_endless_head_is_refused(shared: Tiny) -> None:
    with socket.create_connection(("127.0.0.1", shared.port), timeout=5) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):  # noqa: PT012 -- which send meets it is open
            for number in range(100_000):
                sock.sendall(b"X-%d: %s\r\n" % (number, b"y" * 1000))
    assert shared.get("/")[0].status == 200


@pytest.mark.parametrize("protocol", [b"websocket", b"h2c"])
def test_an_upgrade_is_answered_as_plain_http_and_ends_the_connection(shared: Tiny, protocol: bytes) -> None:
    answer = shared.raw(
        b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: " + protocol + b"\r\n\r\n"
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert answer.count(b"HTTP/1.1") == 1
    assert b"connection: close" in answer


def test_a_head_that_crawls_is_cut_off(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--patience", "0.5")
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as sock:
        began = time.monotonic()
        sock.sendall(b"GET / HTTP/1.1\r\n")
        with pytest.raises((ConnectionResetError, BrokenPipeError, StopIteration)):  # noqa: PT012 -- either way
            while time.monotonic() - began < 5:
                sock.sendall(b"X: y\r\n")
                time.sleep(0.1)
                sock.setblocking(False)
                try:
                    if sock.recv(10) == b"":
                        raise StopIteration
                except BlockingIOError:
                    pass
                sock.setblocking(True)
        assert time.monotonic() - began < 4
    server.stop()


def test_a_connection_that_says_nothing_is_cut_off(tmp_path: Path) -> None:
    server = Tiny(tmp_path / "journal", "--patience", "0.5")
    assert server.raw(b"") == b""
    server.stop()


def test_every_request_of_a_lost_connection_is_told(tiny: Tiny) -> None:
    """uvicorn tells only the last of pipelined requests that its reader has left."""
    request = b"GET /pieces?600,10,0.05 HTTP/1.1\r\nHost: a\r\n\r\n"
    with socket.create_connection(("127.0.0.1", tiny.port)) as sock:
        sock.sendall(request * 3)
        sock.recv(1000)
    assert tiny.noted("closed after")
    assert int(tiny.journal.read_text().split()[2]) < 60
