"""Tells systemd how the service is doing, by the protocol of sd_notify(3)."""

import os
import socket


def tell_systemd(state: str) -> bool:
    """Send ``READY=1`` or the like; False when systemd did not start this program."""
    path = os.environ.get("NOTIFY_SOCKET", "")
    if not path:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.sendto(state.encode(), f"\0{path[1:]}" if path.startswith("@") else path)
    return True
