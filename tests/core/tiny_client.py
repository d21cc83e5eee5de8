"""Starts the tiny application of ``tests.core.tiny`` and speaks to it over real sockets."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

MIB = 1024 * 1024


class Tiny:
    """A running ``tests.core.tiny`` and how to speak to it."""

    def __init__(self, journal: Path, *arguments: str) -> None:
        self.journal = journal
        self.connections: list[http.client.HTTPConnection] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.core.tiny", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TINY_JOURNAL": str(journal)},
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        self.port = int(re.findall(r":(\d+) ", line)[0])

    def connect(self) -> http.client.HTTPConnection:
        """Give a connection; it is closed with the server at the latest."""
        self.connections.append(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20))
        return self.connections[-1]

    def get(
        self, path: str, method: str = "GET", body: bytes | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = self.connect()
        connection.request(method, path, body=body)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer, text

    def raw(self, request: bytes, patience: float = 5) -> bytes:
        """Send bytes as they are and read until the server closes or nothing comes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as sock:
            sock.sendall(request)
            return read_all(sock)

    def environ(self, request: bytes) -> dict[str, str]:
        body = self.raw(request).partition(b"\r\n\r\n")[2].decode()
        return dict(line.split("=", 1) for line in body.splitlines())

    def noted(self, text: str, patience: float = 5) -> bool:
        """Wait until the journal has the text."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if self.journal.exists() and text in self.journal.read_text():
                return True
            time.sleep(0.02)
        return False

    def stop(self) -> tuple[int, str]:
        self.process.terminate()
        for connection in self.connections:
            connection.close()
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


def read_all(sock: socket.socket) -> bytes:
    got = b""
    try:
        while piece := sock.recv(65536):
            got += piece
    except TimeoutError:
        pass
    return got
