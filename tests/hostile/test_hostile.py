"""The hostile run: nothing is double-booked, nothing acknowledged is lost, every refusal had its reason.

``FIKSUMMIN_HOSTILE`` is the number of attempts (``make hostile``: ten thousand).
"""

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import time as clock
from typing import Any, Protocol

import pytest
from django.db import connections

from fiksummin.core.time import moment
from fiksummin.spaces import actions
from fiksummin.spaces.models import Booking, Claim, Site, Space
from tests import races
from tests.factories import people, spaces
from tests.races import Lift
from tests.serving import Server
from tests.spaces.feeds_elsewhere import Elsewhere, elsewhere

from .history import History
from .importers import Feeder, Inviter
from .rivals import Booker, House, Keeper

ATTEMPTS = int(os.environ.get("FIKSUMMIN_HOSTILE", "2000"))
UNGUARDED = 300
"""Attempts after which the lack of the guard must have shown."""
BOOKERS = 8
BETWEEN_KILLS = 60
"""Acknowledged acts between two kills: on a slow machine, too, the service gets up in between."""


class Rival(Protocol):
    """Somebody who wants what others want."""

    def act(self) -> None:
        """Do one thing."""


def dice(seed: int) -> random.Random:
    """Dice that fall the same way each time."""
    return random.Random(seed)  # noqa: S311 -- chance, not secrets


def house() -> House:
    """A hall of three parts and two rooms, on a few days; one room asks for approval."""
    site: Site = spaces.site("kiista", days_ahead=60)
    owner = people.person(roles=[("owner", "")])
    found = spaces.hall(site)
    found["X"] = spaces.space(site, name="X")
    found["Y"] = spaces.space(site, name="Y", approval="waits")
    for name, space in found.items():
        Space.objects.filter(pk=space.pk).update(mailbox=f"{name.lower()}@tilat.example")
    days = [moment(spaces.open_day(site, after), clock.min, site.zone) for after in (7, 8)]
    return House(
        site=site,
        spaces=found,
        cells={name: frozenset(cell.label for cell in space.cells.all()) for name, space in found.items()},
        layouts={"ABC": [layout.kind for layout in found["ABC"].layouts.all()]},
        days=days,
        owner=owner,
    )


@pytest.fixture
def calendar(settings: Any) -> Iterator[Elsewhere]:
    """A calendar elsewhere, and a mail server that is believed."""
    settings.MAIL_AUTHSERV_ID = "mx.lab.example"
    with elsewhere(settings) as found:
        yield found


def importers(place: House, history: History, calendar: Elsewhere) -> list[Rival]:
    """A calendar that is read for a part of the hall, and somebody who invites all spaces by mail."""
    feed = actions.add_busy_feed(by=place.owner, space=place.spaces["B"], address=calendar.address)
    return [
        Feeder(feed, "B", calendar, place, history, dice(77)),
        Inviter(people.person(), place, history, dice(78)),
    ]


def attack(
    place: House,
    history: History,
    url: str,
    attempts: int,
    calendar: Elsewhere,
    *,
    kill: Callable[[], None] | None = None,
) -> None:
    """Let the rivals loose until so many attempts were made and each kind got something; at most twice as many."""

    def enough() -> bool:
        everyone = history.imported and history.invited
        return history.attempts >= (attempts if everyone else 2 * attempts)

    def run(rival: Rival) -> None:
        try:
            while not enough():
                rival.act()
        finally:
            connections.close_all()

    tokens = [people.token(people.person()) for _number in range(BOOKERS)]
    rivals: list[Rival] = [
        Booker(url, token, place, history, dice(number)) for number, token in enumerate(tokens)
    ]
    rivals += [Keeper(place, history, dice(99)), *importers(place, history, calendar)]
    threads = [threading.Thread(target=run, args=[rival]) for rival in rivals]
    for thread in threads:
        thread.start()
    killed_at = 0
    while kill and any(thread.is_alive() for thread in threads):
        time.sleep(0.05)
        if len(history.answers) - killed_at >= BETWEEN_KILLS:
            killed_at = len(history.answers)
            kill()
    for thread in threads:
        thread.join()


def test_nothing_is_booked_twice_and_nothing_is_lost(
    start_server: Callable[..., Server], calendar: Elsewhere
) -> None:
    place, history = house(), History()
    server = start_server("--pages", "2", "--no-worker")
    chance = dice(7)

    def kill() -> None:
        pages = server.children()
        if pages:
            os.kill(chance.choice(pages), signal.SIGKILL)

    attack(place, history, server.url, ATTEMPTS, calendar, kill=kill)
    assert races.overlaps() == 0
    assert history.two_effects() == []
    assert lost(history) == []
    assert list(history.unjustified()) == []
    assert len(history.acknowledged) > ATTEMPTS / 20, "the rivals got something, too"
    assert len(history.refused) > ATTEMPTS / 20, "they really were rivals"
    assert history.imported, "a calendar got something, too"
    assert history.invited, "letters got something, too"


def test_the_same_run_without_the_guard_books_twice(
    start_server: Callable[..., Server], calendar: Elsewhere
) -> None:
    place, history = house(), History()
    server = start_server("--pages", "2", "--no-worker")
    with races.lifting() as lift:
        _lift(lift)
        attack(place, history, server.url, UNGUARDED, calendar)
        assert races.overlaps() > 0


def _lift(lift: Lift) -> None:
    lift(Claim)


def lost(history: History) -> list[int]:
    """Give the acknowledged bookings that are not there as they were acknowledged."""
    found = {row.pk: row for row in Booking.objects.filter(pk__in=history.acknowledged)}
    wrong = []
    for number, (start, end) in history.acknowledged.items():
        row = found.get(number)
        if row is None:
            wrong.append(number)
        elif number in history.ended or number in history.doubtful:
            continue
        elif (
            row.cancelled_at
            or (row.starts_at, row.ends_at) != (start, end)
            or (row.hold_id is None and not row.is_waiting)
        ):
            wrong.append(number)
    return wrong
