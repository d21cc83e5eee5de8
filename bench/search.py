"""A letter typed into the search: how long until what is found stands there, over the example ten times over.

Complete requests of somebody signed in, one after another as she types, on both engines.
``FIKSUMMIN_BENCH_ENGINES=sqlite`` measures one engine.
"""

import http.client
import json
import os
import time
from urllib.parse import urlencode

from bench.report import goals, percentile, report
from bench.service import Service, cpu_seconds, database_cpu_seconds, memory, service, shell

TYPED = (
    ("fi", "kellokorttien poistaminen"), ("fi", "hiljainen huone"), ("fi", "etätyökäytännöt virastoissa"),
    ("fi", "tekoälyapuri muistioihin"), ("fi", "palaveritn keskiviiko"), ("fi", "johtamisen kehittäminen"),
    ("sv", "distansarbete och möten"), ("sv", "språkpar finska"), ("sv", "gemensam kalender"),
    ("en", "job shadowing"), ("en", "remote work agreements"), ("en", "failed experiments and lessons"),
)  # fmt: skip
"""Language of the page, and what is typed: inflected, compound, mistyped, of one and several words."""
LIMIT = 50
"""Milliseconds that a letter may take."""
RECALL = """
import json
from fiksummin.people.models import Person
from fiksummin.search.words import lemmas
from tests.search.labels import by_stage
lemmas.warm()
print(json.dumps(by_stage(Person.objects.get_queryset().get(email="{email}"))[0]), end="")
"""
"""What answers the labelled questions of the tests, among the first five, over the whole example."""
TENFOLD = "import json; from bench import tenfold; print(json.dumps(tenfold.tenfold()), end='')"


def run() -> None:
    """Measure both engines."""
    for engine in os.environ.get("FIKSUMMIN_BENCH_ENGINES", "sqlite,postgres").split(","):
        with service(engine, pages=1, worker=False) as served:
            email = next(row["email"] for row in served.people("cast") if row["key"] == "member")
            found = json.loads(shell(served, RECALL.format(email=email)))
            stages = {name: round(share, 3) for name, share in sorted(found.items()) if name != "all"}
            report(
                f"labelled questions answered, {engine}",
                round(found["all"], 3),
                "of 1",
                at_least=0.8,
                **stages,
            )
            things, words, postings = json.loads(shell(served, TENFOLD))
            cookie = served.session("member")
            first = _ask(served, "fi", "kello", cookie)
            _loaded(served, cookie)
            typed = [(code, text[:n]) for code, text in TYPED for n in range(2, len(text) + 1)]
            before, load = cpu_seconds(served.children()) + database_cpu_seconds(served), os.getloadavg()[0]
            times = [_ask(served, code, text, cookie) for code, text in typed]
            used = cpu_seconds(served.children()) + database_cpu_seconds(served) - before
            spent = used * 1000 / len(typed)
            report(
                f"a letter typed into the search, {engine}", percentile(times, 0.95), "ms (95 of 100)", budget=LIMIT,
                median=round(percentile(times, 0.5), 1), most=round(max(times), 1), cpu_ms=round(spent, 1),
                letters=len(typed), things=things, words=words, postings=postings, first_ever=round(first, 1),
                load=round(load, 1),
            )  # fmt: skip
            report(f"memory of a page process that searches, {engine}", memory(served.children()[0]), "MiB")
    goals()


def _loaded(served: Service, cookie: str) -> None:
    """Wait for the dictionaries: the page of the search itself does."""
    _get(served, "/fi/search/?q=kello", cookie)


def _ask(served: Service, language: str, text: str, cookie: str) -> float:
    began = time.perf_counter()
    _get(served, f"/{language}/search/suggestions/?{urlencode({'q': text})}", cookie)
    return (time.perf_counter() - began) * 1000


def _get(served: Service, path: str, cookie: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
