"""Pages with one defect each, their clean look-alikes, and a small server for them on loopback.

A seed stands in seeds/*.html under a comment: `<!-- defect RULE: words {options} -->` or `<!-- clean RULE: … -->`.
Options (JSON): bare (no main and heading around it), lang, title, path, status, width, linger, csp.
"""

import json
import re
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("seeds")
HEAD = re.compile(r"^<!-- (defect|clean) ([\w-]+): (.*?)(?: (\{.*\}))? -->$", re.MULTILINE)
BY_WIDTH = {"reflow", "scroll-region", "text-spacing", "focus-order", "focus-obscured", "skip-link"}
# As strict as our own pages are; attributes are spared so that a seed stays readable.
POLICY = (
    "default-src 'none'; script-src 'nonce-seed'; style-src 'nonce-seed'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True)
class Seed:
    kind: str
    rule: str
    words: str
    body: str
    options: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.rule}: {self.words}"

    @cached_property
    def path(self) -> str:
        given = self.options.get("path")
        return str(given) if given else "/" + re.sub(r"\W+", "-", f"{self.kind} {self.name}".lower())

    @property
    def widths(self) -> list[int]:
        if "width" in self.options:
            return [self.options["width"]]
        return [320, 1280] if self.kind == "clean" and self.rule in BY_WIDTH else [1280]

    def page(self, port: int) -> bytes:
        body = self.body if self.options.get("bare") else f"<main><h1>The house</h1>{self.body}</main>"
        lang, title = self.options.get("lang", "en"), self.options.get("title", self.words)
        language = f' lang="{lang}"' if lang else ""
        page = (
            f'<!doctype html><html{language}><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>{body}</body></html>'
        )
        page = re.sub(r"<(script|style)(?! data-raw)", r'<\1 nonce="seed"', page)
        return page.replace("PORT", str(port)).encode()


def seeds(kind: str) -> list[Seed]:
    found = []
    for file in sorted(FOLDER.glob("*.html")):
        _, *parts = HEAD.split(file.read_text(encoding="utf-8"))
        for sort, rule, words, options, body in zip(*(parts[at::5] for at in range(5)), strict=True):
            found.append(Seed(sort, rule, words, body.strip(), json.loads(options or "{}")))
    return [seed for seed in found if seed.kind == kind]


class Handler(BaseHTTPRequestHandler):
    pages: dict[str, Seed]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        seed = self.pages.get(self.path)
        if seed:
            policy = f"{POLICY}; {seed.options['csp']}" if "csp" in seed.options else POLICY
            for part in seed.options.get("csp", "").split(";"):
                policy = re.sub(rf"{part.split(' ')[0]} [^;]*; ", "", policy, count=1) if part else policy
            self._answer(
                seed.options.get("status", 200), "text/html; charset=utf-8", seed.page(self._port()), policy
            )
        elif self.path == "/dot.png":
            self._answer(200, "image/png", dot())
        else:
            self._answer(404, "text/plain", b"Not here")

    def _port(self) -> int:
        port: int = self.connection.getsockname()[1]
        return port

    def _answer(self, status: int, kind: str, body: bytes, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's own name
        """A test prints what it found, not who asked."""


def dot() -> bytes:
    """A one-pixel PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


@contextmanager
def server(pages: list[Seed]) -> Iterator[str]:
    """The address of a server that has these seeds, on a free port of 127.0.0.1."""
    handler = type("SeedHandler", (Handler,), {"pages": {seed.path: seed for seed in pages}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_address[1]}"
        finally:
            httpd.shutdown()
            thread.join()
