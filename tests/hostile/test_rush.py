"""Five hundred people for twenty places on site and thirty online, within seconds, while processes are killed.

``FIKSUMMIN_RUSH`` is the number of people (``make hostile``: five thousand, for two hundred places).
"""

import os
import random
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from fiksummin.core import worker
from fiksummin.core.models import Letter
from fiksummin.events.models import Event, Pool, Registration
from tests.factories import events, people
from tests.factories.crowd import crowd
from tests.hostile import rush
from tests.hostile.rush import Rush, Story, Watcher
from tests.postbox import Postbox
from tests.serving import Server

PEOPLE = int(os.environ.get("FIKSUMMIN_RUSH", "500"))
PLACES = (20, 30) if PEOPLE <= 500 else (120, 80)
CLIENTS = 16
KILLS = 2
ROUNDS = 10
"""So many rushes without the guard at most: chance decides whether one shows what is missing."""


def dice(seed: int) -> random.Random:
    """Dice that fall the same way each time."""
    return random.Random(seed)  # noqa: S311 -- chance, not secrets


def hybrid(places: tuple[int, int] = PLACES) -> Event:
    return events.event(people.person(), places=places[0], virtual_places=places[1])


def killing(server: Server, attack: Rush, done: threading.Event) -> threading.Thread:
    """Kill a page process each time a further share of the crowd was answered."""

    def kill() -> None:
        chance, killed = dice(7), 0
        while killed < KILLS and not done.wait(0.05):
            if len(attack.took) >= len(attack.stories) * (killed + 1) / (KILLS + 1):
                os.kill(chance.choice(server.children()), signal.SIGKILL)
                killed += 1

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_a_rush_is_fair_and_exact(start_server: Callable[..., Server], postbox: Postbox) -> None:
    event = hybrid()
    server = start_server("--pages", "2", "--no-worker")
    told = rush.stories(crowd(PEOPLE), dice(1))
    attack, done = Rush(server.port, event.pk, told), threading.Event()
    with Watcher(event.pk) as watcher:
        killer = killing(server, attack, done)
        attack.run(CLIENTS)
        done.set()
        killer.join()
    assert watcher.wrong == []
    assert watcher.looks > 20
    assert heard(told) == []
    model = rush.recount(event, told)
    assert stands(event) == {
        row.number: (row.want, row.holds, row.people, row.over) for row in model.rows.values()
    }
    assert [pool.taken for pool in event.pools.order_by("mode")] == [
        model.taken(mode) for mode in ("on_site", "virtual")
    ]
    assert list(event.pools.order_by("mode").values_list("taken", "capacity")) == [(n, n) for n in PLACES]
    everybody_is_told_once(event, postbox)


def heard(told: list[Story]) -> list[Any]:
    """Give what was acknowledged and is not so, what was answered twice differently, and refusals without a reason."""
    rows = {row.pk: row for row in Registration.objects.all()}
    wrong: list[Any] = []
    for story in told:
        row = rows.get(story.number)
        bodies = {str(body) for act, _status, body in story.answers if act == "register"}
        fine = (
            row is not None
            and row.person_id == story.member.person.pk
            and len(bodies) == 1
            and set(story.statuses("register")) <= {201, 202}
            and story.statuses("again") in ([], [409])
            and story.statuses("cancel") in ([], [200])
            and story.statuses("switch") in ([], [200])
            and bool(row.ended_at) is (story.then == "cancel")
            and (row.mode != story.mode) is (story.then == "switch")
        )
        if not fine:
            wrong.append((story, row))
    return wrong if len(rows) == len(told) else [*wrong, len(rows)]


def stands(event: Event) -> dict[int, tuple[str, str, int, bool]]:
    rows = Registration.objects.filter(event=event).select_related("pool")
    return {row.pk: (row.mode, row.holds, row.people, row.ended_at is not None) for row in rows}


def everybody_is_told_once(event: Event, postbox: Postbox) -> None:
    worker.drain(limit=10 * PEOPLE)
    assert worker.drain() == 0
    keys = Letter.objects.filter(key__startswith="registration-").values_list("key", flat=True)
    assert sorted(keys) == sorted(rush.letters_due(event).elements())
    sent = [message["Message-ID"] for message in postbox.got]
    assert len(sent) == len(set(sent)) == len(keys)


def test_without_the_guard_the_rush_goes_wrong(start_server: Callable[..., Server]) -> None:
    """PostgreSQL sells places twice, SQLite breaks people off with an error where a place in line is due."""
    server = start_server("--pages", "2", "--no-worker", DJANGO_SETTINGS_MODULE="tests.unguarded")
    lifted = [each for each in Pool._meta.constraints if each.name == "events_pool_not_oversold"]
    with connection.schema_editor() as editor:
        if connection.vendor == "postgresql":
            for constraint in lifted:
                editor.execute(constraint.remove_sql(Pool, editor))
    wrong = any(goes_wrong(server, seed) for seed in range(ROUNDS))
    Registration.objects.all().delete()
    with connection.schema_editor() as editor:
        if connection.vendor == "postgresql":
            for constraint in lifted:
                editor.execute(constraint.create_sql(Pool, editor))
    assert wrong


def goes_wrong(server: Server, seed: int) -> bool:
    """Let a crowd rush for twenty places of an event; tell whether it shows that nobody waits for another's turn."""
    event = hybrid((10, 10))
    told = rush.stories(crowd(120), dice(seed))
    Rush(server.port, event.pk, told, keyed=False).run(CLIENTS)
    if connection.vendor == "postgresql":
        return any(pool.taken > pool.capacity for pool in event.pools.all())
    return any(599 in story.statuses("register") for story in told)
