"""The one public port: bound here, or received from systemd."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from fiksummin.core.errors import NotDone

BACKLOG = 2048
#: The first descriptor that systemd passes, by its protocol (sd_listen_fds(3)).
FIRST_PASSED = 3


class PortUnavailable(NotDone):
    """The port cannot be had; the text is a sentence for whoever started the program."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on ``host`` and ``port`` (0: any free one), or the one that systemd passed.

    Raises ``PortUnavailable``.
    """
    passed = _passed()
    if passed is not None:
        return passed
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError as problem:
        sock.close()
        raise PortUnavailable(_sentence(host, port, problem)) from problem
    sock.listen(BACKLOG)
    sock.setblocking(False)
    return sock


def address(sock: socket.socket) -> str:
    """``http://127.0.0.1:8000``."""
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _passed() -> socket.socket | None:
    if os.environ.get("LISTEN_PID") != str(os.getpid()) or os.environ.get("LISTEN_FDS") != "1":
        return None
    sock = socket.socket(fileno=FIRST_PASSED)
    sock.setblocking(False)
    return sock


def _sentence(host: str, port: int, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        holder = next(holders(port), "")
        who = f"It is held by {holder}." if holder else "Another program holds it."
        return f"Port {port} is already in use. {who} Stop that program, or choose another port with --port."
    if problem.errno == errno.EACCES:
        return f"Port {port} is for the system's administrator. Choose one above 1023 with --port."
    return f"{host!r} is not an address of this machine. Choose one with --host, such as 127.0.0.1."


def holders(port: int) -> Iterator[str]:
    """``process 4711 (python -m http.server 8000)`` for each process seen to listen on ``port``.

    Reads /proc, so it knows nothing on other systems and little about other users' processes.
    """
    inodes = set(_listening(port))
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if any(_link(fd) in inodes for fd in (process / "fd").iterdir()):
                words = (process / "cmdline").read_bytes().split(b"\0")
                command = " ".join(word.decode(errors="replace") for word in words).strip()
                yield f"process {process.name} ({command[:100]})"


def _link(fd: Path) -> str:
    try:
        return str(fd.readlink())
    except OSError:
        return ""


def _listening(port: int) -> Iterator[str]:
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            words = line.split()
            if words[3] == "0A" and int(words[1].rpartition(":")[2], 16) == port:
                yield f"socket:[{words[9]}]"
