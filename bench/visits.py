"""How many visits a second are announced, and what rivals for the last seat get; both engines, over HTTP."""

import http.client
import json
import threading
import time
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bench.report import percentile, report
from bench.service import Service, cpu_seconds, service

CLIENTS = (1, 8, 32)
SECONDS = 4.0
RIVALS = 32
HELSINKI = ZoneInfo("Europe/Helsinki")


def run() -> None:
    """Measure both engines."""
    for engine in ("sqlite", "postgres"):
        with service(engine, pages=2, worker=False) as served:
            free = _days(served)
            for clients in CLIENTS:
                _flow(served, engine, clients, free.pop())
            for _round in range(3):
                _last_seat(served, engine, free.pop())


class Client:
    """One person's program with a connection kept open."""

    def __init__(self, served: Service, token: str) -> None:
        """Remember who asks; connect at the first request."""
        self.connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, dict[str, object], float]:
        """Send a request; answer status, body and milliseconds."""
        started = time.perf_counter()
        self.connection.request(method, path, json.dumps(body) if body else None, self.headers)
        answer = self.connection.getresponse()
        content = json.loads(answer.read() or b"{}")
        return answer.status, content, (time.perf_counter() - started) * 1000


def _days(served: Service) -> list[datetime]:
    """Give the last open days that visits may be announced for, at nine by the clock on the wall."""
    client = Client(served, served.token("member"))
    today = datetime.now(HELSINKI).replace(hour=9, minute=0, second=0, microsecond=0)
    found = []
    for number in range(58, 31, -1):
        day = today + timedelta(days=number)
        _status, content, _ms = client.ask("GET", f"/api/v1/sites/helsinki/days/{day.date()}")
        if content.get("state") == "open":
            found.append(day)
    return found


def _flow(served: Service, engine: str, clients: int, day: datetime) -> None:
    """Each client announces and cancels in turn, so that seats never run out; announcements are counted."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    until = time.perf_counter() + SECONDS

    def announce_and_cancel(token: str) -> None:
        client = Client(served, token)
        wish = {
            "site": "helsinki",
            "start": day.isoformat(),
            "end": (day + timedelta(hours=3)).isoformat(),
            "people": 1,
        }
        while time.perf_counter() < until:
            status, content, milliseconds = client.ask("POST", "/api/v1/visits", wish)
            statuses[status] += 1
            times.append(milliseconds)
            if status == 201:
                client.ask("POST", f"/api/v1/visits/{content['id']}/cancellation")

    before = cpu_seconds(served.children())
    together([(announce_and_cancel, row["api_token"]) for row in served.people("crowd")[:clients]])
    report(
        f"visits announced, {clients} clients", statuses[201] / SECONDS, "a second", engine=engine,
        p50_ms=round(percentile(times, 0.5), 1), p99_ms=round(percentile(times, 0.99), 1),
        refused=sum(statuses.values()) - statuses[201],
        cpu_ms_each=round((cpu_seconds(served.children()) - before) * 1000 / max(1, statuses[201]), 2),
    )  # fmt: skip


def _last_seat(served: Service, engine: str, day: datetime) -> None:
    """All seats but one are taken; 32 ask for it at the same moment."""
    crowd = served.people("crowd")
    wish = {"site": "helsinki", "start": day.isoformat(), "end": (day + timedelta(hours=3)).isoformat()}
    group = Client(served, crowd[100]["api_token"])
    _status, content, _ms = group.ask("POST", "/api/v1/visits", {**wish, "people": _free(group, day) - 1})
    if "id" not in content:
        raise RuntimeError(f"the hall could not be filled: {content}")
    statuses: Counter[int] = Counter()
    ready = threading.Barrier(RIVALS)

    def ask(token: str) -> None:
        client = Client(served, token)
        client.ask("GET", "/api/v1/sites")
        ready.wait()
        statuses[client.ask("POST", "/api/v1/visits", {**wish, "people": 1})[0]] += 1

    together([(ask, row["api_token"]) for row in crowd[:RIVALS]])
    report(
        f"winners of the last seat among {RIVALS}",
        statuses[201],
        "winners",
        budget=1,
        engine=engine,
        **_named(statuses),
    )


def _free(client: Client, day: datetime) -> int:
    _status, content, _ms = client.ask("GET", f"/api/v1/sites/helsinki/days/{day.date()}")
    end = day + timedelta(hours=3)
    spans = content["spans"] if isinstance(content.get("spans"), list) else content["free"]
    inside = [
        s["free"]
        for s in spans
        if datetime.fromisoformat(s["start"]) < end and datetime.fromisoformat(s["end"]) > day
    ]  # type: ignore[index, union-attr]  # JSON
    return int(min(inside))


def _named(statuses: "Counter[int]") -> dict[str, int]:
    return {f"status_{status}": count for status, count in sorted(statuses.items())}


def together(work: "list[tuple[object, str]]") -> None:
    """Do all of it at once, each by a thread of its own."""
    threads = [threading.Thread(target=act, args=(token,)) for act, token in work]  # type: ignore[arg-type]  # callables
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
