"""A WSGI application of a few lines and a program that serves it: what serving is tested with, without Django.

``python -m tests.core.tiny --pages 2`` prints its address and serves until SIGTERM.
"""

import argparse
import hashlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from fiksummin.core.serving import bridge, door, exchange, pages, sockets
from fiksummin.core.serving.proxies import TrustedProxies
from fiksummin.core.serving.supervisor import Child, Supervisor, hear

type Respond = Callable[[str, list[tuple[str, str]]], object]
JOURNAL = Path(os.environ.get("TINY_JOURNAL", os.devnull))


class Pieces:
    """A stream that notes in the journal when it is closed."""

    streaming = True

    def __init__(self, count: int, size: int, pause: float) -> None:
        self.count, self.size, self.pause = count, size, pause
        self.given = 0

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self.count):
            self.given += 1
            yield b"x" * self.size
            time.sleep(self.pause)

    def close(self) -> None:
        note(f"closed after {self.given}")


def note(line: str) -> None:
    with JOURNAL.open("a") as journal:
        journal.write(line + "\n")


def app(environ: dict[str, Any], start_response: Respond) -> Iterable[bytes]:
    """Answer by path, with the query's numbers."""
    answer = PATHS.get(environ["PATH_INFO"], who)
    content, headers = answer(environ, environ["QUERY_STRING"].split(","))
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8"), *headers])
    return content


type Answer = tuple[Iterable[bytes], list[tuple[str, str]]]


def who(environ: dict[str, Any], _: list[str]) -> Answer:
    return [f"{os.getpid()} {threading.current_thread().name}".encode()], []


def told(environ: dict[str, Any], _: list[str]) -> Answer:
    return ["\n".join(f"{k}={v}" for k, v in sorted(environ.items()) if isinstance(v, str)).encode()], []


def digest(environ: dict[str, Any], _: list[str]) -> Answer:
    body = environ["wsgi.input"].read()
    return [f"{len(body)} {hashlib.sha256(body).hexdigest()} {environ['CONTENT_LENGTH']}".encode()], []


def pieces(environ: dict[str, Any], numbers: list[str]) -> Answer:
    return Pieces(int(numbers[0]), int(numbers[1]), float(numbers[2])), []


def file(environ: dict[str, Any], names: list[str]) -> Answer:
    path = Path(names[0])
    content = environ["wsgi.file_wrapper"](path.open("rb"), 8192)
    return content, [("Content-Length", str(path.stat().st_size))]


def sleep(environ: dict[str, Any], numbers: list[str]) -> Answer:
    note("sleeps")
    time.sleep(float(numbers[0]))
    return [b"slept"], []


def broken(environ: dict[str, Any], _: list[str]) -> Answer:
    raise RuntimeError("on purpose")


def broken_stream(environ: dict[str, Any], _: list[str]) -> Answer:
    return _broken(), []


def die(environ: dict[str, Any], _: list[str]) -> Answer:
    os._exit(3)


PATHS: dict[str, Callable[[dict[str, Any], list[str]], Answer]] = {
    "/environ": told,
    "/digest": digest,
    "/pieces": pieces,
    "/file": file,
    "/sleep": sleep,
    "/break": broken,
    "/break-stream": broken_stream,
    "/die": die,
}


def _broken() -> Iterator[bytes]:
    yield b"first"
    raise RuntimeError("on purpose")


def _worker() -> None:
    stop = threading.Event()
    hear(lambda *_: stop.set())
    note(f"worker {os.getpid()} began")
    stop.wait()
    note("worker ended")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--grace", type=float, default=10.0)
    parser.add_argument("--trust", action="append", default=[])
    parser.add_argument("--patience", type=float, default=30.0)
    parser.add_argument("--queue", type=int, default=256)
    parser.add_argument("--worker", action="store_true")
    arguments = parser.parse_args()
    door.HEAD_PATIENCE = bridge.PATIENCE = exchange.PATIENCE = arguments.patience
    sock = sockets.listen("127.0.0.1", arguments.port)
    options = pages.Options(
        body_limit=4 * 1024 * 1024,
        queue_limit=arguments.queue,
        trusted=TrustedProxies(arguments.trust),
    )
    children = [
        Child(f"page process {n}", lambda: pages.serve(app, sock, options)) for n in range(arguments.pages)
    ]
    if arguments.worker:
        children.append(Child("worker", _worker))
    announce = f"{sockets.address(sock)} {os.getpid()}"
    return Supervisor(
        children,
        grace=arguments.grace,
        on_start=lambda: print(announce, flush=True),  # noqa: T201 -- the test reads it
        on_stop=sock.close,
    ).run()


if __name__ == "__main__":
    sys.exit(main())
