"""Rivals who never open a page: a calendar elsewhere that is read, and somebody who invites spaces by mail."""

import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import OperationalError

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.spaces.actions.pulling import pull_busy_feed
from fiksummin.spaces.mailbox import receive
from fiksummin.spaces.models import Booking, BusyFeed, ImportedEvent
from tests.spaces.feeds_elsewhere import Elsewhere, event

from .history import History, Span
from .rivals import House, some_time

MOST = 12
"""Events that an importer has at a time; no quota is in the way."""
STAMPS = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Feeder:
    """A calendar elsewhere that changes all the time, and is read after each change."""

    feed: BusyFeed
    name: str
    calendar: Elsewhere
    house: House
    history: History
    chance: random.Random
    events: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    has: dict[str, tuple[int, tuple[datetime, datetime]]] = field(default_factory=dict)
    """By UID: the booking that was acknowledged last, and its time."""
    made: int = 0

    def act(self) -> None:
        """Add, move or remove an event, and have the calendar read, sometimes twice."""
        with self.history.lock:
            self.history.attempts += 1
        uid = self.chance.choice([*self.events, ""]) if len(self.events) < MOST else next(iter(self.events))
        if uid and (len(self.events) >= MOST or self.chance.random() < 0.4):
            del self.events[uid]
            self._may_end(uid)
        else:
            self.made += not uid
            self.events[uid or f"{self.made}@muu.example"] = some_time(self.house, self.chance)
            self._may_end(uid)
        self.calendar.says(*(event(name, *times) for name, times in self.events.items()))
        for _again in range(1 + (self.chance.random() < 0.2)):
            self._read()

    def _may_end(self, uid: str) -> None:
        """A move that is refused gives back what it had, so that may end, too."""
        if uid in self.has:
            with self.history.lock:
                self.history.ended.add(self.has[uid][0])

    def _read(self) -> None:
        asked, at = time.monotonic(), now()
        self.feed.refresh_from_db()
        try:
            pull_busy_feed(feed=self.feed, at=at)
        except OperationalError:
            for times in self.events.values():
                self.history.maybe(Span(self.house.cells[self.name], *times, asked))
            return
        answered = time.monotonic()
        rows = ImportedEvent.objects.filter(feed=self.feed).select_related("booking")
        found = {row.uid: row for row in rows}
        for uid in [uid for uid in self.has if uid not in found or not _stands(found[uid].booking)]:
            self.history.gone(self.has.pop(uid)[0], answered)
        for uid, row in found.items():
            span = Span(self.house.cells[self.name], *self.events[uid], asked, answered)
            if row.refusal and row.tried_at == at:
                self.history.refusal(row.booking_id or 0, span)
            elif row.booking is not None and _stands(row.booking):
                self._acknowledged(uid, row.booking, asked, answered)

    def _acknowledged(self, uid: str, booking: Booking, asked: float, answered: float) -> None:
        times = (booking.starts_at, booking.ends_at)
        span = Span(self.house.cells[self.name], *times, asked)
        if uid not in self.has:
            self.history.made(booking.pk, span)
            self.history.imported.add(booking.pk)
        elif self.has[uid] != (booking.pk, times):
            self.history.moved(booking.pk, span, answered)
        self.has[uid] = (booking.pk, times)


@dataclass
class Inviter:
    """Somebody whose calendar program invites spaces, moves and cancels, and whose letters come twice and late."""

    person: Person
    house: House
    history: History
    chance: random.Random
    own: dict[str, tuple[str, int, bool]] = field(default_factory=dict)
    """By UID: the space, the version, and whether it comes again."""
    old: list[bytes] = field(default_factory=list)
    clock: int = 0

    def act(self) -> None:
        """Do one thing."""
        with self.history.lock:
            self.history.attempts += 1
        if self.old and self.chance.random() < 0.1:
            receive(self.chance.choice(self.old), at=now())  # late: has no effect, or the verdicts find it
            return
        uid = self.chance.choice([*self.own, "", ""]) if len(self.own) < MOST else next(iter(self.own))
        if not uid:
            self.clock += 1
            new = (self.chance.choice(list(self.house.spaces)), -1, self.chance.random() < 0.2)
            uid = f"kutsu-{self.clock}@muu.example"
            self.own[uid] = new
            self._ask(uid)
        elif len(self.own) >= MOST or self.own[uid][2] or self.chance.random() < 0.4:
            self._cancel(uid)
        else:
            self._ask(uid)

    def _ask(self, uid: str) -> None:
        times, asked = some_time(self.house, self.chance), time.monotonic()
        name, _version, again = self.own[uid]
        had = {row.pk: row for row in self._bookings(uid)}
        spans = [
            Span(self.house.cells[name], times[0] + timedelta(days=n), times[1] + timedelta(days=n), asked)
            for n in range(2 if again else 1)
        ]
        if not self._send(uid, times, "REQUEST", had):
            for span in spans:
                self.history.maybe(span)
            return
        got = self._bookings(uid)
        for row in got:
            span = Span(self.house.cells[name], row.starts_at, row.ends_at, asked)
            if row.pk not in had:
                self.history.made(row.pk, span)
                self.history.invited.add(row.pk)
            elif (row.starts_at, row.ends_at) == times:
                self.history.moved(row.pk, span, time.monotonic())
        if not again and not any((row.starts_at, row.ends_at) == times for row in got):
            number = next(iter(had), 0)
            self.history.refusal(number, Span(self.house.cells[name], *times, asked, time.monotonic()))

    def _cancel(self, uid: str) -> None:
        had = {row.pk: row for row in self._bookings(uid)}
        with self.history.lock:
            self.history.ended.update(had)
        if self._send(uid, some_time(self.house, self.chance), "CANCEL", had):
            for number in had:
                self.history.gone(number, time.monotonic())
            del self.own[uid]

    def _send(self, uid: str, times: tuple[datetime, datetime], method: str, had: dict[int, Booking]) -> bool:
        """Hand a letter over, sometimes twice; say whether it is known what came of it."""
        name, version, again = self.own[uid]
        self.own[uid] = (name, version + 1, again)
        raw = self._letter(uid, times, method)
        self.old.append(raw)
        try:
            for _again in range(1 + (self.chance.random() < 0.2)):
                receive(raw, at=now())
        except OperationalError:
            with self.history.lock:
                self.history.doubtful.update(had)
            return False
        return True

    def _letter(self, uid: str, times: tuple[datetime, datetime], method: str) -> bytes:
        name, version, again = self.own[uid]
        address, mailbox = self.person.email or "", f"{name.lower()}@tilat.example"
        lines = event(
            uid, *times, f"ORGANIZER:mailto:{address}", f"ATTENDEE;CUTYPE=ROOM:mailto:{mailbox}",
            f"SEQUENCE:{version}", *(["RRULE:FREQ=DAILY;COUNT=2"] if again else []),
        )  # fmt: skip
        head = [
            f"Delivered-To: {mailbox}",
            f"Authentication-Results: mx.lab.example; dmarc=pass header.from={address.rpartition('@')[2]}",
            f"From: {address}", f"To: {mailbox}", "Content-Type: text/calendar; charset=utf-8", "",
        ]  # fmt: skip
        body = ["BEGIN:VCALENDAR", f"METHOD:{method}", *lines, "END:VCALENDAR", ""]
        return "\r\n".join([*head, *body]).encode()

    def _bookings(self, uid: str) -> list[Booking]:
        """Give what stands by an event."""
        row = ImportedEvent.objects.filter(person=self.person, uid=uid, feed=None).first()
        if row is None:
            return []
        whole = Booking.objects.filter(series=row.series_id) if row.series_id else Booking.objects.none()
        return list((whole | Booking.objects.filter(pk=row.booking_id or 0)).standing())


def _stands(booking: Booking | None) -> bool:
    return booking is not None and not (booking.cancelled_at or booking.declined_at)
