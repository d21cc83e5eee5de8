"""From uvicorn's event loop into Django's threads and back, with one hop each way.

The event loop reads the whole body first, so that a slow upload holds no thread. A fixed pool of threads
(fixed, so that each keeps one database connection) calls the WSGI application. An ordinary answer comes back
in one piece; a file is sent by the event loop itself, so that a slow download holds no thread either; only a
stream that the application makes as it goes keeps its thread, piece by piece, until its reader leaves.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any

from fiksummin.core.serving import environ as environs
from fiksummin.core.serving.crew import Crew
from fiksummin.core.serving.environ import NOBODY, BadRequest, Scope
from fiksummin.core.serving.exchange import PATIENCE, Exchange, Wsgi, abort
from fiksummin.core.serving.proxies import TrustedProxies
from fiksummin.core.serving.refusals import BUSY, Refusal, bad_request, too_large

type Receive = Callable[[], Awaitable[Any]]
type Send = Callable[[Any], Awaitable[None]]
type Body = BytesIO | SpooledTemporaryFile[bytes]

MIB = 1024 * 1024
#: A refused body is read and thrown away for this long, so that its sender comes to read the answer.
LINGER = 5.0


class TooLarge(Exception):
    """The body passes the limit."""


class Left(Exception):
    """The client left, or fell silent in the middle of its body."""


class Bridge:
    """An ASGI application that serves a WSGI application on a crew of ``threads``.

    ``body_limit`` in bytes: a larger body is answered 413. ``queue_limit``: with that many requests under
    way or waiting, further ones are answered 503 with Retry-After at once instead of piling up.
    """

    def __init__(
        self,
        wsgi: Wsgi,
        *,
        threads: int = 4,
        body_limit: int = 25 * MIB,
        queue_limit: int = 256,
        trusted: TrustedProxies = NOBODY,
    ) -> None:
        self.wsgi = wsgi
        self.body_limit = body_limit
        self.queue_limit = queue_limit
        self.trusted = trusted
        self.under_way = 0
        self.crew = Crew(threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.under_way >= self.queue_limit:
            await _refuse(BUSY, scope, send)
            return
        self.under_way += 1
        try:
            with await self._body(scope, receive) as body:
                length = body.tell()
                body.seek(0)
                environ = environs.build(scope, body, length, trusted=self.trusted)
                exchange = Exchange(self.wsgi, environ, send)
                self.crew.put(exchange.run)
                await exchange.finish(receive, self.crew)
        except TooLarge:
            await _refuse(too_large(self.body_limit), scope, send)
        except BadRequest as wrong:
            await _refuse(bad_request(str(wrong)), scope, send)
        except Left:
            abort(send)
        finally:
            self.under_way -= 1

    async def _body(self, scope: Scope, receive: Receive) -> Body:
        """The whole body, positioned at its end; up to a mebibyte in memory, then in a temporary file."""
        said = dict(scope["headers"])
        announced = int(said.get(b"content-length", b"0"))
        if not announced and b"transfer-encoding" not in said:
            return BytesIO()
        if announced > self.body_limit:
            if b"expect" not in said:
                await _read_off(receive)
            raise TooLarge
        with ExitStack() as unless_whole:
            body = unless_whole.enter_context(SpooledTemporaryFile[bytes](max_size=MIB))
            await self._fill(body, receive)
            unless_whole.pop_all()
        return body

    async def _fill(self, body: Body, receive: Receive) -> None:
        more = True
        while more:
            try:
                async with asyncio.timeout(PATIENCE):
                    message = await receive()
            except TimeoutError:
                raise Left from None
            if message["type"] == "http.disconnect":
                raise Left
            if body.tell() + len(message["body"]) > self.body_limit:
                await _read_off(receive)
                raise TooLarge
            body.write(message["body"])
            more = message["more_body"]


async def _read_off(receive: Receive) -> None:
    """Read and forget what else is coming, for a while."""
    try:
        async with asyncio.timeout(LINGER):
            while (message := await receive())["type"] != "http.disconnect" and message["more_body"]:
                pass
    except TimeoutError:
        pass


async def _refuse(refusal: Refusal, scope: Scope, send: Send) -> None:
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    status, headers, body = refusal.message(accept.decode("latin-1"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
