"""What one page process does: Django's pages on a listening socket, until told to stop."""

import contextlib
import gc
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import uvicorn

from fiksummin.core.serving.bridge import MIB, Bridge
from fiksummin.core.serving.door import Door
from fiksummin.core.serving.environ import NOBODY
from fiksummin.core.serving.exchange import Wsgi
from fiksummin.core.serving.proxies import TrustedProxies
from fiksummin.core.serving.supervisor import hear

#: Seconds that requests under way get to finish when the process is told to stop.
GRACE = 20
#: Longer than a reverse proxy keeps an idle connection (nginx: 60), or it would meet a closed one.
KEEP_ALIVE = 75
#: Connections of one process; beyond that a new one is answered 503.
CONNECTIONS = 2000
#: How much may grow before garbage is looked for. A long page makes thousands of small things that go by themselves;
#: with Python's own 700 all that a process remembers was looked through once in ten of them, for as long as the page.
GARBAGE = (10_000, 20, 20)


@dataclass(frozen=True)
class Options:
    """How pages are served, as ``Bridge`` takes it. ``body_limit`` in bytes."""

    threads: int = 4
    body_limit: int = 25 * MIB
    queue_limit: int = 256
    trusted: TrustedProxies = NOBODY


def serve(wsgi: Wsgi, sock: socket.socket, options: Options) -> None:
    """Serve ``wsgi`` on ``sock`` until SIGTERM or SIGINT; requests under way finish first."""
    gc.set_threshold(*GARBAGE)
    bridge = Bridge(
        wsgi,
        threads=options.threads,
        body_limit=options.body_limit,
        queue_limit=options.queue_limit,
        trusted=options.trusted,
    )
    config = uvicorn.Config(
        bridge,
        http=Door,
        ws="none",
        loop="uvloop",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )
    Server(config).run(sockets=[sock])


class Server(uvicorn.Server):
    """uvicorn, but a stop that came before it was ready counts, and a clean stop is no death by signal."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Heed stop signals from now on; uvicorn's own would repeat them at the end."""
        hear(self.handle_exit)
        yield
