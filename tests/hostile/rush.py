"""A rush for the places of an event, over HTTP: what each did and heard, and what could be seen meanwhile."""

import http.client
import json
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import connection, connections

from fiksummin.core.models import Entry
from fiksummin.events.models import Event, Registration
from fiksummin.people.models import Role
from tests.events.model import Places
from tests.factories.crowd import Member

TRIES = 40
"""How often somebody insists whose answer was lost: as long as a page process needs to start again."""
LATER = 4
"""After a quarter of the crowd has come behind her, each thinks better of it: places come free while others wait."""
SEEN = (
    "SELECT p.mode, p.capacity, p.taken, (SELECT COALESCE(SUM(r.people), 0) FROM events_registration r"
    " WHERE r.pool_id = p.id) FROM events_pool p WHERE p.event_id = %s UNION ALL "
    "SELECT 'quota', q.most, q.taken, (SELECT COALESCE(SUM(r.people), 0) FROM events_registration r"
    " WHERE r.event_id = q.event_id AND r.pool_id IS NOT NULL AND (r.organisation_id = q.organisation_id"
    " OR r.person_id IN (SELECT h.person_id FROM people_role h WHERE h.kind = q.role)))"
    " FROM events_quota q WHERE q.event_id = %s"
)
"""What each pool and each quota allows, what is counted, and what the registrations themselves say."""


@dataclass
class Story:
    """What one of the crowd did and heard: each answer as status and body."""

    member: Member
    event: int
    mode: str
    people: int
    then: str
    """``cancel``, ``switch``, ``again`` (registers once more, with another key) or nothing."""
    twice: bool
    answers: list[tuple[str, int, Any]] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)
    is_told: bool = False
    """Whether she has done all this."""
    to_offer: str = ""
    """What she did when a place was held for her: ``accept``, ``refuse``, or ``lapse`` by doing nothing."""

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
    """Everybody wants to her event at once."""

    port: int
    stories: list[Story]
    keyed: bool = True
    took: list[float] = field(default_factory=list)
    """Seconds until each registration was answered, all tries together."""
    lost: int = 0
    """Answers that never came, or were errors: each was asked for again."""

    def run(self, clients: int) -> None:
        """Let everybody go, so many at a time; each thinks better of it when others have come after her."""
        behind = max(1, len(self.stories) // LATER)
        waiting, lock = iter(_turns(self.stories, behind)), threading.Lock()

        def work() -> None:
            while True:
                with lock:
                    turn = next(waiting, None)
                if turn is None:
                    return
                story, is_first = turn
                if is_first:
                    self.come(story)
                else:
                    self.think_better(story)

        threads = [threading.Thread(target=work) for _client in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def come(self, story: Story) -> None:
        """Register; some press twice at once."""
        twins = (
            [threading.Thread(target=self._register, args=(story, "register", "1"))] if story.twice else []
        )
        for twin in twins:
            twin.start()
        began = time.monotonic()
        self._register(story, "register", "1")
        self.took.append(time.monotonic() - began)
        for twin in twins:
            twin.join()
        story.came.set()

    def think_better(self, story: Story) -> None:
        """Do what she does after that, if anything."""
        story.came.wait()
        if story.then == "again":
            self._register(story, "again", "2")
        elif story.then == "cancel" and story.number:
            self.insist(story, "cancel", f"registrations/{story.number}/cancellation", {}, "3")
        elif story.then == "switch" and story.number:
            other = {"mode": "virtual" if story.mode == "on_site" else "on_site"}
            self.insist(story, "switch", f"registrations/{story.number}/mode", other, "4")
        story.is_told = True

    def _register(self, story: Story, act: str, key: str) -> None:
        wish = {"mode": story.mode, "people": story.people}
        self.insist(story, act, f"events/{story.event}/registrations", wish, key)

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
                    cursor.execute(SEEN, [self.event, self.event])
                    seen = cursor.fetchall()
                self.looks += 1
                self.wrong += [row for row in seen if row[3] > row[1] or row[2] != row[3]]
                time.sleep(0.01)
        finally:
            connections.close_all()


def _turns(stories: list[Story], behind: int) -> Iterator[tuple[Story, bool]]:
    """Give who comes, and, so many behind them, who thinks better of it."""
    for at in range(len(stories) + behind):
        if at < len(stories):
            yield stories[at], True
        if at >= behind:
            yield stories[at - behind], False


def stories(members: list[Member], event: Event, chance: random.Random, *, fickle: int = 1) -> list[Story]:
    """Give everybody something to do: most come alone and stay, some bring others, some think better of it."""
    return [
        Story(
            member=member,
            event=event.pk,
            mode=chance.choice(["on_site", "on_site", "virtual"]),
            people=chance.choice([1] * 9 + [2, 3]),
            then=chance.choice([*[""] * 6, *["cancel"] * 2 * fickle, "switch", "again"]),
            twice=chance.random() < 0.15,
        )
        for member in members
    ]


def facts_of(event: Event) -> list[Entry]:
    """Give what the journal tells of the registrations of an event, in its order."""
    numbers = set(event.registrations.values_list("pk", flat=True))
    entries = Entry.objects.filter(fact__startswith="events.", data__has_key="registration").order_by("pk")
    return [entry for entry in entries if entry.data["registration"] in numbers]


def recount(event: Event, told: list[Story]) -> Places:
    """Tell the whole history again by the plain model, in the order of the journal; fails where they part ways."""
    rows = {row.pk: row for row in Registration.objects.filter(event=event)}
    first = {story.number: story for story in told}
    model = plain(event)
    due: list[tuple[int, str]] = []
    for entry in facts_of(event):
        number, fact = entry.data["registration"], entry.fact.partition(".")[2]
        if not due:
            seen = len(model.log)
            row, real, story = model.rows.get(number), rows[number], first[number]
            if row is None:
                body = str(real.organisation_id)
                model.register(
                    number, str(real.person_id), body, story.mode, people=real.people, turn=real.asked_at
                )
            elif fact == "RegistrationEnded":
                model.end(row)
            elif fact in {"OfferDeclined", "OfferLapsed"}:
                model.let_go(row, fact)
            elif story.then == "switch" and row.want == story.mode:
                model.switch(row, real.mode, turn=real.queued_at)
            else:
                model.accept(row)
            due = model.log[seen:]
        assert due[:1] == [(number, fact)], (entry.pk, due)
        due = due[1:]
        assert all(model.taken(mode) <= places for mode, places in model.room.items())
        assert all(model.shared(name) <= most for name, most in model.quotas.items())
    assert not due
    return model


def plain(event: Event) -> Places:
    """Give the plain model of an event before anybody came."""
    roles: dict[str, set[str]] = {}
    for holder, kind in Role.objects.values_list("person", "kind"):
        roles.setdefault(str(holder), set()).add(kind)
    quotas = {quota.role or str(quota.organisation_id): quota.most for quota in event.quotas.all()}
    return Places(
        room=dict(event.pools.values_list("mode", "capacity")), quotas=quotas, roles_of=roles,
        offer=event.offer_hours, lots=False, start=10**9, closes=10**9,
    )  # fmt: skip


NEWS = {
    "PlaceConfirmed": "confirmed",
    "PlaceOffered": "offered",
    "EventQueueJoined": "queued",
    "OfferDeclined": "declined",
    "OfferLapsed": "lapsed",
    "RegistrationEnded": "ended",
}


def letters_possible(event: Event) -> set[str]:
    """Give the letters that may have been written: one for each thing that happened to somebody's place."""
    return {_key(entry) for entry in facts_of(event)}


def letters_due(event: Event) -> set[str]:
    """Give the letters that must have been written, by what stands in the end: what is so still was told."""
    rows = {row.pk: row for row in Registration.objects.filter(event=event).select_related("pool")}
    due: set[str] = set()
    for entry in facts_of(event):
        row, fact = rows[entry.data["registration"]], entry.fact.partition(".")[2]
        over, sure = row.ended_at is not None, row.confirmed_at is not None
        stands = {
            "PlaceConfirmed": bool(row.holds) and sure,
            "PlaceOffered": bool(row.holds) and not sure,
            "EventQueueJoined": not over and row.holds != row.mode,
            "OfferDeclined": False,
            "OfferLapsed": not over and not row.holds,
            "RegistrationEnded": over and row.end != "declined",
        }
        if stands[fact]:
            due.add(_key(entry))
    return due


def _key(entry: Entry) -> str:
    fact, number = entry.fact.partition(".")[2], entry.data["registration"]
    return f"registration-{number}-{NEWS[fact]}-{entry.data['sequence']}"
