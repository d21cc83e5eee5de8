"""The whole service: pages and worker under one supervisor."""

import resource
import socket
import threading
from collections.abc import Callable

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import connections
from django.urls import URLResolver, get_resolver

from fiksummin.core import running, worker
from fiksummin.core.serving import pages
from fiksummin.core.serving.notify import tell_systemd
from fiksummin.core.serving.proxies import TrustedProxies
from fiksummin.core.serving.supervisor import Child, Supervisor, hear

#: Open files that a process may ask for: two for each connection, and some.
OPEN_FILES = 8192


def run(sock: socket.socket, *, page_processes: int, with_worker: bool, on_start: Callable[[], None]) -> int:
    """Serve on a listening socket until SIGTERM or SIGINT; answer the exit code.

    Everything is imported before the children are forked, and no database connection is left open, for
    neither SQLite nor PostgreSQL survives being shared. Raises ``NotDone`` when a worker is wanted and another
    one works here, ``ValueError`` with a sentence on a wrong ``TRUSTED_PROXIES``.
    """
    running.hold()
    if with_worker:
        running.work_alone()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # empty, unless somebody collects files there
    options = pages.Options(body_limit=settings.BODY_LIMIT, trusted=TrustedProxies(settings.TRUSTED_PROXIES))
    application = get_internal_wsgi_application()
    _import_pages()
    connections.close_all()
    _allow_open_files()
    children = [
        Child(f"page process {number}", lambda: pages.serve(application, sock, options))
        for number in range(1, page_processes + 1)
    ]
    if with_worker:
        children.append(Child("worker", work))

    def started() -> None:
        tell_systemd("READY=1")
        on_start()

    def stopping() -> None:
        tell_systemd("STOPPING=1")
        sock.close()

    return Supervisor(children, on_start=started, on_stop=stopping).run()


def work() -> None:
    """Do the worker's work until SIGTERM or SIGINT; what is in hand is finished."""
    running.hold()
    stop = threading.Event()
    hear(lambda *_: stop.set())
    worker.run(stop)


def _import_pages() -> None:
    """Import every view now, once for all children."""
    pending = [get_resolver()]
    while pending:
        pending += [entry for entry in pending.pop().url_patterns if isinstance(entry, URLResolver)]


def _allow_open_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
