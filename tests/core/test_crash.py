"""Nothing acknowledged is lost: page processes, worker and supervisor killed with SIGKILL under load."""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

import pytest
import requests
from aiosmtpd.controller import Controller
from django.db import connection

from fiksummin.core.models import Entry, Errand, Letter
from fiksummin.spaces.models import Claim, Visit
from tests.factories import people, spaces
from tests.postbox import Postbox, free_port
from tests.serving import Server

CLIENTS = 6
VISITORS = 20
DAYS = 3
KILLS = 8


@pytest.fixture
def mail() -> Iterator[tuple[Postbox, str]]:
    """A mail server on this machine, and its address."""
    box, port = Postbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f"smtp://127.0.0.1:{port}"
    controller.stop()


@dataclass
class Rush:
    """Visitors who announce their visits at once, and insist until each is acknowledged."""

    url: str
    wishes: SimpleQueue[tuple[str, dict[str, object]]]
    acknowledged: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    retries: int = 0

    def run(self) -> None:
        while True:
            try:
                token, wish = self.wishes.get_nowait()
            except Empty:
                return
            self._insist(token, wish)

    def wait_for(self, count: int) -> None:
        """Wait until so many visits are acknowledged, and the others still on their way."""
        until = time.monotonic() + 120
        while len(self.acknowledged) < count and time.monotonic() < until:
            time.sleep(0.005)

    def _insist(self, token: str, wish: dict[str, object]) -> None:
        """Ask again with the same key whenever no answer came: that is what keys are for."""
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"rush-{wish['start']}"}
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                answer = requests.post(f"{self.url}/api/v1/visits", json=wish, headers=headers, timeout=20)
            except requests.RequestException:
                answer = None
            if answer is not None and answer.status_code == 201:
                self.acknowledged.append(answer.json()["id"])
                return
            if answer is not None and answer.status_code < 500:
                break
            self.retries += 1
            time.sleep(0.05)
        self.refused.append(answer.text if answer is not None else "no answer")


def wishes() -> SimpleQueue[tuple[str, dict[str, object]]]:
    site = spaces.site("rush", seats=VISITORS)
    tokens = [people.token(people.person()) for _ in range(VISITORS)]
    queue: SimpleQueue[tuple[str, dict[str, object]]] = SimpleQueue()
    day = spaces.open_day(site)
    for _ in range(DAYS):
        for token in tokens:
            start, end = (spaces.at(site, day, clock).isoformat() for clock in ("9:00", "15:00"))
            queue.put((token, {"site": site.slug, "start": start, "end": end}))
        day = spaces.open_day(site, after=(day - spaces.today(site.zone)).days + 1)
    return queue


def kill_one(server: Server, chance: random.Random) -> None:
    """Kill one of the supervisor's children, whichever."""
    children = server.children()
    if children:
        os.kill(chance.choice(children), signal.SIGKILL)


def start_again(start: Callable[..., Server], killed: Server, *options: str, **variables: str) -> Server:
    """Start the service on the port of one whose supervisor was killed; its children leave by themselves."""
    until = time.monotonic() + 30
    while True:
        try:
            return start(*options, PORT=str(killed.port), **variables)
        except RuntimeError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def wait_until_all_is_done() -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if (
            not Errand.objects.filter(done_at=None).exists()
            and not Letter.objects.filter(sent_at=None).exists()
        ):
            return
        time.sleep(0.2)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_and_each_letter_goes_out_once(
    start_server: Callable[..., Server], mail: tuple[Postbox, str]
) -> None:
    box, smtp = mail
    options, variables = ("--pages", "2"), {"FIKSUMMIN_SMTP_URL": smtp}
    queue = wishes()
    server = start_server(*options, **variables)
    rush = Rush(server.url, queue)
    clients = [threading.Thread(target=rush.run) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    chance = random.Random(7)  # noqa: S311 -- the same deaths each time
    for number in range(KILLS):
        rush.wait_for((number + 1) * VISITORS * DAYS // (KILLS + 2))
        if number == KILLS // 2:
            os.kill(server.process.pid, signal.SIGKILL)
            server = start_again(start_server, server, *options, **variables)
        else:
            kill_one(server, chance)
    for client in clients:
        client.join()
    wait_until_all_is_done()
    assert server.stop() == 0

    assert rush.refused == []
    assert rush.retries > 0, "no death met a request: the test has shown nothing"
    assert len(set(rush.acknowledged)) == VISITORS * DAYS
    assert set(Visit.objects.values_list("pk", flat=True)) == set(rush.acknowledged)
    announced = Entry.objects.filter(fact="spaces.VisitAnnounced").values_list("data__visit", flat=True)
    assert Counter(announced) == Counter(dict.fromkeys(rush.acknowledged, 1))
    assert Claim.objects.count() == VISITORS * DAYS
    sent = Counter(letter["Message-ID"] for letter in box.got)
    confirmations = Letter.objects.filter(key__startswith="visit-").values_list("message_id", flat=True)
    assert len(confirmations) == VISITORS * DAYS
    assert set(confirmations) <= set(sent)
    assert set(sent) == set(Letter.objects.values_list("message_id", flat=True))
    assert not Letter.objects.filter(sent_at=None).exists()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
