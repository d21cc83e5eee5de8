"""Periodic work: small idempotent functions that the worker's ticker calls."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from fiksummin.core.models import Answer, Beat, Errand, Letter

logger = logging.getLogger(__name__)
type Work = Callable[[datetime], None]


@dataclass(frozen=True)
class Periodic:
    """A piece of work and how often it is due."""

    work: Work
    pause: timedelta
    outside: bool = False
    """It speaks to others, and opens the transactions that it needs itself."""

    @property
    def name(self) -> str:
        """Give the name under which its last beat is kept."""
        return f"{self.work.__module__}.{self.work.__qualname__}"


PERIODIC: list[Periodic] = []


def every(*, minutes: int, outside: bool = False) -> Callable[[Work], Work]:
    """Have ``work(at)`` called about every so many minutes; missed and double calls must not matter.

    It runs in one transaction, unless it is ``outside``: what waits for others must not keep writers waiting.
    """

    def register(work: Work) -> Work:
        PERIODIC.append(Periodic(work, timedelta(minutes=minutes), outside))
        return work

    return register


def tick(at: datetime) -> None:
    """Do what is due. One task that fails does not keep the others from their turn."""
    beats = dict(Beat.objects.values_list("name", "at"))
    for task in PERIODIC:
        last = beats.get(task.name)
        if last is None or last + task.pause <= at:
            try:
                with transaction.atomic():
                    Beat.objects.update_or_create(name=task.name, defaults={"at": at})
                    if not task.outside:
                        task.work(at)
                if task.outside:
                    task.work(at)
            except Exception:
                logger.exception("A periodic task failed: %s", task.name)


@every(minutes=60)
def forget_old_answers(at: datetime) -> None:
    """Answers kept for replays are forgotten after a day, errands and letters done after thirty."""
    Answer.objects.filter(at__lt=at - timedelta(days=1)).delete()
    Errand.objects.filter(done_at__lt=at - timedelta(days=30)).delete()
    Letter.objects.filter(sent_at__lt=at - timedelta(days=30)).delete()


@every(minutes=24 * 60)
def forget_old_tasks(at: datetime) -> None:
    """Queued tasks are forgotten thirty days after they ended, well or badly."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 -- models need the app registry

    DBTaskResult.objects.finished().filter(finished_at__lt=at - timedelta(days=30)).delete()


@every(minutes=5)
def free_stuck_tasks(at: datetime) -> None:
    """Tasks of a worker that died are made ready again: the queue itself has no heartbeat."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 -- models need the app registry

    stuck = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=at - timedelta(minutes=30))
    stuck.update(status="READY", started_at=None)
