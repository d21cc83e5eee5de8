"""Whether the service runs on this data folder: each of its processes holds a lock that dies with it."""

import fcntl
import os

from django.conf import settings

_held: list[int] = []


def hold() -> None:
    """Say that this process, and those forked from it, use the data folder; until the last one ends."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    fd = os.open(settings.DATA / "running.lock", os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(fd, fcntl.LOCK_SH)
    _held.append(fd)


def why_not_alone() -> str:
    """The sentence that the service runs; "" when it does not."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    fd = os.open(settings.DATA / "running.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return f"Fiksummin is running on {settings.DATA}. Stop it first."
    finally:
        os.close(fd)
    return ""
