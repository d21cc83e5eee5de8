"""Registrations: how many a second, what a rush of 5,000 for 200 places takes, what a list of 1,000 events costs.

Complete requests over HTTP, letters queued in the same commit; both engines.
Each person's token was used just before, as it was when she looked at the
event. ``FIKSUMMIN_BENCH_ENGINES=sqlite`` measures one engine.
"""

import json
import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.report import goals, percentile, report
from bench.service import Service, cpu_seconds, database_cpu_seconds, service, shell
from bench.visits import Client, together

CLIENTS = (1, 8, 32)
SECONDS = 4.0
RUSH, SEATS, RUSHING = 5000, 200, 32
FLOWING = 8000
"""So many people at the most register before the rush."""
LISTED = 1000
LOOKS = 60


def run() -> None:
    """Measure both engines."""
    for engine in os.environ.get("FIKSUMMIN_BENCH_ENGINES", "sqlite,postgres").split(","):
        with service(engine, pages=2, worker=False) as served:
            crowd = iter(_made(served, f"crowd({RUSH + FLOWING})"))
            event = _made(served, "event(10_000)")
            for clients in CLIENTS:
                _flow(served, engine, clients, event, crowd)
            _rush(served, engine, _made(served, f"event({SEATS})"), [next(crowd) for _one in range(RUSH)])
            _made(served, f"events({LISTED})")
            _list(served, engine)
    goals()


def _made(served: Service, what: str) -> Any:
    return json.loads(
        shell(served, f"import json; from bench import crowds; print(json.dumps(crowds.{what}), end='')")
    )


def _flow(served: Service, engine: str, clients: int, event: int, crowd: Iterator[str]) -> None:
    """Each client registers one person after the other to one and the same event, where all find a place."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    lock = threading.Lock()
    until = time.perf_counter() + SECONDS

    def register(_name: str) -> None:
        client = Client(served, "")
        while time.perf_counter() < until:
            with lock:
                token = next(crowd)
            status, milliseconds = _register(client, event, token)
            with lock:
                statuses[status] += 1
                times.append(milliseconds)

    before, stored = cpu_seconds(served.children()), database_cpu_seconds(served)
    together([(register, str(number)) for number in range(clients)])
    made = max(1, statuses[201])
    report(
        f"registrations, {clients} clients", statuses[201] / SECONDS, "a second", engine=engine,
        at_least=100 if clients == 8 else None,
        p50_ms=round(percentile(times, 0.5), 1), p99_ms=round(percentile(times, 0.99), 1),
        refused=sum(statuses.values()) - statuses[201],
        cpu_ms=round((cpu_seconds(served.children()) - before) * 1000 / made, 2),
        database_cpu_ms=round((database_cpu_seconds(served) - stored) * 1000 / made, 2),
    )  # fmt: skip


def _rush(served: Service, engine: str, event: int, crowd: list[str]) -> None:
    """All want the same few places; it is settled when the last has her answer."""
    waiting, lock = iter(crowd), threading.Lock()
    times: list[float] = []
    statuses: Counter[int] = Counter()

    def press(_name: str) -> None:
        client = Client(served, "")
        while True:
            with lock:
                token = next(waiting, "")
            if not token:
                return
            status, milliseconds = _register(client, event, token)
            with lock:
                statuses[status] += 1
                times.append(milliseconds)

    before, stored = cpu_seconds(served.children()), database_cpu_seconds(served)
    pressed, began = time.process_time(), time.perf_counter()
    together([(press, str(number)) for number in range(RUSHING)])
    settled, used = time.perf_counter() - began, cpu_seconds(served.children()) - before
    about: dict[str, Any] = {
        "engine": engine,
        "places": statuses[201],
        "queued": statuses[202],
        "people": len(crowd),
    }
    report(
        "a rush is settled", settled, "s", budget=15, cpu_s=round(used, 1),
        database_cpu_s=round(database_cpu_seconds(served) - stored, 1),
        crowd_cpu_s=round(time.process_time() - pressed, 1), **about,
    )  # fmt: skip
    report(
        "answer in a rush, p99",
        percentile(times, 0.99),
        "ms",
        budget=1000,
        p50_ms=round(percentile(times, 0.5), 1),
        **about,
    )


def _register(client: Client, event: int, token: str) -> tuple[int, float]:
    client.headers["Authorization"] = f"Bearer {token}"
    client.headers["Idempotency-Key"] = "once"
    status, _content, milliseconds = client.ask(
        "POST", f"/api/v1/events/{event}/registrations", {"people": 1}
    )
    return status, milliseconds


def _list(served: Service, engine: str) -> None:
    """The list as a program reads it: as long as it comes, and fifty a page."""
    client = Client(served, served.token("member"))
    for size in (20, 50):
        address = f"/api/v1/events?size={size}"
        for _look in range(20):
            client.ask("GET", address)
        before = cpu_seconds(served.children())
        took = [client.ask("GET", address) for _look in range(LOOKS)]
        used = (cpu_seconds(served.children()) - before) * 1000 / LOOKS
        report(
            f"list of {LISTED} events, {size} a page", used, "CPU-ms", budget=5, engine=engine,
            p50_ms=round(percentile([each[2] for each in took], 0.5), 1), total=took[0][1].get("total"),
        )  # fmt: skip
