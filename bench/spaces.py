"""Spaces and bookings: how fast what is free is found, booked and laid out; both engines, over HTTP.

Data (a): 100 spaces x 90 days x 25,000 bookings; (b): 1,000 spaces x 1,000,000 bookings.
``FIKSUMMIN_BENCH_SPACES=a`` measures the first alone, ``FIKSUMMIN_BENCH_ENGINES=sqlite`` one engine.
"""

import json
import os
import random
import subprocess
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from bench.report import percentile, report
from bench.service import PROGRAM, Service, cpu_seconds, memory, service
from bench.visits import HELSINKI, Client, together

SIZES = {"a": (100, 90, 25_000, (30, 60, 90, 120)), "b": (1000, 60, 1_000_000, (15, 30))}
SECONDS = 5.0
ENGINE = """
import gc, json, resource, time
from datetime import date, datetime, time as clock, timedelta
from django.db import connection
from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Site, Space
from fiksummin.spaces.queries.availability import MEMORY
def mebibytes():
    gc.collect()
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
def milliseconds(act, times):
    each = []
    for _time in range(times):
        began = time.perf_counter(); act(); each.append((time.perf_counter() - began) * 1000)
    return sorted(each)[len(each) // 2]
site = Site.objects.prefetch_related("hours", "special_days").get(slug="mitta")
before, began = mebibytes(), time.perf_counter()
MEMORY.look()
found = {"load_s": time.perf_counter() - began, "memory_mib": mebibytes() - before}
today = now().date()
wish = queries.Search(today, today + timedelta(days=60), 120, 8)
full = queries.Search(today, today + timedelta(days=60), 720, 8)
found["first_ms"] = milliseconds(lambda: queries.search([site], wish, now(), limit=1), 51)
found["worst_ms"] = milliseconds(lambda: queries.search([site], full, now(), limit=1), 11)
found["look_ms"] = milliseconds(MEMORY.look, 51)
first = queries.search([site], wish, now(), limit=1)
found["first"] = [first[0].name, first[0].start.isoformat()] if first else None
person = Person.objects.filter(guest_until=None, roles=None).order_by("pk").first()
space = site.spaces.order_by("pk").last()
monday = today + timedelta(days=100 - (today.weekday() + 100) % 7)
def series(number):
    begins = monday + timedelta(days=number)
    rule = queries.Recurrence("weekly", begins, clock(9 + number), clock(10 + number), weekdays=(begins.weekday(),), count=26)
    place = queries.Place(Space.objects.select_related("policy").prefetch_related("cells").get(pk=space.pk))
    start = datetime.combine(begins, clock(9 + number), tzinfo=site.zone)
    began, used = time.perf_counter(), time.process_time()
    actions.book_series(by=person, site=site, rule=rule, wish=queries.BookingWish((place,), start, start + timedelta(hours=1)))
    return (time.perf_counter() - began) * 1000, (time.process_time() - used) * 1000
found["series_ms"], found["series_cpu_ms"] = (sorted(each)[2] for each in zip(*(series(number) for number in range(5))))
print(json.dumps(found), end="")
"""


def run() -> None:
    """Measure both engines with both data."""
    for engine in os.environ.get("FIKSUMMIN_BENCH_ENGINES", "sqlite,postgres").split(","):
        medians = {}
        for size in os.environ.get("FIKSUMMIN_BENCH_SPACES", "a,b").split(","):
            with service(engine, pages=2, worker=False) as served:
                about = {"engine": engine, "data": size}
                _fill(served, size, about)
                medians[size] = _search(served, about)
                _timeline(served, about)
                _first_free(served, about)
                _create(served, about)
                _engine(served, about)
        if len(medians) == 2:
            report("growth of a search from (a) to (b)", medians["b"] / medians["a"], "times", engine=engine)


def _fill(served: Service, size: str, about: dict[str, Any]) -> None:
    spaces, days, bookings, minutes = SIZES[size]
    code = f"from bench.filling import fill; fill('mitta', {spaces}, {days}, {bookings}, {minutes!r})"
    made, seconds = _shell(served, code).split()
    report(
        "bookings written, guards on", int(made), "bookings", spaces=spaces, seconds=float(seconds), **about
    )


def _search(served: Service, about: dict[str, Any]) -> float:
    """Ask for a week, again and again for other days, lengths and people."""
    before = memory(served.children()[0])
    cold = [client.ask("GET", _asked(random.Random(1)))[2] for client in _clients(served, 2)]  # noqa: S311 -- no secret
    report("first search of a page process", max(cold), "ms", memory_before_mib=round(before, 1), **about)
    for _time in range(6):  # every page process reads once
        _ask_at_once(served, 4, 4)
    alone = _ask_at_once(served, 1, 150)
    used = cpu_seconds(served.children())
    crowd = _ask_at_once(served, 8, 60)
    used = cpu_seconds(served.children()) - used
    budget = (20.0, 100.0) if about["data"] == "a" else (None, None)
    report("search, one client, p50", percentile(alone, 0.5), "ms", budget=budget[0],
           p95_ms=round(percentile(alone, 0.95), 1), **about)  # fmt: skip
    report("search, eight clients, p95", percentile(crowd, 0.95), "ms", budget=budget[1],
           p50_ms=round(percentile(crowd, 0.5), 1), cpu_ms_each=round(used * 1000 / len(crowd), 1), **about)  # fmt: skip
    report("memory of a page process after it (PSS)", memory(served.children()[0]), "MiB", **about)
    return percentile(alone, 0.5)


def _asked(chance: random.Random) -> str:
    start = datetime.now(HELSINKI) + timedelta(days=chance.randint(1, 50))
    words = {
        "site": "mitta", "from": start.isoformat(), "to": (start + timedelta(days=7)).isoformat(),
        "minutes": chance.choice([30, 60, 120, 180]), "people": chance.choice([2, 4, 8, 10]),
    }  # fmt: skip
    return f"/api/v1/availability?{urlencode(words)}"


def _ask_at_once(served: Service, clients: int, times: int) -> list[float]:
    took: list[float] = []

    def ask(token: str) -> None:
        client, chance = Client(served, token), random.Random(token)  # noqa: S311 -- no secret
        for _time in range(times):
            status, content, milliseconds = client.ask("GET", _asked(chance))
            if status != 200:
                raise RuntimeError(f"a search was answered {status}: {content}")
            took.append(milliseconds)

    together([(ask, row["api_token"]) for row in served.people("crowd")[:clients]])
    return took


def _timeline(served: Service, about: dict[str, Any]) -> None:
    start = datetime.now(HELSINKI)
    words = urlencode({"from": start.isoformat(), "to": (start + timedelta(days=86)).isoformat()})
    client = _clients(served, 1)[0]
    answers = [client.ask("GET", f"/api/v1/sites/mitta/timeline?{words}") for _time in range(7)]
    items = cast("list[dict[str, list[object]]]", answers[0][1]["items"])
    ranges = sum(len(item["taken"]) for item in items)
    report("timeline of every space, 86 days, p50", percentile([ms for _s, _c, ms in answers], 0.5), "ms",
           budget=300 if about["data"] == "a" else None, ranges=ranges, **about)  # fmt: skip


def _first_free(served: Service, about: dict[str, Any]) -> None:
    start = datetime.now(HELSINKI)
    words = urlencode({
        "site": "mitta", "from": start.isoformat(), "to": (start + timedelta(days=60)).isoformat(),
        "minutes": 120, "people": 8, "limit": 1,
    })  # fmt: skip
    client = _clients(served, 1)[0]
    took = [client.ask("GET", f"/api/v1/availability?{words}")[2] for _time in range(60)]
    report("first free two hours for eight in 60 days, over HTTP, p50", percentile(took[10:], 0.5), "ms",
           budget=25, **about)  # fmt: skip


def _create(served: Service, about: dict[str, Any]) -> None:
    """Eight clients book hours of their own rooms, far ahead; each booking is kept."""
    client = _clients(served, 1)[0]
    items = cast("list[dict[str, int]]", client.ask("GET", "/api/v1/spaces?site=mitta&size=100")[1]["items"])
    spaces = [row["id"] for row in items]
    day = datetime.now(HELSINKI).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=98)
    day -= timedelta(days=day.weekday())
    statuses: Counter[int] = Counter()
    took: list[float] = []
    until = time.perf_counter() + SECONDS
    crowd = [row["api_token"] for row in served.people("crowd")[:8]]

    def book(token: str) -> None:
        own, number = Client(served, token), 0
        while time.perf_counter() < until:
            room = spaces[crowd.index(token) * 12 + number % 12]
            turn, number = number // 12, number + 1
            start = day + timedelta(days=turn // 10 % 5 + turn // 50 * 7, hours=turn % 10)
            wish = {
                "space": room,
                "start": start.isoformat(),
                "end": (start + timedelta(hours=1)).isoformat(),
            }
            status, _content, milliseconds = own.ask("POST", "/api/v1/bookings", wish)
            statuses[status] += 1
            took.append(milliseconds)

    used = cpu_seconds(served.children())
    together([(book, token) for token in crowd])
    used = cpu_seconds(served.children()) - used
    made = statuses[201] / SECONDS
    report("bookings created, eight clients", made, "a second", at_least=65, within=made >= 65,
           p50_ms=round(percentile(took, 0.5), 1), p95_ms=round(percentile(took, 0.95), 1),
           refused=sum(statuses.values()) - statuses[201], cpu_ms_each=round(used * 1000 / max(1, statuses[201]), 1),
           **about)  # fmt: skip


def _engine(served: Service, about: dict[str, Any]) -> None:
    found = json.loads(_shell(served, ENGINE))
    large = about["data"] == "b"
    report("first free two hours for eight in 60 days, the engine alone", found["first_ms"], "ms",
           budget=5 if large else None, first=found["first"], **about)  # fmt: skip
    report("twelve hours for eight, nowhere in 60 days, the engine alone", found["worst_ms"], "ms", **about)
    report("a look when nothing changed", found["look_ms"], "ms", **about)
    report(
        "all claims read into memory", found["load_s"], "s", memory_mib=round(found["memory_mib"], 1), **about
    )
    report("a weekly series of 26 booked", found["series_ms"], "ms", budget=100,
           cpu_ms=round(found["series_cpu_ms"], 1), **about)  # fmt: skip


def _clients(served: Service, wanted: int) -> list[Client]:
    return [Client(served, row["api_token"]) for row in served.people("crowd")[:wanted]]


def _shell(served: Service, code: str) -> str:
    """Run code beside the service, on its own database."""
    lines = Path(f"/proc/{served.process.pid}/environ").read_bytes().decode().split("\0")
    environment = dict(line.split("=", 1) for line in lines if line)
    done = subprocess.run(
        [*PROGRAM, "manage", "shell", "--no-imports", "-c", code], env=environment, text=True,
        capture_output=True, check=False, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return done.stdout.strip().rsplit("\n", 1)[-1]
