"""The ticker does what is due, once a pause, and one that fails does not stop the others."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from fiksummin.core import tasks
from fiksummin.core.models import Answer, Beat
from fiksummin.core.time import now

pytestmark = pytest.mark.django_db
ran: list[str] = []


def fails(at: datetime) -> None:
    Beat.objects.create(name="half done", at=at)
    raise ValueError("today not")


def works(at: datetime) -> None:
    ran.append("works")


@pytest.fixture(autouse=True)
def _own_tasks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own = [tasks.Periodic(fails, timedelta(minutes=5)), tasks.Periodic(works, timedelta(minutes=5))]
    monkeypatch.setattr(tasks, "PERIODIC", own)
    yield
    ran.clear()


def test_each_runs_once_a_pause() -> None:
    at = now()
    for minutes in (0, 1, 4, 5, 9):
        tasks.tick(at + timedelta(minutes=minutes))
    assert ran == ["works", "works"]


def test_one_that_fails_is_undone_and_keeps_nobody_waiting() -> None:
    tasks.tick(now())
    assert ran == ["works"]
    assert not Beat.objects.filter(name="half done").exists()


def test_answers_are_kept_for_a_day() -> None:
    at = now()
    for number, age in enumerate((0, 23, 25)):
        Answer.objects.create(
            person=1, key=str(number), fingerprint="", status=200, body={}, at=at - timedelta(hours=age)
        )
    tasks.forget_old_answers(at)
    assert sorted(Answer.objects.values_list("key", flat=True)) == ["0", "1"]


def test_queued_tasks_are_kept_for_thirty_days_after_they_ended() -> None:
    at = now()
    DBTaskResult.objects.all().delete()
    for age in (29, 31):
        for status in ("SUCCESSFUL", "FAILED", "READY", "RUNNING"):
            ended = at - timedelta(days=age) if status in {"SUCCESSFUL", "FAILED"} else None
            DBTaskResult.objects.create(
                status=status, finished_at=ended, enqueued_at=at - timedelta(days=age), run_after=at,
                args_kwargs={"args": [], "kwargs": {}}, task_path=f"{status} {age}", exception_class_path="",
                queue_name="default", backend_name="default", priority=0,
            )  # fmt: skip
    tasks.forget_old_tasks(at)
    kept = set(DBTaskResult.objects.values_list("task_path", flat=True))
    waiting = {f"{status} {age}" for status in ("READY", "RUNNING") for age in (29, 31)}
    assert kept == {"SUCCESSFUL 29", "FAILED 29"} | waiting


def test_the_clock_knows_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert "fiksummin.core.tasks.forget_old_tasks" in {task.name for task in tasks.PERIODIC}
