"""Fetching an address that somebody gave: over https, from the open internet only, in bounded time and size.

The name is looked up once, every address it has is judged, and the connection
goes to one that was judged: a name that changes its mind in between gains
nothing. Settings may allow origins on the own network (FIKSUMMIN_FETCH_ORIGINS).
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from fiksummin.core.errors import Invalid

PATIENCE = 10.0
"""Seconds for all of it: looking up, redirects, reading."""
MOST_REDIRECTS = 4
LONGEST_ADDRESS = 1_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Unreachable(Exception):
    """The other side does not answer, or not as asked; ``reason`` is the sentence."""

    def __init__(self, reason: str) -> None:
        """Keep the sentence in the language that is active now."""
        super().__init__(str(reason))
        self.reason = str(reason)


@dataclass(frozen=True)
class Fetched:
    """What came: None when it is as it was (304), and what tells the next time whether it changed."""

    body: bytes | None
    etag: str = ""
    modified: str = ""


@dataclass
class _Watch:
    """Closes a connection when the time is up, however slowly it drips."""

    until: float
    sockets: list[socket.socket] = field(default_factory=list)

    def left(self) -> float:
        """Give the seconds that are left; raises Unreachable when there are none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise Unreachable(_("The address does not answer in time."))
        return left

    def close(self) -> None:
        """Close what is open."""
        for one in self.sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def why_not_fetch(address: str) -> str:
    """Say why an address cannot be fetched by its form alone; what its name leads to is judged when it is."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname
    except ValueError:
        return _("Give a whole address, beginning with https.")
    if (
        not host
        or not parts.scheme
        or len(address) > LONGEST_ADDRESS
        or not address.isascii()
        or " " in address
    ):
        return _("Give a whole address, beginning with https.")
    if parts.username or parts.password:
        return _("Give an address without a name and a password in it.")
    if _origin(parts) in settings.FETCH_ORIGINS:
        return ""
    if parts.scheme != "https" or port not in {None, 443}:
        return _("Give an address that begins with https, without a port of its own.")
    return _("This address is not on the open internet.") if _is_inside(host) else ""


def fetch(
    address: str, *, most: int, etag: str = "", modified: str = "", patience: float = PATIENCE
) -> Fetched:
    """Fetch at most so many bytes; raises Unreachable (it may be there later) or Invalid (it is not to be fetched)."""
    watch = _Watch(time.monotonic() + patience)
    timer = threading.Timer(patience, watch.close)
    timer.daemon = True
    timer.start()
    headers = {"Accept": "text/calendar", "Accept-Encoding": "identity", "User-Agent": "Fiksummin"}
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers |= {name: value for name, value in known.items() if value}
    try:
        for _hop in range(MOST_REDIRECTS + 1):
            if why := why_not_fetch(address):
                raise Invalid(why)
            found = _ask(urlsplit(address), headers, watch, most)
            if isinstance(found, Fetched):
                return found
            address = urljoin(address, found)
        raise Unreachable(_("The address leads on too many times."))
    except (OSError, http.client.HTTPException, UnicodeError) as problem:
        raise Unreachable(_("The address does not answer.")) from problem
    finally:
        timer.cancel()


def _ask(parts: SplitResult, headers: Mapping[str, str], watch: _Watch, most: int) -> Fetched | str:
    """Ask once; give what came, or where it leads on."""
    connection = _Judged(parts, watch)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        if answer.status == 304:
            return Fetched(None)
        if answer.status in {301, 302, 303, 307, 308}:
            return answer.headers.get("Location") or ""
        if answer.status != 200 or answer.headers.get("Content-Encoding", "identity") != "identity":
            raise Unreachable(
                _("The address answers with an error (%(status)d).") % {"status": answer.status}
            )
        body = _body(answer, watch, most)
    finally:
        connection.close()
    return Fetched(body, _kept(answer, "ETag"), _kept(answer, "Last-Modified"))


def _body(answer: http.client.HTTPResponse, watch: _Watch, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65_536):
        size += len(part)
        if size > most:
            raise Invalid(_("The calendar is too large: at most 2 MB."))
        parts.append(part)
        watch.left()
    watch.left()
    if answer.length:
        raise OSError("cut off")
    return b"".join(parts)


def _kept(answer: http.client.HTTPResponse, name: str) -> str:
    value = answer.headers.get(name, "")
    return value if len(value) <= 200 and value.isascii() and value.isprintable() else ""


class _Judged(http.client.HTTPConnection):
    """A connection to an address that was judged, in the clear only where settings allow it."""

    def __init__(self, parts: SplitResult, watch: _Watch) -> None:
        """Know where to, and until when."""
        self.parts, self.watch = parts, watch
        port = parts.port or (443 if parts.scheme == "https" else 80)
        super().__init__(parts.hostname or "", port, timeout=watch.left())

    def connect(self) -> None:
        """Look the name up, judge every address, connect to the first that answers."""
        allowed = _origin(self.parts) in settings.FETCH_ORIGINS
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(row[4][0]) for row in found))
        if not allowed and any(_is_inside(address) for address in addresses):
            raise Invalid(_("This address is not on the open internet."))
        for number, address in enumerate(addresses):
            try:
                self.sock = socket.create_connection((address, self.port), timeout=self.watch.left())
                break
            except OSError:
                if number == len(addresses) - 1:
                    raise
        self.watch.sockets.append(self.sock)
        if self.parts.scheme == "https":
            secure = ssl.create_default_context().wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock = secure
            self.watch.sockets.append(secure)
            secure.do_handshake()


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}".lower()


def _is_inside(host: str) -> bool:
    """Say whether a host, when it is an address, is anything but one of the open internet."""
    try:
        address = ipaddress.ip_address(host.split("%", maxsplit=1)[0])
    except ValueError:
        name = host.rstrip(".").lower()
        return name == "localhost" or name.endswith((".localhost", ".local", ".internal"))
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return _is_inside(str(address.ipv4_mapped))
        if address.sixtofour or address.teredo or address in _NAT64:
            return True
    return not address.is_global or address.is_multicast
