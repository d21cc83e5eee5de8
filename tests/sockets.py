"""No test speaks to another machine: only loopback and Unix sockets are let through."""

import ipaddress
import socket
from typing import Any


class OutsideAddress(RuntimeError):
    """A test tried to reach another machine."""

    def __init__(self, host: object) -> None:
        """Name the host."""
        super().__init__(f"A test tried to reach {host!r}. Tests speak to this machine only.")


def keep_inside() -> None:
    """Let this process reach nothing but itself."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _check(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _check(self.family, address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_inside(host):
            raise OutsideAddress(host)
        return look_up(host, *args, **kwargs)

    socket.socket.connect = guarded_connect  # type: ignore[method-assign]  # the guard itself
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign]  # the guard itself
    socket.getaddrinfo = guarded_look_up


def _check(family: int, address: Any) -> None:
    if family in {socket.AF_INET, socket.AF_INET6} and not _is_inside(address[0]):
        raise OutsideAddress(address[0])


def _is_inside(host: Any) -> bool:
    if isinstance(host, bytes):
        host = host.decode()
    if host in {None, "", "localhost"} or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return host == socket.gethostname()
    return address.is_loopback or address.is_unspecified
