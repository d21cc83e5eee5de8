"""Whether the service runs on this data folder: each of its processes holds a lock that dies with it.

A second lock belongs to the one process that works, or whose child does.
"""

import fcntl
import os

from django.conf import settings

from fiksummin.core.errors import NotDone
from fiksummin.core.secrets import make_folder

_held: list[int] = []


def hold() -> None:
    """Say that this process, and those forked from it, use the data folder; until the last one ends."""
    make_folder(settings.DATA)
    fd = os.open(settings.DATA / "running.lock", os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(fd, fcntl.LOCK_SH)
    _held.append(fd)


def work_alone() -> None:
    """Take the place of the data folder's one worker until this process ends.

    A record lock: children that outlive a killed supervisor do not keep it. Raises NotDone when it is taken.
    """
    make_folder(settings.DATA)
    fd = os.open(settings.DATA / "worker.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as taken:
        os.close(fd)
        raise NotDone(
            f"A worker runs on {settings.DATA} already, and one is enough. Stop that service, serve more pages "
            "beside it with `fiksummin serve --no-worker`, or name another folder with FIKSUMMIN_DATA."
        ) from taken
    _held.append(fd)


def why_not_alone() -> str:
    """The sentence that the service runs; "" when it does not."""
    make_folder(settings.DATA)
    fd = os.open(settings.DATA / "running.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return f"Fiksummin is running on {settings.DATA}. Stop it first."
    finally:
        os.close(fd)
    return ""
