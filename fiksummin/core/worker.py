"""The worker: drains the journal, sends the post, runs queued tasks, keeps the clock.

One process. Everything it does may be done twice without harm, so it may be
killed at any moment.
"""

import logging
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched

from django.db import close_old_connections, connection, transaction
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from fiksummin.core import mail, tasks
from fiksummin.core.facts import KINDS, reaction
from fiksummin.core.models import Beat, Errand
from fiksummin.core.time import now

logger = logging.getLogger(__name__)

PAUSE = 0.25
"""Seconds between looks when there was nothing to do."""
GIVE_UP_AFTER = 10
HEARTBEAT = "worker"


def run(stop: threading.Event) -> None:
    """Work until told to stop; finishes what is in hand."""
    queued = _queue_runner()
    ticked = now() - timedelta(minutes=1)
    while not stop.is_set():
        close_old_connections()
        try:
            at = now()
            busy = work_once(at)
            if DBTaskResult.objects.ready().exists():
                queued.run()
            if at - ticked >= timedelta(seconds=20):
                ticked = at
                Beat.objects.update_or_create(name=HEARTBEAT, defaults={"at": at})
                tasks.tick(at)
        except Exception:
            logger.exception("The worker stumbled; it goes on")
            connection.close()
            busy = 0
        if not busy:
            stop.wait(PAUSE)


def work_once(at: datetime) -> int:
    """Run the errands and letters that are due; answer how many there were."""
    return run_errands(at) + mail.send_due(now())


def drain(limit: int = 1000) -> int:
    """Do all waiting work now, also what the work brings along (demos and tests)."""
    total = 0
    while total < limit and (done := work_once(now())):
        total += done
    return total


def run_errands(at: datetime, limit: int = 100) -> int:
    """Run the later reactions that are due, oldest first; answer how many were tried."""
    waiting = Errand.objects.filter(done_at=None, given_up_at=None, due_at__lte=at)
    ids = list(waiting.order_by("due_at", "id").values_list("id", flat=True)[:limit])
    for errand_id in ids:
        run_errand(errand_id, at)
    return len(ids)


def waive_errands(app: str, *, but_by: Sequence[int], at: datetime) -> int:
    """Let the waiting reactions to an app's facts be, but for what some people did; answer how many.

    A story tells months in a minute: nobody reads the letters of its crowd.
    """
    waiting = Errand.objects.filter(done_at=None, given_up_at=None, entry__fact__startswith=f"{app}.")
    # Found first: as one statement PostgreSQL, which knows nothing yet of a story being told, tries every pair.
    found = list(waiting.exclude(entry__by__in=but_by).values_list("pk", flat=True))
    return sum(Errand.objects.filter(pk__in=few).update(done_at=at) for few in batched(found, 500))


def run_errand(errand_id: int, at: datetime) -> None:
    """Run one reaction in its own transaction: its effects and its being done are one commit."""
    try:
        with transaction.atomic():
            errand = (
                Errand.objects.select_for_update(
                    no_key=True, of=("self",), skip_locked=connection.vendor == "postgresql"
                )
                .select_related("entry")
                .filter(id=errand_id, done_at=None, given_up_at=None)
                .first()
            )
            if errand is None:
                return
            react = reaction(errand.reaction)
            kind = KINDS.get(errand.entry.fact)
            if react and kind:
                react(kind.read(errand.entry.by, errand.entry.data))
            Errand.objects.filter(id=errand_id).update(done_at=now(), error="")
    except Exception as problem:
        logger.exception("A reaction failed; it will be tried again")
        _failed(errand_id, problem, at)


def _failed(errand_id: int, problem: Exception, at: datetime) -> None:
    tries = Errand.objects.filter(id=errand_id).values_list("tries", flat=True).first()
    if tries is not None:
        Errand.objects.filter(id=errand_id).update(
            tries=tries + 1,
            due_at=at + timedelta(seconds=min(2 ** (tries + 1), 3600)),
            given_up_at=at if tries + 1 >= GIVE_UP_AFTER else None,
            error=type(problem).__name__,
        )


def _queue_runner() -> Worker:
    return Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="fiksummin",
        excluded_queue_names=[],
    )
