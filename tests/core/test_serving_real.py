"""The real service: its own pages, database and processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
import requests
from django.conf import settings
from django.db import transaction

from fiksummin.core.models import Beat
from fiksummin.core.time import now
from tests.serving import Server


def ready(server: Server) -> dict[str, str]:
    answer = requests.get(f"{server.url}/health/ready", timeout=10)
    assert answer.status_code == 200
    return dict(answer.json())


def test_it_sees_what_the_test_commits(real_server: Server) -> None:
    assert ready(real_server)["worker"] == "late"
    with transaction.atomic():
        Beat.objects.create(name="worker", at=now())
    assert ready(real_server)["worker"] == "working"


def test_what_an_earlier_test_committed_is_gone(real_server: Server) -> None:
    assert ready(real_server)["worker"] == "late"


def test_a_forwarded_host_is_not_believed(real_server: Server) -> None:
    answer = requests.get(
        f"{real_server.url}/health/live", headers={"X-Forwarded-Host": "evil.example"}, timeout=10
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/health/live", "/api/v1/sites", "/fi/", "/sv/today/", "/no-such-place"])
@pytest.mark.parametrize("host", ["evil.example", "a b", "[::1", "-"])
def test_a_host_that_is_not_ours_is_a_bad_request_everywhere(
    real_server: Server, path: str, host: str
) -> None:
    refused = requests.get(f"{real_server.url}{path}", headers={"Host": host}, timeout=10)
    assert refused.status_code == 400
    assert "evil" not in refused.text
    assert "Traceback" not in refused.text


def test_static_files_are_sent_whole_and_may_be_kept(real_server: Server) -> None:
    answer = requests.get(f"{real_server.url}/static/wagtailadmin/js/vendor.js", timeout=10)
    assert answer.status_code == 200
    assert len(answer.content) > 64 * 1024
    assert "max-age" in answer.headers["cache-control"]


def test_killed_processes_come_back_and_the_worker_beats(start_server: Callable[..., Server]) -> None:
    server = start_server("--pages", "2")
    first, second, worker = server.children()
    os.kill(first, signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    assert ready(server)
    until_it_works(server)
    assert second in server.children()
    assert len(server.children()) == 3
    assert server.stop() == 0


@pytest.fixture
def work_beside() -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start ``fiksummin worker`` on the same data folder; whatever happens it is gone after the test."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "fiksummin.settings_test"}
        command = [sys.executable, "-m", "fiksummin", "worker"]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def until_it_works(server: Server) -> None:
    until = time.monotonic() + 60
    while ready(server)["worker"] != "working" and time.monotonic() < until:
        time.sleep(0.1)
    assert ready(server)["worker"] == "working"


def test_one_worker_is_enough_on_a_data_folder(
    start_server: Callable[..., Server], work_beside: Callable[[], subprocess.Popen[str]]
) -> None:
    server = start_server()
    sentence = f"A worker runs on {settings.DATA} already"
    with pytest.raises(RuntimeError, match=sentence):
        start_server()
    beside = work_beside()
    said = beside.communicate(timeout=30)[1]
    assert (beside.returncode, sentence in said) == (1, True)
    assert ready(start_server("--no-worker"))
    until_it_works(server)
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait(30)
    after = start_server()
    assert len(after.children()) == 2, "its place is free with its supervisor's death"


def test_a_worker_of_its_own_works_beside_pages_without_one(
    start_server: Callable[..., Server], work_beside: Callable[[], subprocess.Popen[str]]
) -> None:
    server = start_server("--no-worker")
    worker = work_beside()
    until_it_works(server)
    with pytest.raises(RuntimeError, match="A worker runs on"):
        start_server()
    worker.terminate()
    said = worker.communicate(timeout=30)[1]
    assert (worker.returncode, "Traceback" in said) == (0, False)
