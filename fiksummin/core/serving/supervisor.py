"""Keeps page processes and the worker alive, and stops them together.

Children are forked from a parent that has imported everything and holds neither threads nor database
connections: they start in milliseconds and share its memory. A child that dies is replaced, at once the
first time, then with growing pauses. A parent that dies takes its children with it: each of them waits on a
pipe whose other end only the parent holds.
"""

import contextlib
import gc
import logging
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

logger = logging.getLogger(__name__)

STOP = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
#: A child that lived this many seconds has started well, and its next death is answered at once.
SETTLED = 3.0
LONGEST_PAUSE = 10.0


@dataclass
class Child:
    """One process to keep alive: its name in the log, and what it does until told to stop.

    ``work`` begins with the stop signals blocked and calls ``hear`` when it is ready for them, so that none
    is lost on the way. Times are seconds of the monotonic clock.
    """

    name: str
    work: Callable[[], None]
    pid: int = 0
    started: float = 0.0
    due: float = 0.0
    failures: int = 0


def hear(stop: Callable[[int, FrameType | None], object]) -> None:
    """Let a child's ``stop`` be called for SIGTERM, SIGINT and SIGHUP, also for one that came before."""
    for number in STOP:
        signal.signal(number, stop)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)


class Supervisor:
    """``run`` returns when a signal asked for it and all children are gone.

    ``grace``: seconds that children get before SIGKILL. ``on_stop`` is called when stopping begins.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        grace: float = 30.0,
        on_start: Callable[[], None] = lambda: None,
        on_stop: Callable[[], None] = lambda: None,
    ) -> None:
        self.children = list(children)
        self.grace = grace
        self.on_start = on_start
        self.on_stop = on_stop
        self.lifeline, self.held = os.pipe()
        self.woken, self.waker = os.pipe()
        os.set_blocking(self.woken, False)
        os.set_blocking(self.waker, False)

    def run(self) -> int:
        """Start the children and keep them alive; 0 when all stopped cleanly after a signal, else 1."""
        gc.collect()
        gc.freeze()
        signal.set_wakeup_fd(self.waker)
        for number in (*STOP, signal.SIGCHLD):
            signal.signal(number, _heard)
        for child in self.children:
            self._start(child)
        self.on_start()
        while not self._told_to_stop(self._pause()):
            self._bury()
            for child in self.children:
                if not child.pid and time.monotonic() >= child.due:
                    self._start(child)
        self.on_stop()
        return self._stop()

    def _start(self, child: Child) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        child.started = time.monotonic()
        signal.pthread_sigmask(signal.SIG_BLOCK, (*STOP, signal.SIGCHLD))
        child.pid = os.fork()
        if not child.pid:
            self._become(child)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (*STOP, signal.SIGCHLD))
        logger.info("Started %s as process %d.", child.name, child.pid)

    def _become(self, child: Child) -> NoReturn:
        """In the new process: do the child's work and leave, without the parent's clean-up."""
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGCHLD,))
            for fd in (self.held, self.woken, self.waker):
                os.close(fd)
            threading.Thread(target=_follow, args=(self.lifeline, self.grace), daemon=True).start()
            child.work()
            code = 0
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
        except BaseException:
            logger.exception("The %s failed.", child.name)
        finally:
            with contextlib.suppress(Exception):
                logging.shutdown()
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    def _pause(self) -> float | None:
        """Seconds until a dead child is due again; None when all live."""
        waits = [child.due - time.monotonic() for child in self.children if not child.pid]
        return max(0.0, min(waits)) if waits else None

    def _told_to_stop(self, seconds: float | None) -> bool:
        """Sleep until a signal or for ``seconds``; True when the signal means stop."""
        select.select([self.woken], [], [], seconds)
        try:
            heard = os.read(self.woken, 4096)
        except BlockingIOError:
            return False
        return any(number in STOP for number in heard)

    def _bury(self) -> None:
        """Take note of dead children and set the time of their return."""
        for child in self.children:
            if not child.pid:
                continue
            pid, status = os.waitpid(child.pid, os.WNOHANG)
            if not pid:
                continue
            lived = time.monotonic() - child.started
            child.failures = 0 if lived > SETTLED else child.failures + 1
            pause = min(LONGEST_PAUSE, 0.1 * 2**child.failures) if child.failures > 1 else 0.0
            child.pid = 0
            child.due = time.monotonic() + pause
            logger.error(
                "The %s (process %d) %s after %.1f seconds; it is started again in %.1f seconds.",
                child.name,
                pid,
                _ending(status),
                lived,
                pause,
            )

    def _stop(self) -> int:
        worst = 0
        for number, patience in ((signal.SIGTERM, self.grace), (signal.SIGKILL, 5.0)):
            for child in self.children:
                if child.pid:
                    os.kill(child.pid, number)
            until = time.monotonic() + patience
            while any(child.pid for child in self.children) and (left := until - time.monotonic()) > 0:
                for child in self.children:
                    if child.pid:
                        pid, status = os.waitpid(child.pid, os.WNOHANG)
                        if pid:
                            child.pid = 0
                            worst = max(worst, int(status != 0))
                            level = logging.WARNING if status else logging.INFO
                            logger.log(level, "The %s %s.", child.name, _ending(status))
                self._told_to_stop(min(left, 0.05))
        return worst


def _follow(lifeline: int, grace: float) -> None:
    """Wait in a child for the parent's death; then stop, and leave at the latest after ``grace`` seconds."""
    os.read(lifeline, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(grace)
    os._exit(1)


def _ending(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with code {code}" if code else "ended"


def _heard(number: int, frame: FrameType | None) -> None:
    """Nothing: the number arrives through the wake-up pipe."""
