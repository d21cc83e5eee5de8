"""Where a connection comes in: uvicorn's HTTP protocol with the limits that a public port needs.

Leans on the inside of uvicorn 0.54; ``tests/core/test_serving_door.py`` is the contract that an upgrade must
keep.
"""

from asyncio import BaseTransport, TimerHandle
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

#: Bytes of request line and headers together; beyond that the answer is 400 and the connection ends.
HEAD_LIMIT = 64 * 1024
#: Seconds for a request line and its headers to arrive in full.
HEAD_PATIENCE = 20.0


class Door(HttpToolsProtocol):
    """Refuses endless and crawling heads, and speaks plain HTTP only.

    The request being answered is told that its client has left; uvicorn tells the last one that came.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_head = True
        self.head_size = 0
        self.head_timer: TimerHandle | None = None
        self.done_reading = False
        self.answering: RequestResponseCycle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(cast(Any, transport))
        self._expect_head()

    def _expect_head(self) -> None:
        self.in_head = True
        self.head_size = 0
        self.head_timer = self.loop.call_later(HEAD_PATIENCE, self.transport.abort)

    def _head_is_there(self) -> None:
        self.in_head = False
        if self.head_timer is not None:
            self.head_timer.cancel()
            self.head_timer = None

    def data_received(self, data: bytes) -> None:
        if self.done_reading:
            return
        if self.in_head:
            self.head_size += len(data)
        super().data_received(data)
        if self.in_head and self.head_size > HEAD_LIMIT and not self.transport.is_closing():
            self.send_400_response("The head of the request is too large.")

    def on_message_begin(self) -> None:
        if not self.in_head:
            self._expect_head()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._head_is_there()
        super().on_headers_complete()
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_is_there()
        if self.answering is not None and not self.answering.response_complete:
            self.answering.disconnected = True
            self.answering.message_event.set()
        super().connection_lost(exc)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self.answering = cycle
        super()._start_asgi_task(cycle, app)

    def _unsupported_upgrade_warning(self) -> None:
        """Answer over plain HTTP, then close: the parser has stopped where another protocol would begin."""
        self.done_reading = True
