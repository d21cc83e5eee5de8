"""The rivals: bookers over HTTP, and those who run the house through actions on connections of their own."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import requests
from django.db import OperationalError

from fiksummin.core.errors import NotAllowed
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Closure, Site, Space
from fiksummin.spaces.queries import Closing, unanswered

from .history import History, Span

TRIES = 8
"""How often somebody insists whose answer was lost."""


@dataclass
class House:
    """Where it happens: spaces by name with their cells, days, and who runs it."""

    site: Site
    spaces: dict[str, Space]
    cells: dict[str, frozenset[str]]
    layouts: dict[str, list[str]]
    days: list[datetime]
    """Midnights of the days under attack."""
    owner: Person


@dataclass
class Booker:
    """Somebody with a token, who books, moves, extends, cancels, and sends things twice."""

    url: str
    token: str
    house: House
    history: History
    chance: random.Random
    own: list[tuple[int, str]] = field(default_factory=list)
    """Bookings that are hers: number and space."""
    keys: int = 0

    def act(self) -> None:
        """Do one thing."""
        deeds: list[Callable[[], None]] = [self.book] * 5 + [self.series]
        if self.own:
            deeds += [self.move] * 3 + [self.cancel] * 2 + [self.furnish]
        self.chance.choice(deeds)()

    def book(self) -> None:
        """Book a space, sometimes in a layout."""
        name = self.chance.choice(list(self.house.spaces))
        start, end = self.time()
        wish = {"space": self.house.spaces[name].pk, "title": "kilpa", **written(start, end)}
        if layouts := self.house.layouts.get(name):
            wish["layout"] = self.chance.choice(layouts)
        self.send(0, wish, (start, end), name)

    def series(self) -> None:
        """Book two or three days in a row."""
        name = self.chance.choice(list(self.house.spaces))
        start, end = self.time()
        rule = {"frequency": "daily", "count": self.chance.choice([2, 3])}
        wish = {"space": self.house.spaces[name].pk, "title": "sarja", **written(start, end), **rule}
        asked = time.monotonic()
        answer = self.insist("POST", "bookings/series", wish)
        spans = [
            Span(self.house.cells[name], start + timedelta(days=n), end + timedelta(days=n), asked)
            for n in range(3)
        ]
        if answer is None:
            for span in spans:
                self.history.maybe(span)
        elif answer.status_code == 201:
            for row in answer.json()["bookings"]:
                begins, ends = (datetime.fromisoformat(row[word]) for word in ("start", "end"))
                self.own.append((row["id"], name))
                self.history.made(row["id"], Span(self.house.cells[name], begins, ends, asked))

    def move(self) -> None:
        """Move or extend one of her own."""
        number, name = self.chance.choice(self.own)
        start, end = self.time()
        self.send(number, written(start, end), (start, end), name)

    def furnish(self) -> None:
        """Have another layout for one of her own."""
        number, name = self.chance.choice(self.own)
        layouts = self.house.layouts.get(name)
        if layouts:
            known = self.history.acknowledged[number]
            wish = {"space": self.house.spaces[name].pk, "layout": self.chance.choice(layouts)}
            self.send(number, wish, known, name)

    def cancel(self) -> None:
        """Give one of her own back."""
        number, _name = self.own.pop(self.chance.randrange(len(self.own)))
        answer = self.insist("POST", f"bookings/{number}/cancellation", {})
        with self.history.lock:
            self.history.ended.add(number)
        if answer is not None and answer.status_code == 200:
            self.history.gone(number, time.monotonic())

    def send(self, number: int, wish: dict[str, Any], when: tuple[datetime, datetime], name: str) -> None:
        """Ask for a time, for a booking by its number or (0) a new one, and write down what came of it."""
        asked, cells = time.monotonic(), self.house.cells[name]
        answer = self.insist(*(("PATCH", f"bookings/{number}") if number else ("POST", "bookings")), wish)
        span = Span(cells, *when, asked)
        if answer is None:
            self.history.maybe(span)
            with self.history.lock:
                self.history.doubtful.add(number)
        elif answer.status_code == 201:
            self.own.append((answer.json()["id"], name))
            self.history.made(answer.json()["id"], span)
        elif answer.status_code == 200:
            self.history.moved(number, span, time.monotonic())
        elif answer.status_code == 409 and "alternatives" in answer.json():
            self.history.refusal(number, Span(cells, *when, asked, time.monotonic()))

    def insist(self, method: str, path: str, wish: dict[str, Any]) -> requests.Response | None:
        """Send until an answer comes, always with the same key; sometimes once more to be sure."""
        self.keys += 1
        key = f"{self.token[-12:]}-{self.keys}"
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": key}
        answer = None
        with self.history.lock:
            self.history.attempts += 1
        for _try in range(TRIES):
            try:
                answer = requests.request(
                    method, f"{self.url}/api/v1/{path}", json=wish, headers=headers, timeout=20
                )
            except requests.RequestException:
                answer = None
            if answer is None or answer.status_code >= 500:
                time.sleep(0.05)
                continue
            if answer.status_code in {200, 201}:
                self.history.heard(key, answer.text)
            if answer.status_code not in {200, 201} or self.chance.random() > 0.2:
                return answer
        return answer if answer is not None and answer.status_code < 500 else None

    def time(self) -> tuple[datetime, datetime]:
        """Choose a time on one of the days."""
        return some_time(self.house, self.chance)


@dataclass
class Keeper:
    """Somebody who runs the house: approves, declines, shuts and opens spaces, cancels for others."""

    house: House
    history: History
    chance: random.Random
    shut: list[tuple[int, Span]] = field(default_factory=list)

    def act(self) -> None:
        """Do one thing; what cannot be is heard and let be."""
        with self.history.lock:
            self.history.attempts += 1
        try:
            self.chance.choice([self.answer, self.close, self.open, self.answer])()
        except (NotAllowed, OperationalError):
            return

    def answer(self) -> None:
        """Approve or decline what waits."""
        waiting = list(unanswered().filter(site=self.house.site).values_list("pk", flat=True)[:20])
        if not waiting:
            return
        booking = Booking.objects.select_related("site").get(pk=self.chance.choice(waiting))
        if self.chance.random() < 0.7:
            actions.approve_booking(by=self.house.owner, booking=booking)
            return
        with self.history.lock:
            self.history.ended.add(booking.pk)
        actions.decline_booking(by=self.house.owner, booking=booking, reason="kilpa")
        self.history.gone(booking.pk, time.monotonic())

    def close(self) -> None:
        """Shut a space for an hour; what stands there is called off."""
        name = self.chance.choice(list(self.house.spaces))
        start = self.chance.choice(self.house.days) + timedelta(minutes=15 * self.chance.randrange(32, 72))
        closing = Closing(self.house.spaces[name], start, start + timedelta(hours=1), {"fi": "kilpa"})
        span = Span(self.house.cells[name], closing.start, closing.end, time.monotonic())
        self.history.maybe(span)
        closure = actions.close_place(by=self.house.owner, site=self.house.site, closing=closing)
        self.shut.append((closure.pk, span))
        called_off = Booking.objects.filter(cancelled_at=closure.made_at).values_list("pk", flat=True)
        for number in called_off:
            self.history.gone(number, time.monotonic())

    def open(self) -> None:
        """Open what was shut."""
        if not self.shut:
            return
        number, _span = self.shut.pop()
        closure = Closure.objects.select_related("site").get(pk=number)
        actions.reopen_place(by=self.house.owner, closure=closure)


def some_time(house: House, chance: random.Random) -> tuple[datetime, datetime]:
    """Choose a time on one of the days."""
    start = chance.choice(house.days) + timedelta(minutes=15 * chance.randrange(32, 72))
    return start, start + timedelta(minutes=15 * chance.randrange(1, 9))


def written(start: datetime, end: datetime) -> dict[str, str]:
    """Write a time as programs do."""
    return {"start": start.isoformat(), "end": end.isoformat()}
