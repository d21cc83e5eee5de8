"""The supervisor with real processes: deaths, signals, ports, and nothing left behind."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fiksummin.core.serving import sockets
from fiksummin.core.serving.notify import tell_systemd
from tests.core.tiny_client import Tiny


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Tiny]]:
    started: list[Tiny] = []

    def start(*arguments: str) -> Tiny:
        started.append(Tiny(tmp_path / "journal", *arguments))
        return started[-1]

    yield start
    for server in started:
        if server.process.stdout and not server.process.stdout.closed:
            server.stop()


def pid_of(server: Tiny) -> int:
    return int(server.get("/")[1].split()[0])


def get_or_lose(server: Tiny, path: str) -> bool:
    """Ask, and say whether the connection was lost over it."""
    try:
        server.get(path)
    except (OSError, http.client.HTTPException):
        return True
    return False


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(pid: int, patience: float = 5) -> bool:
    until = time.monotonic() + patience
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)


def test_several_page_processes_answer_on_one_port(start: Callable[..., Tiny]) -> None:
    server = start("--pages", "2")
    answering: set[int] = set()
    until = time.monotonic() + 10
    while len(answering) < 2 and time.monotonic() < until:
        slow = [threading.Thread(target=server.get, args=("/sleep?0.05",)) for _ in range(4)]
        for thread in slow:
            thread.start()
        answering.add(pid_of(server))
        for thread in slow:
            thread.join()
    assert len(answering) == 2


def test_a_killed_page_process_is_replaced_at_once(start: Callable[..., Tiny]) -> None:
    server = start("--pages", "1")
    first = pid_of(server)
    os.kill(first, signal.SIGKILL)
    began = time.monotonic()
    assert pid_of(server) != first
    assert time.monotonic() - began < 2
    assert "was ended by SIGKILL" in server.stop()[1]


def test_a_killed_worker_is_replaced(start: Callable[..., Tiny]) -> None:
    server = start("--worker")
    assert server.noted("worker")
    worker = int(server.journal.read_text().split()[1])
    os.kill(worker, signal.SIGKILL)
    until = time.monotonic() + 5
    while server.journal.read_text().count("began") < 2 and time.monotonic() < until:
        time.sleep(0.02)
    assert server.journal.read_text().count("began") == 2


def test_a_child_that_keeps_dying_is_restarted_with_growing_pauses(start: Callable[..., Tiny]) -> None:
    server = start()
    until = time.monotonic() + 3
    deaths = 0
    while time.monotonic() < until:
        deaths += get_or_lose(server, "/die")
    errors = server.stop()[1]
    assert "ended with code 3" in errors
    assert "again in 0.0 seconds" in errors
    assert "again in 0.8 seconds" in errors
    assert 3 <= deaths <= 6


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_under_way_finishes_when_the_service_stops(
    start: Callable[..., Tiny], number: signal.Signals
) -> None:
    server = start("--worker")
    page = pid_of(server)
    answers: list[bytes] = []
    asking = threading.Thread(target=lambda: answers.append(server.get("/sleep?1.5")[1]))
    asking.start()
    assert server.noted("sleeps")
    server.process.send_signal(number)
    asking.join()
    _, errors = server.process.communicate(timeout=10)
    assert answers == [b"slept"]
    assert server.process.returncode == 0, errors
    assert gone(page)
    assert "worker ended" in server.journal.read_text()


def test_an_idle_service_stops_quickly_also_with_open_connections(start: Callable[..., Tiny]) -> None:
    server = start("--pages", "2", "--worker")
    idle = [server.connect() for _ in range(5)]
    for connection in idle:
        connection.request("GET", "/")
        connection.getresponse().read()
    began = time.monotonic()
    server.process.terminate()
    assert server.process.wait(10) == 0
    assert time.monotonic() - began < 5


def test_a_child_that_does_not_stop_is_killed_after_the_grace(start: Callable[..., Tiny]) -> None:
    server = start("--grace", "0.5")
    asking = threading.Thread(target=get_or_lose, args=(server, "/sleep?20"))
    asking.start()
    assert server.noted("sleeps")
    began = time.monotonic()
    code, errors = server.stop()
    asking.join()
    assert code == 1
    assert "SIGKILL" in errors
    assert time.monotonic() - began < 5


def test_children_do_not_outlive_a_killed_supervisor(start: Callable[..., Tiny]) -> None:
    server = start("--pages", "2", "--worker")
    page = pid_of(server)
    assert server.noted("worker")
    worker = int(server.journal.read_text().split()[1])
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.communicate(timeout=5)
    assert gone(page)
    assert gone(worker)
    with pytest.raises(ConnectionRefusedError):
        server.get("/")


def test_a_stop_during_the_start_is_heard(tmp_path: Path) -> None:
    for pause in (0.0, 0.01, 0.05):
        server = Tiny(tmp_path / "journal", "--pages", "2", "--worker")
        time.sleep(pause)
        began = time.monotonic()
        code, errors = server.stop()
        assert code == 0, errors
        assert time.monotonic() - began < 3


def test_a_port_in_use_names_its_holder() -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(sockets.PortUnavailable) as refusal:
            sockets.listen("127.0.0.1", port)
    assert f"Port {port} is already in use. It is held by process {os.getpid()} (" in str(refusal.value)


def test_an_address_of_another_machine_is_refused_in_a_sentence() -> None:
    with pytest.raises(sockets.PortUnavailable, match="not an address of this machine"):
        sockets.listen("192.0.2.1", 0)


def test_a_listening_socket_passed_by_systemd_is_used(tmp_path: Path) -> None:
    """The socket unit holds the port over a restart; descriptor 3 is its protocol's number."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        port = sock.getsockname()[1]
        program = (
            "import os, sys; os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid()));"
            f"os.dup2({sock.fileno()}, 3); os.set_inheritable(3, True);"
            "os.execv(sys.executable, [sys.executable, '-m', 'tests.core.tiny', '--port', '1'])"
        )
        process = subprocess.Popen(
            [sys.executable, "-c", program], pass_fds=[sock.fileno()], stdout=subprocess.PIPE, text=True
        )
    assert process.stdout
    assert f"127.0.0.1:{port} " in process.stdout.readline()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 200")
    process.terminate()
    process.communicate(timeout=10)
    assert process.returncode == 0


def test_systemd_is_told_when_it_serves_and_when_it_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        assert tell_systemd("READY=1")
        assert systemd.recv(100) == b"READY=1"
        monkeypatch.delenv("NOTIFY_SOCKET")
        assert not tell_systemd("STOPPING=1")
