"""The real service for tests: ``fiksummin serve`` in processes of its own, on the engine under test.

``real_server`` is what most tests want: one service for the whole run (starting it costs seconds), two page
processes and no worker, on this worker's own database. What a test commits is seen by it, and is gone after
the test, so it brings ``transactional_db`` along. Run the worker's work with ``worker.drain()``.

    def test_rivals(real_server: Server) -> None:
        answer = requests.get(f"{real_server.url}/api/v1/sites", timeout=10)

``start_server`` starts one of the test's own, with the options and variables it names, and stops it at the
end::

    server = start_server("--pages", "2", FIKSUMMIN_SMTP_URL="smtp://127.0.0.1:2525")
    os.kill(server.pages()[0], signal.SIGKILL)
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from django.conf import settings
from django.test import Client

PATIENCE = 60.0


class Server:
    """A running ``fiksummin serve``."""

    def __init__(self, *options: str, **variables: str) -> None:
        """Start it on a free port of the loopback and wait until it serves."""
        self.log: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115 -- open as long as the process
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fiksummin", "serve", "--port", variables.pop("PORT", "0"), *options],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "fiksummin.settings_test", **variables},
        )
        assert self.process.stdout
        said = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said)
        if found is None:
            self.process.kill()
            why = self.errors()
            self.stop()
            raise RuntimeError(f"The service did not start: {said}{why}")
        self.port = int(found[1])
        self.url = found[0]

    def children(self) -> list[int]:
        """Process ids of what the supervisor started: the pages in their order, then the worker."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return sorted(map(int, path.read_text().split()))

    def sign_in(self, person: Any) -> dict[str, str]:
        """Cookies with which requests come from ``person``."""
        client = Client()
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        return {name: morsel.value for name, morsel in client.cookies.items()}

    def errors(self) -> str:
        """What the service has written to its log so far."""
        self.log.seek(0)
        return self.log.read()

    def stop(self) -> int:
        """Stop it and answer its exit code."""
        if self.log.closed:
            return self.process.returncode
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=PATIENCE)
        self.log.close()
        return self.process.returncode


@pytest.fixture(scope="session")
def _served(django_db_setup: None) -> Iterator[Server]:
    server = Server("--pages", "2", "--no-worker")
    yield server
    server.stop()


@pytest.fixture
def real_server(transactional_db: None, _served: Server) -> Server:
    """The service of the whole run, on this worker's database; see the module."""
    return _served


@pytest.fixture
def start_server(transactional_db: None) -> Iterator[Callable[..., Server]]:
    """Start services of the test's own on this worker's database; see the module."""
    started: list[Server] = []

    def start(*options: str, **variables: str) -> Server:
        started.append(Server(*options, **variables))
        return started[-1]

    yield start
    for server in started:
        server.stop()
