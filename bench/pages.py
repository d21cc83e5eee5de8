"""What a page costs: processor time of the serving process, queries, bytes of the first view; memory, the worker's too.

Processor time is of the page processes alone, read from /proc before and after
a run of requests one after another; the median of five runs is reported.
"""

import gzip
import http.client
import json
import re
import statistics
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

from bench.report import report
from bench.service import PROGRAM, Service, cpu_seconds, memory, service, surroundings

RUNS, REQUESTS = 5, 60
PAGES = (
    ("home", "/fi/", "", None),
    ("today", "/fi/today/", "member", 5.0),
    ("desk with 50 visits", "/fi/sites/helsinki/desk/{day}/", "host", 5.0),
    ("site", "/fi/sites/helsinki/", "member", 5.0),
    ("announce a visit", "/fi/sites/helsinki/visits/new/", "member", None),
)
"""Name, path, who reads it ("" is the public), and the aim in CPU-ms."""

CROWDED_DAY = """
from datetime import time, timedelta
from fiksummin.core.time import moment, now
from fiksummin.people.models import Person
from fiksummin.spaces import actions, queries
from fiksummin.spaces.models import Site, Visit
site = Site.objects.get(slug="helsinki")
owner = Person.objects.get(email__startswith="outi.omanen")
actions.change_site(by=owner, site=site, days_ahead=200)
day = next(d for n in range(100, 130) if queries.opening(site, d := (now() + timedelta(days=n)).date()).is_open)
for n, person in enumerate(Person.objects.filter(guest_until=None, roles=None)[:50]):
    hour = 8 if n < 25 else 14
    actions.announce_visit(by=person, site=site, start=moment(day, time(hour), site.zone),
        end=moment(day, time(hour + 3), site.zone), note="Tuomme oman kahvin.")
print(day.isoformat(), end="")
"""
QUERIES = """
import json, sys
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.db import connection
found = {}
for name, path, link in json.loads(sys.stdin.read()):
    client = Client(HTTP_HOST="localhost")
    if link:
        client.get(link)
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    found[name] = len(queries)
print(json.dumps(found), end="")
"""


def run() -> None:
    """Measure every page on SQLite."""
    with service(worker=False) as served:
        day = _manage(served, CROWDED_DAY)
        pages = [(name, path.format(day=day), who, aim) for name, path, who, aim in PAGES]
        cookies = {who: served.session(who) if who else "" for _n, _p, who, _a in pages}
        for name, path, who, aim in pages:
            _cost(served, name, path, cookies[who], aim)
            _bytes(served, name, path, cookies[who])
        _queries(served, pages)
        report("memory of a page process (PSS)", memory(served.children()[0]), "MiB")
    with service() as served:
        _settle(served)
        report("memory of the worker (PSS)", memory(served.children()[-1]), "MiB")


def _settle(served: Service, seconds: float = 60) -> None:
    """Wait until the worker has gone round once: all periodic work was due."""
    until = time.monotonic() + seconds
    while json.loads(_get(served, "/health/ready", ""))["worker"] != "working" and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(3)


def _cost(served: Service, name: str, path: str, cookie: str, aim: float | None) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    costs = []
    for _run in range(RUNS + 1):
        before = cpu_seconds(served.children())
        for _request in range(REQUESTS):
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
        costs.append((cpu_seconds(served.children()) - before) / REQUESTS * 1000)
    report(
        f"cost of a page: {name}", statistics.median(costs[1:]), "CPU-ms", budget=aim,
        least=round(min(costs[1:]), 2), most=round(max(costs[1:]), 2), requests=RUNS * REQUESTS,
    )  # fmt: skip


def _bytes(served: Service, name: str, path: str, cookie: str) -> None:
    html = _get(served, path, cookie)
    sheets = set(re.findall(rb'<link rel="stylesheet" href="([^"]+)"', html))
    size = len(gzip.compress(html)) + sum(len(gzip.compress(_get(served, s.decode(), ""))) for s in sheets)
    report(f"first view, HTML and CSS: {name}", size / 1024, "KiB gzipped", budget=20)


def _get(served: Service, path: str, cookie: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie})
    return connection.getresponse().read()


def _queries(served: Service, pages: list[tuple[str, str, str, float | None]]) -> None:
    links = {row["key"]: urlsplit(row["sign_in_url"]).path for row in served.people("cast")}
    wanted = json.dumps([(name, path, links.get(who, "")) for name, path, who, _aim in pages])
    for name, count in json.loads(_manage(served, QUERIES, wanted)).items():
        report(f"queries of a page: {name}", count, "queries")


def _manage(served: Service, code: str, given: str = "") -> str:
    environment = surroundings(served.data)
    done = subprocess.run(
        [*PROGRAM, "manage", "shell", "--no-imports", "-c", code], env=environment, input=given, text=True,
        capture_output=True, check=True, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    return done.stdout.strip().rsplit("\n", 1)[-1]
