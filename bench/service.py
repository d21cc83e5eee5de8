"""A service of its own for a benchmark: demo data in a folder that goes, real processes, a real port."""

import atexit
import http.client
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests import engines
from tests.postbox import free_port

PROGRAM = [sys.executable, "-m", "fiksummin"]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Service:
    """A running service: where it answers, its data, and the process that supervises it."""

    port: int
    data: Path
    process: subprocess.Popen[bytes]

    def people(self, name: str) -> list[dict[str, Any]]:
        """Read ``cast`` or ``crowd``."""
        rows: list[dict[str, Any]] = json.loads((self.data / f"{name}.json").read_text(encoding="utf-8"))
        return rows

    def token(self, key: str) -> str:
        """Give the API token of one of the cast."""
        return next(str(row["api_token"]) for row in self.people("cast") if row["key"] == key)

    def session(self, key: str) -> str:
        """Sign in as one of the cast; answer the cookie header."""
        link = next(row["sign_in_url"] for row in self.people("cast") if row["key"] == key)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", urlsplit(link).path)
        cookies = [
            value for name, value in connection.getresponse().getheaders() if name.lower() == "set-cookie"
        ]
        return "; ".join(cookie.split(";")[0] for cookie in cookies)

    def children(self) -> list[int]:
        """Give the processes below the supervisor: pages and the worker."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in path.read_text().split()]

    def environment(self) -> dict[str, str]:
        """Give the environment in which it runs."""
        lines = Path(f"/proc/{self.process.pid}/environ").read_bytes().decode().split("\0")
        return dict(line.split("=", 1) for line in lines if line)


@contextmanager
def service(engine: str = "sqlite", *, pages: int = 1, worker: bool = True) -> Iterator[Service]:
    """Serve the story ``full_swing`` on an engine (``sqlite`` or ``postgres``)."""
    with folder() as data, database(engine, data.name) as url:
        environment = surroundings(data, url)
        _fill(data, engine, environment)
        port = free_port()
        words = ["serve", "--port", str(port), "--pages", str(pages), *([] if worker else ["--no-worker"])]
        process = subprocess.Popen([*PROGRAM, *words], env=environment, stderr=subprocess.DEVNULL)
        try:
            wait_for(port)
            yield Service(port, data, process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def shell(served: Service, code: str) -> str:
    """Run code beside the service, on its own database."""
    done = subprocess.run(
        [*PROGRAM, "manage", "shell", "--no-imports", "-c", code], env=served.environment(), text=True,
        capture_output=True, check=False, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return done.stdout.strip().rsplit("\n", 1)[-1]


@contextmanager
def folder() -> Iterator[Path]:
    """A data folder that goes when the benchmark is done."""
    path = Path(tempfile.mkdtemp(prefix="fiksummin-bench-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def database(engine: str, name: str) -> Iterator[str]:
    """An empty database that goes when the benchmark is done; its address, "" for SQLite in the data folder."""
    if engine != "postgres":
        yield ""
        return
    import psycopg  # noqa: PLC0415 -- only for this engine

    server = os.environ.get("FIKSUMMIN_TEST_DATABASE_URL") or _server()
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def surroundings(data: Path, url: str = "") -> dict[str, str]:
    """Give the environment of a service in demo mode with its data in a folder, or at a database's address."""
    environment = {
        **os.environ,
        "FIKSUMMIN_DATA": str(data),
        "FIKSUMMIN_DEMO": "1",
        "FIKSUMMIN_LOG_LEVEL": "ERROR",
    }
    environment.pop("FIKSUMMIN_DATABASE_URL", None)
    if url:
        environment["FIKSUMMIN_DATABASE_URL"] = url
    return environment


def wait_for(port: int, path: str = "/health/ready", seconds: float = 300) -> float:
    """Wait until a page answers 200; answer how many seconds that took."""
    started = time.perf_counter()
    while time.perf_counter() - started < seconds:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return time.perf_counter() - started
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"no answer on port {port} within {seconds} s")


def cpu_seconds(pids: list[int]) -> float:
    """Give the processor time that processes have used, user and system, in seconds; one that has ended is left out."""
    total = 0
    for pid in pids:
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def database_cpu_seconds(served: Service) -> float:
    """Give the processor time that PostgreSQL has used, those of its processes that have ended included.

    0 for SQLite, whose work is done in the page processes, and for a server that was given to the benchmark.
    """
    url = served.environment().get("FIKSUMMIN_DATABASE_URL", "")
    if not url or os.environ.get("FIKSUMMIN_TEST_DATABASE_URL"):
        return 0.0
    folder = Path(parse_qs(urlsplit(url).query)["host"][0])
    parent = int((folder / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    ended = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()[13:15]
    return cpu_seconds([parent, *(int(pid) for pid in children)]) + sum(int(ticks) for ticks in ended) / TICKS


def memory(pid: int) -> float:
    """Give the share of memory that is a process's own (PSS), in MiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _fill(data: Path, engine: str, environment: dict[str, str]) -> None:
    if engine == "sqlite":
        for path in _told().iterdir():
            if path.is_file():
                shutil.copy2(path, data / path.name)
        subprocess.run([*PROGRAM, "cast"], env=environment, check=True, stdout=subprocess.DEVNULL)
    else:
        _tell(environment)


@cache
def _told() -> Path:
    data = Path(tempfile.mkdtemp(prefix="fiksummin-bench-story-"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    _tell(surroundings(data))
    return data


def _tell(environment: dict[str, str]) -> None:
    subprocess.run([*PROGRAM, "story", "full_swing"], env=environment, check=True, stdout=subprocess.DEVNULL)


@cache
def _server() -> str:
    """Start PostgreSQL from its wheel, as durable as it comes; it goes with this process."""
    logging.getLogger("pgserver").setLevel(logging.CRITICAL)
    place = Path(tempfile.gettempdir()) / f"fiksummin-bench-pg-{os.getpid()}"
    return str(engines.wheel().get_server(place, cleanup_mode="delete").get_uri())
