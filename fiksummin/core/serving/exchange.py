"""One request in its thread, and its answer on the way back to the event loop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import IO, Any

from fiksummin.core.serving.crew import Crew
from fiksummin.core.serving.environ import Environ
from fiksummin.core.serving.refusals import FAILED

logger = logging.getLogger(__name__)

type Receive = Callable[[], Awaitable[Any]]
type Send = Callable[[Any], Awaitable[None]]
type Headers = list[tuple[bytes, bytes]]
type Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

PIECE = 64 * 1024
#: Seconds without a byte in either direction after which the other end counts as gone.
PATIENCE = 30.0


class SentFile:
    """Django's ``wsgi.file_wrapper``: the event loop sends the file, and no thread waits for its reader."""

    def __init__(self, file: IO[bytes], block_size: int = PIECE) -> None:
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.file.read(PIECE), b"")

    def close(self) -> None:
        """Close the file; Django makes this end the request as well, so it belongs in a page thread."""
        self.file.close()


@dataclass(frozen=True)
class Stream:
    """Pieces made as they go: the thread sends them itself."""


@dataclass(frozen=True)
class Answer:
    """What the application answered."""

    status: int
    headers: Headers
    content: bytes | SentFile | Stream


class Exchange:
    """``run`` belongs to a page thread, ``finish`` to the event loop; they meet in two futures.

    ``answer`` carries everything but the pieces of a stream; ``ended`` says whether a stream came to its
    end. ``gone`` tells the thread that nobody listens any more.
    """

    def __init__(self, wsgi: Wsgi, environ: Environ, send: Send) -> None:
        self.wsgi = wsgi
        self.environ = environ
        self.send = send
        self.loop = asyncio.get_running_loop()
        self.answer: asyncio.Future[Answer] = self.loop.create_future()
        self.ended: asyncio.Future[bool] = self.loop.create_future()
        self.gone = Event()
        self.status = 0
        self.headers: Headers = []
        environ["wsgi.file_wrapper"] = SentFile

    # In a page thread

    def run(self) -> None:
        """Call the application; whatever it does, exactly one answer reaches the event loop."""
        if self.gone.is_set():
            return
        parts: Iterable[bytes] = ()
        try:
            parts = self.wsgi(self.environ, self._start_response)
            if isinstance(parts, SentFile):
                self._tell(self.answer, Answer(self.status, self.headers, parts))
            elif isinstance(parts, list | tuple) or getattr(parts, "streaming", True) is False:
                self._tell(self.answer, self._whole(b"".join(parts)))
            else:
                self._stream(parts)
        except BaseException:
            logger.exception("The application failed outside its own error handling.")
            self._tell(self.answer, Answer(*FAILED.message(self.environ.get("HTTP_ACCEPT", ""))))
            self._tell(self.ended, False)
        finally:
            if not isinstance(parts, SentFile):
                getattr(parts, "close", _nothing)()

    def _start_response(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status = int(status[:3])
        self.headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]

    def _whole(self, content: bytes) -> Answer:
        if self.status not in (204, 304) and not any(
            name.lower() == b"content-length" for name, _ in self.headers
        ):
            self.headers.append((b"content-length", str(len(content)).encode()))
        return Answer(self.status, self.headers, content)

    def _stream(self, parts: Iterable[bytes]) -> None:
        """Send each piece when it is made and wait until it is under way; stop when the reader has left."""
        self._tell(self.answer, Answer(self.status, self.headers, Stream()))
        self._say({"type": "http.response.start", "status": self.status, "headers": self.headers})
        for part in parts:
            if self.gone.is_set():
                break
            if part:
                self._say({"type": "http.response.body", "body": part, "more_body": True})
        self._tell(self.ended, not self.gone.is_set())

    def _say(self, message: dict[str, Any]) -> None:
        with suppress(RuntimeError):  # the loop is closed
            asyncio.run_coroutine_threadsafe(self._patiently(message), self.loop).result()

    def _tell[T](self, future: asyncio.Future[T], result: T) -> None:
        with suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(_resolve, future, result)

    # In the event loop

    async def finish(self, receive: Receive, crew: Crew) -> None:
        """Wait for the answer and see it out; ``crew`` takes what must be closed in a page thread."""
        try:
            answer = await self.answer
            if isinstance(answer.content, Stream):
                await self._see_stream_out(receive)
                return
            await self.send(
                {"type": "http.response.start", "status": answer.status, "headers": answer.headers}
            )
            if isinstance(answer.content, SentFile):
                try:
                    await self._send_file(answer.content, receive)
                finally:
                    crew.put(answer.content.close)
            else:
                await self.send({"type": "http.response.body", "body": answer.content, "more_body": False})
        finally:
            self.gone.set()

    async def _see_stream_out(self, receive: Receive) -> None:
        watcher = asyncio.create_task(self._watch(receive))
        try:
            if await self.ended:
                await self.send({"type": "http.response.body", "body": b"", "more_body": False})
            elif not self.gone.is_set():
                abort(self.send)
        finally:
            watcher.cancel()

    async def _send_file(self, file: SentFile, receive: Receive) -> None:
        watcher = asyncio.create_task(self._watch(receive))
        try:
            if self.environ["REQUEST_METHOD"] != "HEAD":
                for piece in file:
                    if self.gone.is_set():
                        return
                    await self._patiently({"type": "http.response.body", "body": piece, "more_body": True})
            await self.send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            watcher.cancel()

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.gone.set()

    async def _patiently(self, message: dict[str, Any]) -> None:
        """Send, and give up on a reader that takes nothing for ``PATIENCE`` seconds."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.send(message)
        except TimeoutError:
            self.gone.set()
            abort(self.send)


def abort(send: Send) -> None:
    """Cut the connection that uvicorn's ``send`` belongs to, without waiting for what it still holds."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()


def _resolve[T](future: asyncio.Future[T], result: T) -> None:
    if not future.done():
        future.set_result(result)


def _nothing() -> None:
    pass
