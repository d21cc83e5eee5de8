"""What Django is told about a request: the WSGI environ, with the names that could deceive left out."""

import sys
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes

from fiksummin.core.serving.proxies import TrustedProxies

type Environ = dict[str, Any]
type Scope = dict[str, Any]

#: Spoken between client and server or client and proxy; the application never needs them. ``proxy`` would
#: become HTTP_PROXY, which some HTTP clients obey; the forwarded ones are weighed in ``proxies`` instead.
UNHEARD = frozenset(
    {
        b"proxy",
        b"connection",
        b"keep-alive",
        b"transfer-encoding",
        b"content-length",
        b"expect",
        b"forwarded",
        b"x-forwarded-for",
        b"x-forwarded-proto",
        b"x-forwarded-host",
        b"x-forwarded-port",
        b"x-forwarded-prefix",
        b"x-real-ip",
    }
)
NOBODY = TrustedProxies()


class Readable(Protocol):
    """The part of a file that a WSGI application may use of ``wsgi.input``."""

    def read(self, size: int = -1, /) -> bytes: ...


class BadRequest(Exception):
    """The request breaks HTTP itself; the text says how."""


def build(scope: Scope, body: Readable, length: int, *, trusted: TrustedProxies = NOBODY) -> Environ:
    """The environ for an ASGI ``scope`` whose whole ``body`` of ``length`` bytes has been read.

    Raises ``BadRequest`` when Host is missing or said twice (RFC 9112 §3.2). Header names with ``_`` are
    dropped: ``X_Test`` would otherwise reach Django as ``X-Test`` and pass for what a proxy wrote.
    """
    heard, unheard = _headers(scope["headers"])
    server_name, server_port = scope.get("server") or ("localhost", 80)
    peer = (scope.get("client") or ("", 0))[0]
    scheme = scope["scheme"]
    if trusted:
        forwarded = unheard.get("x-forwarded-for", ""), unheard.get("x-forwarded-proto", "")
        peer, scheme = trusted.believe(peer, scheme, *forwarded)
    if "HTTP_HOST" not in heard:
        if scope["http_version"] != "1.0":
            raise BadRequest("The request names no Host.")
        heard["HTTP_HOST"] = f"{server_name}:{server_port or 80}"
    return {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server_name,
        "SERVER_PORT": str(server_port or 80),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": peer,
        "CONTENT_LENGTH": str(length) if length else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **heard,
    }


def _headers(headers: list[tuple[bytes, bytes]]) -> tuple[dict[str, str], dict[str, str]]:
    """Headers the application hears, under their WSGI names, and those only the server heeds."""
    heard: dict[str, str] = {}
    unheard: dict[str, str] = {}
    for name, raw in headers:
        if b"_" in name:
            continue
        value = raw.decode("latin-1")
        if name in UNHEARD:
            plain = name.decode("latin-1")
            unheard[plain] = f"{unheard[plain]},{value}" if plain in unheard else value
            continue
        key = _wsgi_name(name)
        if key not in heard:
            heard[key] = value
        elif key == "HTTP_HOST":
            raise BadRequest("The request names Host twice.")
        else:
            heard[key] = f"{heard[key]}{';' if key == 'HTTP_COOKIE' else ','}{value}"
    return heard, unheard


@lru_cache(maxsize=512)
def _wsgi_name(name: bytes) -> str:
    key = name.decode("latin-1").upper().replace("-", "_")
    return key if key == "CONTENT_TYPE" else f"HTTP_{key}"
