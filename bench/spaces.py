"""Spaces and bookings: how fast what is free is found, booked and laid out; both engines, over HTTP.

Data (a): 100 spaces x 90 days x 25,000 bookings; (b): 1,000 spaces x 1,000,000 bookings.
``--engine sqlite``, ``--data a`` and ``--part create,series`` measure some of it; each may name several.
Every figure with a goal says whether it is kept, and all goals stand together at the end. Processor time is
that of the page processes and, where PostgreSQL runs on this machine, of PostgreSQL.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, cast
from urllib.parse import urlencode

from bench.report import goals, percentile, report
from bench.service import Service, cpu_seconds, database_cpu_seconds, memory, service, shell
from bench.visits import HELSINKI, Client, together

SIZES = {"a": (100, 90, 25_000, (30, 60, 90, 120)), "b": (1000, 60, 1_000_000, (15, 30))}
SECONDS = 5.0
DATES = 26
WHOLE = "first free two hours for eight in 60 days"

type About = dict[str, Any]


def run(words: Sequence[str] = ()) -> None:
    """Measure what the words ask for: each engine with each data."""
    wanted = _wanted(words)
    for engine in wanted.engine:
        found: dict[str, dict[str, float]] = {}
        for size in wanted.data:
            about = {"engine": engine, "data": size}
            with service(engine, pages=2, worker=False) as served:
                _fill(served, size, about)
                measured = [PARTS[part](served, about) for part in PARTS if part in wanted.part]
            found[size] = {name: value for each in measured for name, value in each.items()}
        for name in found.get("a", {}) if len(found) == 2 else ():
            report(
                f"growth from (a) to (b): {name}", found["b"][name] / found["a"][name], "times", engine=engine
            )
    goals()


def _wanted(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench spaces")
    choices = {"engine": ("sqlite", "postgres"), "data": tuple(SIZES), "part": tuple(PARTS)}
    for name, known in choices.items():
        parser.add_argument(f"--{name}", default=",".join(known), help=", ".join(known))
    found = parser.parse_args(words)
    for name, known in choices.items():
        given = getattr(found, name).split(",")
        if set(given) - set(known):
            parser.error(f"--{name} is one or several of {', '.join(known)}")
        setattr(found, name, given)
    return found


class Spent:
    """Processor time spent since it was made, in milliseconds."""

    def __init__(self, served: Service) -> None:
        """Begin to count."""
        self.served = served
        self.before = self._now()

    def each(self, times: int) -> dict[str, float]:
        """Share it among so many requests: that of the pages, and of the database where it is known."""
        spent = [
            (now - before) * 1000 / max(1, times)
            for now, before in zip(self._now(), self.before, strict=True)
        ]
        return {"cpu_ms": round(spent[0], 1), **({"database_cpu_ms": round(spent[1], 1)} if spent[1] else {})}

    def _now(self) -> tuple[float, float]:
        return cpu_seconds(self.served.children()), database_cpu_seconds(self.served)


def _fill(served: Service, size: str, about: About) -> None:
    spaces, days, bookings, minutes = SIZES[size]
    code = f"from bench.filling import fill; fill('mitta', {spaces}, {days}, {bookings}, {minutes!r})"
    made, seconds = shell(served, code).split()
    report(
        "bookings written, guards on", int(made), "bookings", spaces=spaces, seconds=float(seconds), **about
    )


def _search(served: Service, about: About) -> dict[str, float]:
    """Ask for a week, again and again for other days, lengths and people."""
    before = memory(served.children()[0])
    cold = [client.ask("GET", _asked(random.Random(1)))[2] for client in _clients(served, 2)]  # noqa: S311 -- no secret
    report("first search of a page process", max(cold), "ms", memory_before_mib=round(before, 1), **about)
    for _time in range(6):  # every page process reads once
        _ask_at_once(served, 4, 4)
    small = about["data"] == "a"
    spent = Spent(served)
    alone = _ask_at_once(served, 1, 150)
    report("search, one client, p50", percentile(alone, 0.5), "ms", budget=20 if small else None,
           p95_ms=round(percentile(alone, 0.95), 1), **spent.each(len(alone)), **about)  # fmt: skip
    spent = Spent(served)
    crowd = _ask_at_once(served, 8, 60)
    report("search, eight clients, p95", percentile(crowd, 0.95), "ms", budget=100 if small else None,
           p50_ms=round(percentile(crowd, 0.5), 1), **spent.each(len(crowd)), **about)  # fmt: skip
    after = memory(served.children()[0])
    report("memory of a page process after it (PSS)", after, "MiB", **about)
    return {"search, one client": percentile(alone, 0.5), "search, eight clients": percentile(crowd, 0.95)}


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


def _timeline(served: Service, about: About) -> dict[str, float]:
    start = datetime.now(HELSINKI)
    words = urlencode({"from": start.isoformat(), "to": (start + timedelta(days=86)).isoformat()})
    client = _clients(served, 1)[0]
    client.ask("GET", f"/api/v1/sites/mitta/timeline?{words}")
    spent = Spent(served)
    answers = [client.ask("GET", f"/api/v1/sites/mitta/timeline?{words}") for _time in range(7)]
    items = cast("list[dict[str, list[object]]]", answers[0][1]["items"])
    ranges = sum(len(item["taken"]) for item in items)
    median = percentile([ms for _s, _c, ms in answers], 0.5)
    report("timeline of every space, 86 days, p50", median, "ms", budget=300 if about["data"] == "a" else None,
           ranges=ranges, **spent.each(len(answers)), **about)  # fmt: skip
    return {"timeline": median}


def _first_free(served: Service, about: About) -> dict[str, float]:
    start = datetime.now(HELSINKI)
    words = urlencode({
        "site": "mitta", "from": start.isoformat(), "to": (start + timedelta(days=60)).isoformat(),
        "minutes": 120, "people": 8, "limit": 1,
    })  # fmt: skip
    client = _clients(served, 1)[0]
    for _time in range(10):
        client.ask("GET", f"/api/v1/availability?{words}")
    spent = Spent(served)
    took = [client.ask("GET", f"/api/v1/availability?{words}")[2] for _time in range(50)]
    median = percentile(took, 0.5)
    report(f"{WHOLE}, over HTTP, p50", median, "ms", budget=25 if about["data"] == "b" else None,
           **spent.each(len(took)), **about)  # fmt: skip
    return {f"{WHOLE}, over HTTP": median}


def _create(served: Service, about: About) -> dict[str, float]:
    """Eight clients book hours of their own rooms, far ahead; each booking is kept."""
    spaces, day = _rooms(served), _monday(98)
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
            status, _content, milliseconds = own.ask("POST", "/api/v1/bookings", _an_hour(room, start))
            statuses[status] += 1
            took.append(milliseconds)

    spent = Spent(served)
    together([(book, token) for token in crowd])
    made = statuses[201] / SECONDS
    report("bookings created, eight clients", made, "a second", at_least=65 if about["data"] == "a" else None,
           p50_ms=round(percentile(took, 0.5), 1), p95_ms=round(percentile(took, 0.95), 1),
           refused=len(took) - statuses[201], **spent.each(statuses[201]), **about)  # fmt: skip
    return {"bookings created in a second": made}


def _series(served: Service, about: About) -> dict[str, float]:
    """One client books weekly series, each at an hour of its own of a room."""
    client, room, took = _clients(served, 1)[0], _rooms(served)[-2], []
    spent = Spent(served)
    for number in range(7):
        wish = {
            **_an_hour(room, _monday(98) + timedelta(hours=number)),
            "frequency": "weekly",
            "count": DATES,
        }
        status, content, milliseconds = client.ask("POST", "/api/v1/bookings/series", wish)
        if status != 201:
            raise RuntimeError(f"a series was answered {status}: {content}")
        took.append(milliseconds)
    median = percentile(took, 0.5)
    report(f"a weekly series of {DATES} booked, p50", median, "ms", budget=100 if about["data"] == "a" else None,
           **spent.each(len(took)), **about)  # fmt: skip
    return {"a series": median}


def _engine(served: Service, about: About) -> dict[str, float]:
    found = json.loads(shell(served, "from bench.spaces_engine import measure; measure('mitta')"))
    report(f"{WHOLE}, the engine alone", found["first_ms"], "ms", budget=5 if about["data"] == "b" else None,
           first=found["first"], **about)  # fmt: skip
    report("twelve hours for eight, nowhere in 60 days, the engine alone", found["worst_ms"], "ms", **about)
    report("a look when nothing changed", found["look_ms"], "ms", **about)
    report("all claims read into memory", found["load_s"], "s", cpu_s=round(found["load_cpu_s"], 3), **about)
    report("memory of what is remembered", found["memory_mib"], "MiB", **about)
    return {
        f"{WHOLE}, the engine alone": found["first_ms"],
        "all claims read into memory": found["load_s"],
        "memory of what is remembered": found["memory_mib"],
    }


PARTS: dict[str, Callable[[Service, About], dict[str, float]]] = {
    "search": _search,
    "timeline": _timeline,
    "first": _first_free,
    "engine": _engine,
    "create": _create,
    "series": _series,
}
"""What can be measured by itself. What reads comes before what writes."""


def _rooms(served: Service) -> list[int]:
    client = _clients(served, 1)[0]
    items = cast("list[dict[str, int]]", client.ask("GET", "/api/v1/spaces?site=mitta&size=100")[1]["items"])
    return [row["id"] for row in items]


def _monday(days: int) -> datetime:
    """Give eight o'clock on the Monday before so many days ahead."""
    day = datetime.now(HELSINKI).replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return day - timedelta(days=day.weekday())


def _an_hour(room: int, start: datetime) -> dict[str, object]:
    return {"space": room, "start": start.isoformat(), "end": (start + timedelta(hours=1)).isoformat()}


def _clients(served: Service, wanted: int) -> list[Client]:
    return [Client(served, row["api_token"]) for row in served.people("crowd")[:wanted]]
