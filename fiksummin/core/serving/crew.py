"""The threads that make pages: one is at work, and one more for each that takes long.

Python runs one thread at a time. Several that are at work at once only take turns at it, which costs more than it
brings: short pages are quicker one after the other, and whoever holds a row of the database gives it back sooner.
A page that takes long, because it waits for something or has much to do, must not keep the others: then the next
thread goes on in its place.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread, current_thread

logger = logging.getLogger(__name__)

type Job = Callable[[], object]

#: Seconds after which a job takes long.
LONG = 0.02


class Crew:
    """Does jobs in the order in which they come, on a fixed number of daemon threads; each keeps what is its own."""

    def __init__(self, threads: int, *, long: float = LONG) -> None:
        """Start the threads; ``long`` is after how many seconds at a job another goes on."""
        self.long = long
        self.jobs: deque[Job] = deque()
        self.changed = Condition()
        self.lead: Thread | None = None
        self.since = 0.0
        self.is_watched = False
        self.threads = [
            Thread(target=self._work, name=f"page-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self.threads:
            thread.start()

    def put(self, job: Job) -> None:
        """Leave a job to be done."""
        with self.changed:
            self.jobs.append(job)
            if self.lead is None or not self.is_watched:
                self.changed.notify()

    def _work(self) -> None:
        own = current_thread()
        while True:
            job = self._next(own)
            try:
                job()
            except BaseException:
                logger.exception("A page thread met an error outside the application.")
            del job
            with self.changed:
                if self.lead is own:
                    self.lead = None

    def _next(self, own: Thread) -> Job:
        """Wait until there is a job, and nobody at work or only who takes long."""
        with self.changed:
            while not self.jobs or not self._is_free():
                self._wait()
            self.lead, self.since = own, time.monotonic()
            job = self.jobs.popleft()
            if self.jobs and not self.is_watched:
                self.changed.notify()
            return job

    def _is_free(self) -> bool:
        return self.lead is None or time.monotonic() - self.since >= self.long

    def _wait(self) -> None:
        """Sleep; while jobs wait, one watches whether the one at work takes long."""
        if not self.jobs or self.is_watched:
            self.changed.wait()
            return
        self.is_watched = True
        try:
            self.changed.wait(max(0.0, self.since + self.long - time.monotonic()))
        finally:
            self.is_watched = False
