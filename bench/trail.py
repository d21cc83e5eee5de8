"""Ideas at scale: what the board, the ballot, an idea and its trail cost, and how fast a search is.

10,000 ideas of one campaign, 5,000 experiments, 100,000 votes (``bench/trails.py``). Processor time is of the page
processes; queries are counted as somebody signed in. ``--engine sqlite`` and ``--part pages`` measure some of it;
without ``search`` nothing is indexed, which takes most of the time. The load of the machine stands beside each part.
"""

import argparse
import http.client
import json
import os
import statistics
import time
from collections.abc import Sequence
from urllib.parse import quote

from bench.report import goals, percentile, report
from bench.service import Service, cpu_seconds, database_cpu_seconds, service, shell

RUNS, REQUESTS = 5, 40
SEARCHES = (
    "aamukahvi",
    "etätyön ohjeet",
    "asiakkaille lomake",
    "kokeilun raportti",
    "esteettömyys",
    "tulkki lupa",
)
QUERIES = """
import json
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.db import connection
from fiksummin.people.models import Person
client, found = Client(HTTP_HOST="localhost"), []
client.force_login(Person.objects.get_queryset().get(email__startswith="punnitsija7@"))
for path in {paths}:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    found.append(len(queries))
print(json.dumps(found), end="")
"""


ENGINES, PARTS = ("sqlite", "postgres"), ("pages", "search")


def run(words: Sequence[str] = ()) -> None:
    """Measure what the words ask for, on each engine."""
    wanted = _wanted(words)
    for engine in wanted.engine:
        with service(engine, worker=False) as served:
            is_searched = "search" in wanted.part
            fill = f"from bench import trails; print(trails.fill(is_searched={is_searched}), end='')"
            slug, idea, written, indexed = shell(served, fill).split()
            report("data written", float(written), "s", engine=engine)
            if "pages" in wanted.part:
                _pages(served, engine, slug, idea)
            if is_searched:
                report("ideas and experiments indexed for search", float(indexed), "s", engine=engine)
                _search(served, engine, "24 words in thousands of things each", SEARCHES)
                again = json.loads(
                    shell(served, "from bench import vocabulary; print(vocabulary.reword(), end='')")
                )
                asked = tuple(again.pop("searches"))
                report(
                    "told anew in 20,000 words and indexed", again.pop("seconds"), "s", engine=engine, **again
                )
                _search(served, engine, "20,000 words as common as in a language", asked)
    goals()


def _wanted(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench trail")
    engines = os.environ.get("FIKSUMMIN_BENCH_ENGINES", ",".join(ENGINES))
    parser.add_argument("--engine", default=engines, help=", ".join(ENGINES))
    parser.add_argument("--part", default=",".join(PARTS), help=", ".join(PARTS))
    found = parser.parse_args(words)
    for name, known in (("engine", ENGINES), ("part", PARTS)):
        given = getattr(found, name).split(",")
        if set(given) - set(known):
            parser.error(f"--{name} is one or several of {', '.join(known)}")
        setattr(found, name, given)
    return found


def _pages(served: Service, engine: str, slug: str, idea: str) -> None:
    pages = {
        "board of 10,000 ideas": (f"/fi/campaigns/{slug}/", 6.0),
        "page 150 of the board": (f"/fi/campaigns/{slug}/?page=150", None),
        "the ballot": (f"/fi/campaigns/{slug}/ballot/", None),
        "an idea": (f"/fi/ideas/{idea}/", None),
        "the trail of an idea": (f"/fi/trail/idea/{idea}/", 6.0),
        "how soon 10,000 ideas are answered": (f"/fi/campaigns/{slug}/answers/", None),
    }
    code = QUERIES.format(paths=[path for path, _goal in pages.values()])
    counts = json.loads(shell(served, code))
    cookie = served.session("member")
    for (name, (path, goal)), queries in zip(pages.items(), counts, strict=True):
        cost, size = _cost(served, path, cookie)
        load = round(os.getloadavg()[0], 1)
        report(name, cost, "CPU-ms", budget=goal, engine=engine, queries=queries, bytes=size, load=load)


def _cost(served: Service, path: str, cookie: str) -> tuple[float, int]:
    """Give the median processor milliseconds of a page, and its bytes; with the cookies that it sets, as a browser."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    headers = {"Cookie": cookie}

    def ask() -> int:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("board-"):
                headers["Cookie"] = f"{cookie}; {value.split(';')[0]}"
        body = answer.read()
        assert answer.status == 200, (path, answer.status)  # noqa: S101 -- a benchmark of errors is none
        return len(body)

    size = max([ask() for _one in range(REQUESTS)])
    costs = []
    for _run in range(RUNS):
        before = cpu_seconds(served.children())
        for _one in range(REQUESTS):
            ask()
        costs.append((cpu_seconds(served.children()) - before) * 1000 / REQUESTS)
    return statistics.median(costs), size


def _search(served: Service, engine: str, vocabulary: str, searches: tuple[str, ...]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    times: list[float] = []
    headers = {"Cookie": served.session("member")}
    before, load = 0.0, os.getloadavg()[0]
    for number in range(21):
        if number == 1:
            times.clear()
            before = cpu_seconds(served.children()) + database_cpu_seconds(served)
        for words in searches:
            began = time.perf_counter()
            connection.request("GET", f"/fi/search/?q={quote(words)}", headers=headers)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status  # noqa: S101 -- as above
            times.append((time.perf_counter() - began) * 1000)
    used = (cpu_seconds(served.children()) + database_cpu_seconds(served) - before) * 1000 / len(times)
    report(
        f"search, p95, {vocabulary}", percentile(times, 0.95), "ms", budget=50, engine=engine,
        p50_ms=round(percentile(times, 0.5), 1), cpu_ms=round(used, 1), load=round(load, 1),
    )  # fmt: skip
