"""A rush for the places of an event, over HTTP: what each did and heard, and what could be seen meanwhile."""

import http.client
import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import connection, connections

from fiksummin.core.models import Entry
from fiksummin.events.models import Event, Registration
from tests.events.model import Places
from tests.factories.crowd import Member

TRIES = 40
"""How often somebody insists whose answer was lost: as long as a page process needs to start again."""
SEEN = (
    "SELECT p.mode, p.capacity, p.taken, (SELECT COALESCE(SUM(r.people), 0) FROM events_registration r"
    " WHERE r.pool_id = p.id) FROM events_pool p WHERE p.event_id = %s"
)


@dataclass
class Story:
    """What one of the crowd did and heard: each answer as status and body."""

    member: Member
    mode: str
    people: int
    then: str
    """``cancel``, ``switch``, ``again`` (registers once more, with another key) or nothing."""
    twice: bool
    answers: list[tuple[str, int, Any]] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Her registration, as she was told."""
        return next(
            (body["id"] for act, status, body in self.answers if act == "register" and status < 300), 0
        )

    def statuses(self, act: str) -> list[int]:
        return [status for name, status, _body in self.answers if name == act]


@dataclass
class Rush:
    """Everybody wants to the same event at once."""

    port: int
    event: int
    stories: list[Story]
    keyed: bool = True
    took: list[float] = field(default_factory=list)
    """Seconds until each registration was answered, all tries together."""
    lost: int = 0
    """Answers that never came, or were errors: each was asked for again."""

    def run(self, clients: int) -> None:
        """Let everybody go, so many at a time."""
        waiting, lock = iter(self.stories), threading.Lock()

        def work() -> None:
            while True:
                with lock:
                    story = next(waiting, None)
                if story is None:
                    return
                self.play(story)

        threads = [threading.Thread(target=work) for _client in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def play(self, story: Story) -> None:
        """Register (some press twice at once), and then perhaps think better of it."""
        wish = {"mode": story.mode, "people": story.people}
        path = f"events/{self.event}/registrations"
        twins = (
            [threading.Thread(target=self.insist, args=(story, "register", path, wish, "1"))]
            if story.twice
            else []
        )
        for twin in twins:
            twin.start()
        began = time.monotonic()
        self.insist(story, "register", path, wish, "1")
        self.took.append(time.monotonic() - began)
        for twin in twins:
            twin.join()
        if story.then == "again":
            self.insist(story, "again", path, wish, "2")
        elif story.then == "cancel" and story.number:
            self.insist(story, "cancel", f"registrations/{story.number}/cancellation", {}, "3")
        elif story.then == "switch" and story.number:
            other = {"mode": "virtual" if story.mode == "on_site" else "on_site"}
            self.insist(story, "switch", f"registrations/{story.number}/mode", other, "4")

    def insist(self, story: Story, act: str, path: str, wish: dict[str, Any], key: str) -> None:
        """Send until an answer comes, always with the same key."""
        headers = {"Authorization": f"Bearer {story.member.secret}", "Content-Type": "application/json"}
        if self.keyed:
            headers["Idempotency-Key"] = f"rush-{key}"
        for _try in range(TRIES if self.keyed else 1):
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                line.request("POST", f"/api/v1/{path}", json.dumps(wish), headers)
                answer = line.getresponse()
                status, body = answer.status, json.loads(answer.read() or b"{}")
            except (OSError, http.client.HTTPException, ValueError):
                status, body = 599, None
            finally:
                line.close()
            if status < 500:
                story.answers.append((act, status, body))
                return
            self.lost += 1
            time.sleep(0.1)
        story.answers.append((act, 599, None))


@dataclass
class Watcher:
    """Looks at the places without pause, on a connection of its own."""

    event: int
    looks: int = 0
    wrong: list[tuple[Any, ...]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self.stop.set()
        self.thread.join()

    def _watch(self) -> None:
        try:
            while not self.stop.is_set():
                with connection.cursor() as cursor:
                    cursor.execute(SEEN, [self.event])
                    seen = cursor.fetchall()
                self.looks += 1
                self.wrong += [row for row in seen if row[3] > row[1] or row[2] != row[3]]
                time.sleep(0.01)
        finally:
            connections.close_all()


def stories(members: list[Member], chance: random.Random) -> list[Story]:
    """Give everybody something to do: most come alone and stay, some bring others, some think better of it."""
    return [
        Story(
            member=member,
            mode=chance.choice(["on_site", "on_site", "virtual"]),
            people=chance.choice([1] * 9 + [2, 3]),
            then=chance.choice(["", "", "", "", "", "", "cancel", "cancel", "switch", "again"]),
            twice=chance.random() < 0.15,
        )
        for member in members
    ]


def recount(event: Event, told: list[Story]) -> Places:
    """Tell the whole history again by the plain model, in the order of the journal; fails where they part ways."""
    rows = {row.pk: row for row in Registration.objects.filter(event=event)}
    first = {story.number: story.mode for story in told}
    room = dict(event.pools.values_list("mode", "capacity"))
    model = Places(room=room, quotas={}, roles_of={}, offer=0, lots=False, start=10**9, closes=10**9)
    due: list[tuple[int, str]] = []
    for entry in Entry.objects.filter(fact__startswith="events.", data__has_key="registration").order_by(
        "pk"
    ):
        number, fact = entry.data["registration"], entry.fact.partition(".")[2]
        if not due:
            seen = len(model.log)
            row, real = model.rows.get(number), rows[number]
            if row is None:
                model.register(number, "", "", first[number], people=real.people, turn=real.asked_at)
            elif fact == "RegistrationEnded":
                model.end(row)
            else:
                model.switch(row, real.mode, turn=real.queued_at)
            due = model.log[seen:]
        assert due[:1] == [(number, fact)], (entry.pk, due)
        due = due[1:]
        assert all(model.taken(mode) <= places for mode, places in room.items())
    assert not due
    return model


def letters_due(event: Event) -> Counter[str]:
    """Give the letters that must have been written, by what stands in the end: each once."""
    wanted: Counter[str] = Counter()
    rows = {row.pk: row for row in Registration.objects.filter(event=event).select_related("pool")}
    for entry in Entry.objects.filter(fact__startswith="events.", data__has_key="registration"):
        row, fact = rows[entry.data["registration"]], entry.fact.partition(".")[2]
        over = row.ended_at is not None
        news = {
            "PlaceConfirmed": "confirmed" if row.holds else "",
            "EventQueueJoined": "queued" if not over and row.holds != row.mode else "",
            "RegistrationEnded": "ended" if over else "",
        }[fact]
        if news:
            wanted[f"registration-{row.pk}-{news}-{entry.data['sequence']}"] += 1
    return wanted
